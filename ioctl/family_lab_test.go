package ioctl

import (
	"fmt"
	"net/netip"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/internal/netlab"
)

// An answer counts if it is of the family that was asked for.
func TestFamilyAddr(t *testing.T) {
	lab, c := open(t)
	if lab == nil {
		return
	}
	addr := netip.MustParseAddr("10.0.0.1")
	var ask, other Sockaddr
	ask.SetFamily(unix.AF_INET)
	other.SetFamily(unix.AF_APPLETALK)
	_, err := c.FamilyAddr("eth1", ask)
	refused(t, err, "SIOCGIFADDR", "eth1", unix.EADDRNOTAVAIL)
	ok(t, c.SetSockaddr(AddrLocal, "eth1", InetSockaddr(addr)))
	equal(t, InetSockaddr(addr), must(c.FamilyAddr("eth1", ask))(t))
	_, err = c.FamilyAddr("eth1", other)
	refused(t, err, "SIOCGIFADDR", "eth1", unix.EAFNOSUPPORT)
	refused(t, c.SetSockaddr(AddrLocal, "eth1", other), "SIOCSIFADDR", "eth1", unix.EINVAL)
}

// Each kind of address is set and read on its own.
func TestKindsOfAddresses(t *testing.T) {
	lab, c := open(t)
	if lab == nil {
		return
	}
	a := netip.MustParseAddr
	for _, x := range []struct {
		kind AddrKind
		addr string
		read func(string) (netip.Addr, error)
	}{
		{AddrLocal, "10.0.0.1", c.Addr}, {AddrPeer, "10.0.0.2", c.DstAddr}, {AddrBroadcast, "10.0.9.255", c.Broadcast}, {AddrNetmask, "255.255.0.0", c.Netmask},
	} {
		ok(t, c.SetSockaddr(x.kind, "eth1", InetSockaddr(a(x.addr))))
		equal(t, a(x.addr), must(x.read("eth1"))(t))
		equal(t, a(x.addr), must(c.InetBeside(x.kind, "eth1", a("10.0.0.1")))(t))
	}
	refused(t, c.SetNetmask("eth1", a("255.0.255.0")), "SIOCSIFNETMASK", "eth1", unix.EINVAL)
	ok(t, c.SetAddr("eth1", a("0.0.0.0")))
	_, err := c.Addr("eth1")
	refused(t, err, "SIOCGIFADDR", "eth1", unix.EADDRNOTAVAIL)
}

// A label is up to 15 bytes, of which any may be no letter. All of them are the
// device, and each its own address.
func TestLabels(t *testing.T) {
	lab, c := open(t)
	if lab == nil {
		return
	}
	want := map[string]netip.Addr{}
	for i, label := range []string{"eth1", "eth1:", "eth1:0", "eth1:-1", "eth1:\x1b[2J", "eth1:\xff", "eth1:a:b", "eth1:0123456789"} {
		want[label] = netip.AddrFrom4([4]byte{10, 0, byte(i), 1})
		ok(t, c.SetAddr(label, want[label]))
	}
	for _, entry := range must(c.Interfaces())(t) {
		equal(t, want[entry.Name], entry.Addr)
		equal(t, want[entry.Name], must(c.Addr(entry.Name))(t))
		equal(t, must(c.MTU("eth1"))(t), must(c.MTU(entry.Name))(t))
		delete(want, entry.Name)
	}
	equal(t, 0, len(want))
	refused(t, c.SetAddr("eth2:0", netip.MustParseAddr("10.0.0.2")), "SIOCSIFADDR", "eth2:0", unix.ENODEV)
	refused(t, c.SetAddr("eth1:9", netip.MustParseAddr("10.0.2.1")), "SIOCSIFADDR", "eth1:9", unix.EEXIST)
}

// The kernel tells a device's own link type, whatever it is, and as much of the
// address as that has.
func TestLinkTypes(t *testing.T) {
	netlab.Need(t, netlab.Tun)
	lab := netlab.Inside(t)
	if lab == nil {
		return
	}
	c := must(Open())(t)
	for _, kind := range []uint16{0, 1, 3, 256, 270, 512, 768, 772, 776, 801, 65534} {
		name := fmt.Sprintf("a%d", kind)
		lab.Tap(name, strings.TrimPrefix(name, "a"), "02:1a:2b:3c:4d:5e")
		hw := must(c.HardwareAddr(name))(t)
		equal(t, kind, hw.Type)
		if address := [14]byte{0x02, 0x1a, 0x2b, 0x3c, 0x4d, 0x5e}; hw.Data != address {
			for i := range address {
				if hw.Data[i] != 0 && hw.Data[i] != address[i] {
					t.Errorf("%d: % x", kind, hw.Data)
				}
			}
		}
		hw.Type++
		refused(t, c.SetHardwareAddr(name, hw), "SIOCSIFHWADDR", name, unix.EINVAL)
	}
}
