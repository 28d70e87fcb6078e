package ioctl

import (
	"errors"
	"fmt"
	"io/fs"
	"net/netip"
	"testing"

	"golang.org/x/sys/unix"
)

// What an errno means can be asked for by the names of package fs.
func TestErrorIs(t *testing.T) {
	for _, test := range []struct {
		request string
		errno   unix.Errno
		want    []error
	}{
		{"SIOCGIFFLAGS", unix.ENODEV, []error{fs.ErrNotExist, unix.ENODEV}},
		{"SIOCGIFADDR", unix.EADDRNOTAVAIL, []error{fs.ErrNotExist}},
		{"SIOCSIFHWADDR", unix.EADDRNOTAVAIL, []error{unix.EADDRNOTAVAIL}},
		{"SIOCDELRT", unix.ESRCH, []error{fs.ErrNotExist}},
		{"SIOCGARP", unix.ENXIO, []error{fs.ErrNotExist}},
		{"SIOCDARP", unix.ENOENT, []error{fs.ErrNotExist}},
		{"SIOCADDRT", unix.EEXIST, []error{fs.ErrExist}},
		{"SIOCSIFMTU", unix.EPERM, []error{fs.ErrPermission, unix.EPERM}},
		{"socket", unix.EACCES, []error{fs.ErrPermission}},
		{"SIOCSIFMTU", unix.EINVAL, []error{unix.EINVAL}},
	} {
		err := fmt.Errorf("wrapped: %w", failure(test.request, "eth0", test.errno))
		is := map[error]bool{}
		for _, target := range test.want {
			is[target] = true
		}
		for _, target := range []error{fs.ErrNotExist, fs.ErrExist, fs.ErrPermission, fs.ErrInvalid, test.errno} {
			want := is[target] || target == error(test.errno)
			if got := errors.Is(err, target); got != want {
				t.Errorf("%v: Is %v is %t", err, target, got)
			}
		}
	}
}

func TestHardwareAddrString(t *testing.T) {
	for want, a := range map[string]HardwareAddr{
		"00:0d:61:0b:d9:a0": {Type: unix.ARPHRD_ETHER, Data: [14]byte{0, 0x0d, 0x61, 0x0b, 0xd9, 0xa0}},
		"":                  {Type: unix.ARPHRD_LOOPBACK},
		"N0CALL-1":          {Type: unix.ARPHRD_AX25, Data: [14]byte{'N' << 1, '0' << 1, 'C' << 1, 'A' << 1, 'L' << 1, 'L' << 1, 1 << 1}},
	} {
		if got := a.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestMask(t *testing.T) {
	for bits := -1; bits <= 33; bits++ {
		mask := Mask(bits)
		got, ok := MaskLen(mask)
		if want := min(max(bits, 0), 32); !ok || got != want {
			t.Errorf("%s of %d is %d, %t", mask, bits, got, ok)
		}
	}
	for _, text := range []string{"255.0.255.0", "0.0.0.1", "ffff::"} {
		if bits, ok := MaskLen(netip.MustParseAddr(text)); ok {
			t.Errorf("%s is %d", text, bits)
		}
	}
	if bits, ok := MaskLen(netip.Addr{}); ok {
		t.Errorf("the zero Addr is %d", bits)
	}
	if Mask(24) != netip.MustParseAddr("255.255.255.0") {
		t.Error(Mask(24))
	}
}
