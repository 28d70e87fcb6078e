package ioctltest_test

import (
	"errors"
	"net/netip"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
)

// The kernel in memory says what Linux does of the small tools' requests.
func TestSmallRequests(t *testing.T) {
	k := ioctltest.New(ioctltest.Loopback(), ioctltest.Ethernet("eth0", [6]byte{2}), ioctltest.TunnelBase("gre0"))
	k.Interface("eth0").MII = &ioctltest.MII{PHY: 3, NoRead: []uint16{15}}
	k.Add(ioctltest.Interface{Name: "plip0", PLIP: &ioctl.PLIP{Nibble: 3000, Trigger: 500}})
	c, err := k.Dial(unix.AF_INET)
	if err != nil {
		t.Fatal(err)
	}
	group, a := [14]byte{1, 0, 0x5e}, netip.MustParseAddr("10.0.0.2")
	gre := ioctl.Tunnel{Name: "g1", Protocol: 47, Remote: a}
	for i, step := range []struct {
		got, want error
	}{
		{c.AddMulticast("lo", group), unix.EINVAL},
		{c.AddMulticast("eth0", group), nil},
		{c.AddMulticast("eth0", group), nil},
		{c.DelMulticast("eth0", group), nil},
		{c.DelMulticast("eth0", group), nil},
		{c.DelMulticast("eth0", group), unix.ENOENT},
		{second(c.MIIPhy("lo")), unix.EOPNOTSUPP},
		{second(c.MIIPhy("eth0")), nil},
		{second(c.MIIRegister("eth0", 3, 15)), unix.EIO},
		{c.SetMIIRegister("eth0", 3, 4, 0x1e1), nil},
		{c.AddTunnel("tunl0", gre), unix.ENODEV},
		{c.AddTunnel("eth0", gre), unix.EOPNOTSUPP},
		{c.AddTunnel("gre0", gre), nil},
		{c.AddTunnel("gre0", gre), unix.EEXIST},
		{c.ChangeTunnel("g1", ioctl.Tunnel{Protocol: 47, Remote: a, TTL: 9}), nil},
		{second(c.Tunnel("eth0", gre)), unix.EOPNOTSUPP},
		{c.DelTunnel("gre0", ioctl.Tunnel{}), unix.EPERM},
		{c.DelTunnel("g1", gre), nil},
		{second(c.PLIP("eth0")), unix.EOPNOTSUPP},
		{c.SetPLIP("plip0", ioctl.PLIP{Nibble: 5, Trigger: 500}), nil},
		{c.SetRARP(ioctl.ARPEntry{Addr: a}), unix.ENOTTY},
	} {
		if !errors.Is(step.got, step.want) || (step.got == nil) != (step.want == nil) {
			t.Errorf("step %d: %v, want %v", i, step.got, step.want)
		}
	}
	if v, err := c.MIIRegister("eth0", 3, 4); v != 0x1e1 || err != nil {
		t.Errorf("register 4: %x, %v", v, err)
	}
	if v, err := c.PLIP("plip0"); v.Nibble != 5 || err != nil {
		t.Errorf("%+v, %v", v, err)
	}
	if k.Interface("g1") != nil {
		t.Error("g1 is there still")
	}
}

func second[T any](_ T, err error) error { return err }
