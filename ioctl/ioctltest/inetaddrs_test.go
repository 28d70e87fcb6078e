package ioctltest_test

import (
	"errors"
	"net/netip"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
)

// What a dump tells is what the single requests tell.
func TestInetAddrs(t *testing.T) {
	k := ioctltest.New(ioctltest.Loopback(), ioctltest.Ethernet("eth0", [6]byte{2}))
	c, err := k.Dial(unix.AF_INET)
	if err != nil {
		t.Fatal(err)
	}
	for label, addr := range map[string]string{"eth0": "10.1.2.3", "eth0:1": "192.168.7.9"} {
		if err := c.SetAddr(label, netip.MustParseAddr(addr)); err != nil {
			t.Fatal(err)
		}
	}
	list, err := c.InetAddrs()
	if err != nil || len(list) == 0 {
		t.Fatal(list, err)
	}
	for _, a := range list {
		addr, _ := c.Addr(a.Label)
		mask, _ := c.Netmask(a.Label)
		broadcast, _ := c.Broadcast(a.Label)
		peer, _ := c.DstAddr(a.Label)
		index, _ := c.Index(a.Label)
		bits := netip.PrefixFrom(addr, int(a.PrefixLen)).Masked().Addr()
		m, p := mask.As4(), addr.As4()
		for i := range p {
			p[i] &= m[i]
		}
		if a.Addr != addr || a.Broadcast != broadcast || a.Peer != peer || a.Index != index || bits != netip.AddrFrom4(p) {
			t.Errorf("%+v, but %v %v %v %v %d", a, addr, mask, broadcast, peer, index)
		}
	}
	k.Fail("RTM_GETADDR", unix.EPERM)
	var refused *ioctl.Error
	if _, err := c.InetAddrs(); !errors.As(err, &refused) || refused.Request != "RTM_GETADDR" {
		t.Errorf("%v", err)
	}
	c.LockLabels()()
}
