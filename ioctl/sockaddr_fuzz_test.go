package ioctl

import (
	"testing"

	"golang.org/x/sys/unix"
)

// FuzzSockaddr: sixteen bytes are an IPv4 address if their family says so, and
// are then those of its sockaddr but for port and padding.
func FuzzSockaddr(f *testing.F) {
	f.Add([]byte("\x02\x00\x00\x00\x0a\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00"))
	f.Add([]byte("\x00\x02\x00\x00\x0a\x00\x00\x01\xff\xff\xff\xff\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) != sockaddrSize {
			return
		}
		addr, ok := inetOf(b)
		if want := Sockaddr(b).Family() == unix.AF_INET; ok != want || addr.Is4() != want {
			t.Fatalf("%x: %v, %v", b, addr, ok)
		}
		if !ok {
			return
		}
		written := InetSockaddr(addr)
		if again, ok := inetOf(written[:]); !ok || again != addr || Sockaddr(b).String() != addr.String() {
			t.Errorf("%v became %v", addr, written)
		}
	})
}
