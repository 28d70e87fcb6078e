package ioctl

import (
	"net/netip"
	"testing"

	"golang.org/x/sys/unix"
)

func TestSeveralAddressesOfOneLabel(t *testing.T) {
	lab, c := open(t)
	if lab == nil {
		return
	}
	lab.Sh(`ip addr add 10.0.0.1/8 brd 10.255.255.255 dev eth1
ip addr add 10.1.0.1/16 brd 10.1.255.255 dev eth1
ip addr add 10.9.0.1 peer 10.9.0.2/24 dev eth1
ip addr add 10.2.0.1/24 dev eth1 label eth1:x`)
	for _, x := range []struct {
		kind       AddrKind
		addr, want string
	}{
		{AddrLocal, "10.1.0.1", "10.1.0.1"},
		{AddrNetmask, "10.0.0.1", "255.0.0.0"},
		{AddrNetmask, "10.1.0.1", "255.255.0.0"},
		{AddrBroadcast, "10.1.0.1", "10.1.255.255"},
		{AddrPeer, "10.9.0.1", "10.9.0.2"},
		{AddrNetmask, "10.2.0.1", "255.0.0.0"}, // of another label
	} {
		got, err := c.InetBeside(x.kind, "eth1", netip.MustParseAddr(x.addr))
		if err != nil || got.String() != x.want {
			t.Errorf("%v of %s: %v, %v; want %s", x.kind, x.addr, got, err, x.want)
		}
	}
	_, err := c.InetBeside(AddrNetmask, "nosuch", netip.MustParseAddr("10.0.0.1"))
	refused(t, err, "SIOCGIFNETMASK", "nosuch", unix.ENODEV)
	_, err = c.InetBeside(AddrNetmask, "eth1:9", netip.MustParseAddr("10.0.0.1"))
	refused(t, err, "SIOCGIFNETMASK", "eth1:9", unix.EADDRNOTAVAIL)
	_, err = c.InetBeside(AddrNetmask, "eth1", netip.MustParseAddr("::1"))
	refused(t, err, "SIOCGIFNETMASK", "eth1", unix.EAFNOSUPPORT)
}
