package ioctltest_test

import (
	"errors"
	"net/netip"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
)

// What is accepted succeeds and changes nothing, of all kinds of requests.
func TestAccept(t *testing.T) {
	k := ioctltest.New(ioctltest.Ethernet("eth0", [6]byte{2}))
	k.NoBridges, k.NoVLANs, k.Families = true, true, []int{unix.AF_X25}
	inet, _ := k.Dial(unix.AF_INET)
	inet6, _ := k.Dial(unix.AF_INET6)
	x25, _ := k.Dial(unix.AF_X25)
	tun, err := k.OpenTun(ioctl.TunPath)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tun.Attach("tun0", ioctl.TunIP); err != nil {
		t.Fatal(err)
	}
	a, b := netip.MustParseAddr("10.0.0.1"), netip.MustParseAddr("2001:db8::1")
	for words, request := range map[string]func() error{
		"SIOCSIFMTU eth0":     func() error { return inet.SetMTU("eth0", -1) },
		"SIOCSIFFLAGS eth0:1": func() error { return inet.SetFlags("eth0:1", 0) },
		"SIOCSIFNETMASK":      func() error { return inet.SetNetmask("eth0", a) },
		"SIOCADDRT 10.0.0.1":  func() error { return inet.AddRoute(ioctl.Route{Dst: a}) },
		"SIOCDELRT 2001:db8::1/0": func() error {
			return inet6.DelRoute6(ioctl.Route6{Dst: b})
		},
		"SIOCADDRT {Address:1": func() error { return x25.AddX25Route(ioctl.X25Route{Address: "1"}) },
		"SIOCSARP":             func() error { return inet.SetARP(ioctl.ARPEntry{Addr: a}) },
		"SIOCSRARP":            func() error { return inet.SetRARP(ioctl.ARPEntry{Addr: a}) },
		"SIOCDIFADDR":          func() error { return inet6.DelAddr6(99, b, 64) },
		"SIOCBRADDBR br0":      func() error { return inet.AddBridge("br0") },
		"SIOCBRADDIF":          func() error { return inet.AddBridgePort("eth0", 1) },
		"SIOCSIFVLAN eth0 add": func() error { return inet.AddVLAN("eth0", 9) },
		"SIOCSIFVLAN names":    func() error { return inet.SetVLANNames(9) },
		"SIOCBONDENSLAVE":      func() error { return inet.BondEnslave("eth0", "nosuch") },
		"SIOCDELTUNNEL":        func() error { return inet.DelTunnel("eth0", ioctl.Tunnel{}) },
		"SIOCSMIIREG":          func() error { return inet.SetMIIRegister("eth0", 0, 0, 0) },
		"TUNSETOWNER 9":        func() error { return tun.SetOwner(9) },
	} {
		k.Accept(words)
		if err := request(); err != nil {
			t.Errorf("%s: %v", words, err)
		}
	}
	if d := k.Interface("tun0"); d.Tun.Owner != -1 || len(k.Interface("eth0").Addrs) > 0 || k.Interface("br0") != nil {
		t.Errorf("something was done: %+v", d.Tun)
	}
}

// Words that are parts of others' aren't theirs, a failure comes first, and nothing
// is accepted on a socket that can't be used or an interface that isn't there.
func TestAcceptsNoMore(t *testing.T) {
	k := ioctltest.New(ioctltest.Ethernet("eth0", [6]byte{2}))
	k.Accept("SIOCSIFMTU")
	k.Accept("SIOCADD")
	k.Accept("SIOCGIFMAP")
	k.Accept("SIOCADDRT")
	k.Fail("SIOCSIFMTU eth0 7", unix.EIO)
	inet, _ := k.Dial(unix.AF_INET)
	inet6, _ := k.Dial(unix.AF_INET6)
	closed, _ := k.Dial(unix.AF_INET)
	closed.Close()
	for i, step := range []struct{ got, want error }{
		{inet.SetMTU("eth0", 7), unix.EIO},
		{inet.SetMTU("eth0", 70000), nil},
		{inet.SetMTU("eth1", 7), unix.ENODEV},
		{inet.AddMulticast("eth0", [14]byte{}), nil},
		{inet.DelMulticast("eth0", [14]byte{2}), unix.ENOENT},
		{second(inet.Map("eth1")), unix.ENODEV},
		{inet6.AddRoute(ioctl.Route{Dst: netip.IPv4Unspecified()}), unix.EINVAL},
		{closed.SetMTU("eth0", 70000), unix.EBADF},
	} {
		if !errors.Is(step.got, step.want) || (step.got == nil) != (step.want == nil) {
			t.Errorf("step %d: %v, want %v", i, step.got, step.want)
		}
	}
	if len(k.Interface("eth0").Groups) == 0 {
		t.Error("SIOCADD stands for SIOCADDMULTI")
	}
	k.Unprivileged = true
	if err := inet.SetMTU("eth0", 9000); !errors.Is(err, unix.EPERM) {
		t.Errorf("without rights: %v", err)
	}
}

// An interface whose requests are used up isn't listed any more, whoever asks.
func TestVanishedIsGone(t *testing.T) {
	k := ioctltest.New(ioctltest.Ethernet("eth0", [6]byte{2}), ioctltest.Ethernet("eth1", [6]byte{2}))
	c, _ := k.Dial(unix.AF_INET)
	_ = c.SetAddr("eth0", netip.MustParseAddr("10.0.0.1"))
	k.Vanish("eth0", 1)
	for want := range 2 {
		list, err := c.Interfaces()
		if err != nil || len(list) != 1-want {
			t.Errorf("%v, %v", list, err)
		}
		_, _ = c.MTU("eth1")
		_, _ = c.MTU("eth0")
	}
}
