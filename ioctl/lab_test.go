package ioctl

import (
	"errors"
	"net/netip"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/sys/unix"

	"classicnet/internal/netlab"
)

func TestMain(m *testing.M) { netlab.Main(m) }

var comparable = cmpopts.EquateComparable(netip.Addr{})

// open returns a socket in a lab with a card eth1, or nil in the process that
// only waits for it.
func open(t *testing.T) (*netlab.Lab, *Conn) {
	t.Helper()
	netlab.Need(t, "ip", netlab.Veth)
	lab := netlab.Inside(t)
	if lab == nil {
		return nil, nil
	}
	lab.Veth("eth1", "00:0d:61:0b:d9:a0")
	return lab, must(Open())(t)
}

// must ends the test unless a call succeeded.
func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// ok ends the test unless a change succeeded.
func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// refused checks an error of the kernel whole.
func refused(t *testing.T, err error, request, name string, errno unix.Errno) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("%v is no *Error", err)
	}
	if diff := cmp.Diff(&Error{request, name, errno}, e); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// equal compares what the kernel says with what it was told.
func equal[T any](t *testing.T, want, got T) {
	t.Helper()
	if diff := cmp.Diff(want, got, comparable); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestDevice(t *testing.T) {
	lab, c := open(t)
	if lab == nil {
		return
	}
	defer c.Close()
	equal(t, FlagBroadcast|FlagMulticast, must(c.Flags("eth1"))(t))
	ok(t, c.SetFlags("eth1", FlagUp|FlagBroadcast|FlagMulticast|FlagPromisc))
	if got := must(c.Flags("eth1"))(t); got&FlagUp == 0 || got&FlagPromisc == 0 {
		t.Errorf("flags are %#x", uint16(got))
	}
	ok(t, c.SetMTU("eth1", 1400))
	equal(t, 1400, must(c.MTU("eth1"))(t))
	refused(t, c.SetMTU("eth1", -5), "SIOCSIFMTU", "eth1", unix.EINVAL)
	equal(t, 0, must(c.Metric("eth1"))(t))
	refused(t, c.SetMetric("eth1", 1), "SIOCSIFMETRIC", "eth1", unix.EOPNOTSUPP)
	equal(t, 1000, must(c.TxQueueLen("eth1"))(t))
	equal(t, Map{}, must(c.Map("eth1"))(t))
	index := must(c.Index("eth1"))(t)
	equal(t, "eth1", must(c.Name(index))(t))
	equal(t, index, must(c.Index("eth1:7"))(t))
	_, err := c.Name(9999)
	refused(t, err, "SIOCGIFNAME", "#9999", unix.ENODEV)
	refused(t, c.SetMTU("", 1400), "SIOCSIFMTU", "", unix.ENODEV)
}

func TestRename(t *testing.T) {
	lab, c := open(t)
	if lab == nil {
		return
	}
	ok(t, c.Rename("eth1", "wan0"))
	must(c.Flags("wan0"))(t)
	refused(t, c.Rename("wan0", "lo"), "SIOCSIFNAME", "wan0", unix.EEXIST)
	refused(t, c.Rename("wan0", "a/b"), "SIOCSIFNAME", "wan0", unix.EINVAL)
	refused(t, c.Rename("wan0", ""), "SIOCSIFNAME", "wan0", unix.EINVAL)
	refused(t, c.Rename("wan0", "0123456789abcdef"), "SIOCSIFNAME", "wan0", unix.EINVAL)
}

func TestHardwareAddr(t *testing.T) {
	lab, c := open(t)
	if lab == nil {
		return
	}
	want := HardwareAddr{Type: unix.ARPHRD_ETHER, Data: [14]byte{0, 0x0d, 0x61, 0x0b, 0xd9, 0xa0}}
	equal(t, want, must(c.HardwareAddr("eth1"))(t))
	want.Data[5] = 7
	ok(t, c.SetHardwareAddr("eth1", want))
	equal(t, want, must(c.HardwareAddr("eth1"))(t))
	want.Type = unix.ARPHRD_IEEE802
	refused(t, c.SetHardwareAddr("eth1", want), "SIOCSIFHWADDR", "eth1", unix.EINVAL)
}

func TestRootsOwnRequests(t *testing.T) {
	netlab.Need(t, netlab.TxQueueLen, netlab.Map)
	lab, c := open(t)
	if lab == nil {
		return
	}
	ok(t, c.SetTxQueueLen("eth1", 7))
	equal(t, 7, must(c.TxQueueLen("eth1"))(t))
	refused(t, c.SetMap("eth1", Map{IRQ: 5}), "SIOCSIFMAP", "eth1", unix.EOPNOTSUPP)
	refused(t, c.SetKeepalive("eth1", 5), "SIOCSKEEPALIVE", "eth1", unix.EOPNOTSUPP)
	refused(t, c.SetOutfill("eth1", 5), "SIOCSOUTFILL", "eth1", unix.EOPNOTSUPP)
	_, err := c.Outfill("eth1")
	refused(t, err, "SIOCGOUTFILL", "eth1", unix.EOPNOTSUPP)
	_, err = c.Keepalive("eth1")
	refused(t, err, "SIOCGKEEPALIVE", "eth1", unix.EOPNOTSUPP)
}

func TestAddresses(t *testing.T) {
	lab, c := open(t)
	if lab == nil {
		return
	}
	a := netip.MustParseAddr
	_, err := c.Addr("eth1")
	refused(t, err, "SIOCGIFADDR", "eth1", unix.EADDRNOTAVAIL)
	refused(t, c.SetNetmask("eth1", a("255.0.0.0")), "SIOCSIFNETMASK", "eth1", unix.EADDRNOTAVAIL)

	ok(t, c.SetAddr("eth1", a("192.168.1.1")))
	ok(t, c.SetAddr("eth1:0", a("192.168.0.1")))
	equal(t, a("192.168.1.1"), must(c.Addr("eth1"))(t))
	equal(t, a("192.168.0.1"), must(c.Addr("eth1:0"))(t))
	equal(t, a("255.255.255.0"), must(c.Netmask("eth1:0"))(t))
	equal(t, a("192.168.0.255"), must(c.Broadcast("eth1:0"))(t))

	ok(t, c.SetNetmask("eth1:0", a("255.255.0.0")))
	ok(t, c.SetBroadcast("eth1:0", a("192.168.99.255")))
	ok(t, c.SetDstAddr("eth1:0", a("192.168.0.9")))
	equal(t, a("255.255.0.0"), must(c.Netmask("eth1:0"))(t))
	equal(t, a("192.168.99.255"), must(c.Broadcast("eth1:0"))(t))
	equal(t, a("192.168.0.9"), must(c.DstAddr("eth1:0"))(t))
	refused(t, c.SetAddr("eth1", a("fe80::1")), "SIOCSIFADDR", "eth1", unix.EAFNOSUPPORT)

	ok(t, c.SetFlags("eth1:0", 0)) // deletes the alias
	refused(t, c.SetFlags("eth1:0", FlagUp), "SIOCSIFFLAGS", "eth1:0", unix.EADDRNOTAVAIL)
}

// Lists of every length around the buffer's, in which no label is missing and
// none stands twice.
func TestInterfaces(t *testing.T) {
	lab, c := open(t)
	if lab == nil {
		return
	}
	equal(t, 0, len(must(c.Interfaces())(t)))
	var want []InterfaceAddr
	for i := range 2*firstConf + 2 {
		a := InterfaceAddr{"eth1:" + string(rune('a'+i/26)) + string(rune('a'+i%26)), netip.AddrFrom4([4]byte{10, 0, byte(i), 1})}
		ok(t, c.SetAddr(a.Name, a.Addr))
		want = append(want, a)
		got := must(c.Interfaces())(t)
		slices.SortFunc(got, func(a, b InterfaceAddr) int { return a.Addr.Compare(b.Addr) })
		equal(t, want, got)
	}
}

func TestInet6(t *testing.T) {
	lab, c := open(t)
	if lab == nil {
		return
	}
	c6 := must(OpenFamily(unix.AF_INET6))(t)
	defer c6.Close()
	index := must(c.Index("eth1"))(t)
	a := netip.MustParseAddr("2001:db8::1")
	ok(t, c6.AddAddr6(index, a, 64))
	refused(t, c6.AddAddr6(index, a, 64), "SIOCSIFADDR", "eth1", unix.EEXIST)
	refused(t, c6.DelAddr6(index, a, 65), "SIOCDIFADDR", "eth1", unix.EADDRNOTAVAIL)
	ok(t, c6.DelAddr6(index, a, 64))
	refused(t, c6.SetDstAddr6(index, a, 64), "SIOCSIFDSTADDR", "eth1", unix.ENODEV)
	refused(t, c6.AddAddr6(index, netip.Addr{}, 64), "SIOCSIFADDR", "eth1", unix.EAFNOSUPPORT)
}

func TestRoutes(t *testing.T) {
	lab, c := open(t)
	if lab == nil {
		return
	}
	a := netip.MustParseAddr
	ok(t, c.SetAddr("eth1", a("10.9.0.1")))
	ok(t, c.SetFlags("eth1", FlagUp))
	r := Route{
		Dst: a("10.3.0.0"), Gateway: a("10.9.0.2"), Genmask: a("255.255.0.0"),
		Flags:  RouteUp | RouteGateway | RouteMSS | RouteWindow | RouteIRTT,
		Metric: 5, Device: "eth1", MTU: 1400, Window: 5000, IRTT: 33,
	}
	ok(t, c.AddRoute(r))
	refused(t, c.AddRoute(r), "SIOCADDRT", "eth1", unix.EEXIST)
	equal(t, "10.3.0.0/16 via 10.9.0.2 dev eth1 metric 4 window 5000 rtt 33ms advmss 1360 \n",
		lab.Sh("ip route show 10.3.0.0/16"))
	none := r
	none.Device, none.EmptyDevice = "", true
	refused(t, c.DelRoute(none), "SIOCDELRT", "", unix.ENODEV)
	ok(t, c.DelRoute(r))
	refused(t, c.DelRoute(r), "SIOCDELRT", "eth1", unix.ESRCH)
	refused(t, c.AddRoute(Route{Dst: a("::1")}), "SIOCADDRT", "", unix.EAFNOSUPPORT)
	ok(t, c.AddRoute(Route{Dst: a("10.4.0.1"), HostGenmask: true, Flags: RouteUp | RouteHost, Device: "eth1"}))
}

func TestRoutes6(t *testing.T) {
	lab, c := open(t)
	if lab == nil {
		return
	}
	c6 := must(OpenFamily(unix.AF_INET6))(t)
	ok(t, c.SetFlags("eth1", FlagUp))
	r := Route6{
		Dst: netip.MustParseAddr("2001:db8:1::"), PrefixLen: 48, Metric: 7, Flags: RouteUp,
		Index: must(c.Index("eth1"))(t),
	}
	ok(t, c6.AddRoute6(r))
	equal(t, "2001:db8:1::/48 dev eth1 metric 7 pref medium\n", lab.Sh("ip -6 route show 2001:db8:1::/48"))
	ok(t, c6.DelRoute6(r))
	refused(t, c6.DelRoute6(r), "SIOCDELRT", "eth1", unix.ESRCH)
	r.Index = 9999
	refused(t, c6.AddRoute6(r), "SIOCADDRT", "#9999", unix.ENODEV)
	refused(t, c6.AddRoute6(Route6{}), "SIOCADDRT", "", unix.EAFNOSUPPORT)
}

func TestARP(t *testing.T) {
	lab, c := open(t)
	if lab == nil {
		return
	}
	a := netip.MustParseAddr
	ok(t, c.SetAddr("eth1", a("10.9.0.1")))
	ok(t, c.SetFlags("eth1", FlagUp))
	e := ARPEntry{
		Addr: a("10.9.0.2"), Flags: ARPComplete | ARPPermanent, Device: "eth1",
		Hw: HardwareAddr{Type: unix.ARPHRD_ETHER, Data: [14]byte{2, 0, 0, 0, 0, 9}},
	}
	ok(t, c.SetARP(e))
	equal(t, e, must(c.ARP(e))(t))
	ok(t, c.DelARP(e))
	_, err := c.ARP(ARPEntry{Addr: a("10.9.0.3"), Device: "eth1"})
	refused(t, err, "SIOCGARP", "eth1", unix.ENXIO)
	ok(t, c.SetARP(ARPEntry{Addr: a("10.7.0.0"), Netmask: a("255.255.255.255"), Flags: ARPPublish | ARPPermanent, Device: "eth1"}))
	refused(t, c.SetARP(ARPEntry{}), "SIOCSARP", "", unix.EAFNOSUPPORT)
}
