package ioctl

import (
	"strings"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"
)

// The bytes are those that the kernel's struct has on a little-endian machine
// and on a big-endian one; what there is no room for is cut.
func TestX25Route(t *testing.T) {
	arg := newX25Route(X25Route{Address: "123456789012345678", Digits: 0x0f0f0f0f, Device: strings.Repeat("x", 300)})
	bytes := (*[220]byte)(unsafe.Pointer(&arg))
	equal(t, "123456789012345\x00\x0f\x0f\x0f\x0f"+strings.Repeat("x", 199)+"\x00", string(bytes[:]))
}

func TestX25RouteOnNoSocket(t *testing.T) {
	c := Descriptor(-1)
	refused(t, c.AddX25Route(X25Route{Device: "x25tap0"}), "SIOCADDRT", "x25tap0", unix.EBADF)
	refused(t, c.DelX25Route(X25Route{Device: "x25tap0"}), "SIOCDELRT", "x25tap0", unix.EBADF)
}
