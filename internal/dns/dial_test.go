package dns

import (
	"errors"
	"io"
	"net"
	"net/netip"
	"os"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// echo is a TCP server that says what it is told.
func echo(t *testing.T, address string) netip.AddrPort {
	t.Helper()
	l, err := net.Listen("tcp", address)
	if err != nil {
		t.Skip("no such address here: ", err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			io.Copy(c, c) //nolint:errcheck // the other end is told
			c.Close()
		}
	}()
	return netip.MustParseAddrPort(l.Addr().String())
}

// A question is written before the connection is there, and arrives.
func TestDialTCP(t *testing.T) {
	for _, address := range []string{"127.0.0.1:0", "[::1]:0"} {
		c, err := dial("tcp", echo(t, address))
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if _, err := c.Write([]byte("hello")); err != nil {
			t.Fatal(err)
		}
		var b [5]byte
		if _, err := io.ReadFull(c, b[:]); err != nil || string(b[:]) != "hello" {
			t.Errorf("%s: %q, %v", address, b, err)
		}
	}
}

// Where nobody listens, that is known at once; where nobody answers, at the
// deadline.
func TestNobodyThere(t *testing.T) {
	s := newServer(t, nil)
	s.conn.Close()
	for _, network := range []string{"udp", "tcp"} {
		c, err := dial(network, s.addr())
		if err == nil {
			defer c.Close()
			if _, err = c.Write([]byte("hello")); err == nil {
				_, err = c.Read(make([]byte, 1))
			}
		}
		if !errors.Is(err, unix.ECONNREFUSED) {
			t.Errorf("%s: %v", network, err)
		}
	}
	quiet := newServer(t, map[string]*zone{"x.": nil})
	c, err := dial("udp", quiet.addr())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	c.Limit(time.Millisecond)
	if _, err := c.Read(make([]byte, 1)); !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("%v, want %v", err, os.ErrDeadlineExceeded)
	}
}

// A server on a link is reached over the interface in its address.
func TestZone(t *testing.T) {
	fd, err := unix.Socket(unix.AF_INET6, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Skip("no IPv6 here: ", err)
	}
	defer unix.Close(fd)
	lo, err := net.InterfaceByName("lo")
	if err != nil {
		t.Skip("no lo here: ", err)
	}
	for zone, want := range map[string]uint32{"lo": uint32(lo.Index), "": 0, "nosuch": 0, "a-name-that-is-too-long": 0} {
		if got := index(fd, zone); got != want {
			t.Errorf("%q: %d, want %d", zone, got, want)
		}
	}
}
