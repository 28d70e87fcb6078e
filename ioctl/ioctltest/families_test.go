package ioctltest

import (
	"errors"
	"net/netip"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// inet6Requests are the requests for IPv6 alone, the kernel's and ours.
type inet6Requests interface {
	AddAddr6(index int, addr netip.Addr, prefixLen uint32) error
	DelAddr6(index int, addr netip.Addr, prefixLen uint32) error
	SetDstAddr6(index int, addr netip.Addr, prefixLen uint32) error
	AddRoute6(ioctl.Route6) error
	DelRoute6(ioctl.Route6) error
}

// An IPv4 address isn't taken for the IPv6 one that it can be mapped to: its prefix
// length would mean another net.
func TestInetInInet6Requests(t *testing.T) {
	k := New(Loopback(), Ethernet("eth0", [6]byte{2, 0, 0, 0, 0, 1}))
	c, err := k.Dial(unix.AF_INET6)
	if err != nil {
		t.Fatal(err)
	}
	inet, inet6 := netip.MustParseAddr("10.0.0.1"), netip.MustParseAddr("2001:db8::1")
	for name, c := range map[string]inet6Requests{"in memory": c, "the kernel's": new(ioctl.Conn)} {
		for what, err := range map[string]error{
			"AddAddr6":              c.AddAddr6(2, inet, 24),
			"DelAddr6":              c.DelAddr6(2, inet, 24),
			"SetDstAddr6":           c.SetDstAddr6(2, inet, 24),
			"AddRoute6":             c.AddRoute6(ioctl.Route6{Dst: inet, PrefixLen: 24, Index: 2}),
			"AddRoute6 of gateway":  c.AddRoute6(ioctl.Route6{Dst: inet6, PrefixLen: 24, Gateway: inet, Index: 2}),
			"DelRoute6":             c.DelRoute6(ioctl.Route6{Dst: inet, PrefixLen: 24, Index: 2}),
			"DelRoute6 of gateway":  c.DelRoute6(ioctl.Route6{Dst: inet6, PrefixLen: 24, Gateway: inet, Index: 2}),
			"AddRoute6 of nothing":  c.AddRoute6(ioctl.Route6{}),
			"AddAddr6 of nothing":   c.AddAddr6(2, netip.Addr{}, 24),
			"SetDstAddr6 of no one": c.SetDstAddr6(2, netip.Addr{}, 24),
		} {
			if !errors.Is(err, unix.EAFNOSUPPORT) {
				t.Errorf("%s, %s: %v", name, what, err)
			}
		}
	}
	mapped := netip.MustParseAddr("::ffff:10.0.0.1")
	if err := c.AddAddr6(2, mapped, 96); err != nil {
		t.Errorf("%v, written as IPv6: %v", mapped, err)
	}
	if err := c.AddAddr6(2, netip.MustParseAddr("fe80::1%eth0"), 64); err != nil || c.DelAddr6(2, netip.MustParseAddr("fe80::1"), 64) != nil {
		t.Errorf("an address has a zone: %v\n%v", err, k)
	}
}
