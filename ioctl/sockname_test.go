package ioctl

import (
	"net/netip"
	"testing"

	"golang.org/x/sys/unix"
)

func TestSockname(t *testing.T) {
	for text, to := range map[string]unix.Sockaddr{
		"127.0.0.7": &unix.SockaddrInet4{Addr: [4]byte{127, 0, 0, 7}},
		"::1":       &unix.SockaddrInet6{Addr: [16]byte{15: 1}},
	} {
		family := unix.AF_INET
		if netip.MustParseAddr(text).Is6() {
			family = unix.AF_INET6
		}
		fd, err := unix.Socket(family, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
		if err != nil {
			t.Skipf("no socket: %v", err)
		}
		defer unix.Close(fd)
		if err := unix.Bind(fd, to); err != nil {
			t.Skipf("no %s here: %v", text, err)
		}
		if got, ok := Sockname(fd); !ok || got.String() != text {
			t.Errorf("%v, %v, want %s", got, ok, text)
		}
	}
	if a, ok := Sockname(-1); ok {
		t.Errorf("no socket has %v", a)
	}
	fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Skip("no unix sockets")
	}
	defer unix.Close(fd)
	if a, ok := Sockname(fd); ok {
		t.Errorf("a unix socket has %v", a)
	}
}
