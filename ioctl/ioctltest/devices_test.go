package ioctltest_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"classicnet/internal/netlab"
	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
)

// bridging is what both kernels can be asked about bridges.
type bridging interface {
	Index(name string) (int, error)
	Name(index int) (string, error)
	Flags(name string) (ioctl.Flags, error)
	SetFlags(name string, flags ioctl.Flags) error
	HardwareAddr(name string) (ioctl.HardwareAddr, error)
	AddBridge(name string) error
	DelBridge(name string) error
	AddBridgePort(bridge string, index int) error
	DelBridgePort(bridge string, index int) error
	Bridges() ([]int, error)
	BridgeInfo(bridge string) (ioctl.BridgeInfo, error)
	BridgePorts(bridge string) ([]int, error)
	BridgePort(bridge string, port int) (ioctl.BridgePort, error)
	SetBridge(bridge string, setting ioctl.BridgeSetting, value uint64) error
	SetBridgePort(bridge string, setting ioctl.BridgeSetting, port int, value uint64) error
}

// bridgeState is what is seen of the bridges, a line each. An address that a new
// bridge has at random isn't, nor are times that kernels give in ticks.
func bridgeState(k bridging) (text string) {
	list, err := k.Bridges()
	text = fmt.Sprintln("bridges", err)
	for _, index := range list {
		name, _ := k.Name(index)
		info, err := k.BridgeInfo(name)
		ports, err2 := k.BridgePorts(name)
		text += fmt.Sprintln(name, err, err2, info.STP, info.ID[:2], info.BridgeForwardDelay, info.AgeingTime)
		for number, index := range ports {
			if index == 0 {
				continue
			}
			port, _ := k.Name(index)
			state, err := k.BridgePort(name, number)
			hw, _ := k.HardwareAddr(name)
			text += fmt.Sprintln(" ", number, port, err, state.PathCost, state.ID, hw.Data[:6])
		}
	}
	return text
}

// bridgeStep is a request that mostly means something, the same on either kernel.
func bridgeStep(d *rand.Rand) (string, func(bridging) error) {
	pick := func(list ...string) string { return list[d.IntN(len(list))] }
	number := func(list ...uint64) uint64 { return list[d.IntN(len(list))] }
	bridge, port := pick("br0", "br0", "br1", "v0", "nosuch", "lo"), pick("v0", "v1", "v0", "br1", "lo", "nosuch")
	index := func(k bridging) int {
		i, err := k.Index(port)
		if err != nil {
			return 9999
		}
		return i
	}
	value := number(0, 1, 5, 63, 64, 99, 200, 300, 600, 3000, 4000, 4100, 65535, 65536)
	switch d.IntN(9) {
	case 0:
		name := pick("br0", "br1", "v0", "", "a/b", "a b", ".")
		return "add " + name, func(k bridging) error { return k.AddBridge(name) }
	case 1:
		return "del " + bridge, func(k bridging) error { return k.DelBridge(bridge) }
	case 2, 3:
		return "port " + bridge + " " + port, func(k bridging) error { return k.AddBridgePort(bridge, index(k)) }
	case 4:
		return "release " + bridge + " " + port, func(k bridging) error { return k.DelBridgePort(bridge, index(k)) }
	case 5:
		up := ioctl.Flags(d.IntN(2))
		return fmt.Sprint("up ", bridge, " ", up), func(k bridging) error {
			flags, err := k.Flags(bridge)
			if err != nil {
				return err
			}
			return k.SetFlags(bridge, flags&^ioctl.FlagUp|up)
		}
	case 6:
		s := []ioctl.BridgeSetting{ioctl.BridgePathCost, ioctl.BridgePortPriority}[d.IntN(2)]
		place := 1 + d.IntN(3)
		return fmt.Sprint("set ", bridge, " ", s, " ", place, " ", value), func(k bridging) error { return k.SetBridgePort(bridge, s, place, value) }
	default:
		s := []ioctl.BridgeSetting{ioctl.BridgeForwardDelay, ioctl.BridgeHelloTime, ioctl.BridgeMaxAge, ioctl.BridgePriority, ioctl.BridgeSTP}[d.IntN(5)]
		value &^= 1 // a kernel of 250 ticks a second has no odd hundredths
		return fmt.Sprint("set ", bridge, " ", s, " ", value), func(k bridging) error { return k.SetBridge(bridge, s, value) }
	}
}

// The kernel in memory answers requests on bridges as the real one does.
func TestBridgesAsTheKernelHasThem(t *testing.T) {
	netlab.Need(t, "ip", netlab.Veth, netlab.Bridge)
	lab := netlab.Inside(t)
	if lab == nil {
		return
	}
	lab.Veth("v0", "02:00:00:00:00:02")
	lab.Veth("v1", "02:00:00:00:00:01")
	real, err := ioctl.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer real.Close()
	for seed := range uint64(40) {
		k := ioctltest.New(ioctltest.Loopback(), ioctltest.Ethernet("v0", [6]byte{2, 0, 0, 0, 0, 2}), ioctltest.Ethernet("v1", [6]byte{2, 0, 0, 0, 0, 1}))
		memory, _ := k.Dial(unix.AF_INET)
		d := rand.New(rand.NewPCG(seed, 1))
		log := ""
		for range 60 {
			text, run := bridgeStep(d)
			log += text + "\n"
			theirs, ours := run(real), run(memory)
			if diff := cmp.Diff(fmt.Sprint(theirs, "\n", bridgeState(real)), fmt.Sprint(ours, "\n", bridgeState(memory))); diff != "" {
				t.Fatalf("seed %d (-kernel +memory)\n%s\nafter\n%s", seed, diff, log)
			}
		}
		for _, name := range []string{"br0", "br1"} {
			real.SetFlags(name, 0)
			real.DelBridge(name)
		}
		for _, name := range []string{"v0", "v1", "lo"} {
			real.SetFlags(name, 0)
		}
	}
}

// Without 8021q and bonding in the kernel of a test: the rules as they were
// seen on one that has them.
func TestVLANs(t *testing.T) {
	k := ioctltest.New(ioctltest.Loopback(), ioctltest.Ethernet("eth0", [6]byte{2}))
	c, _ := k.Dial(unix.AF_INET)
	for _, step := range []struct {
		err  error
		want unix.Errno
	}{
		{c.AddVLAN("eth0", 5), 0}, {c.AddVLAN("eth0", 5), unix.EEXIST}, {c.AddVLAN("eth0", 4095), unix.ERANGE},
		{c.AddVLAN("nosuch", 5), unix.ENODEV}, {c.AddVLAN("lo", 5), unix.EOPNOTSUPP}, {c.SetVLANNames(ioctl.VLANPlusVID), 0},
		{c.AddVLAN("eth0", 7), 0}, {c.SetVLANNames(9), unix.EINVAL}, {c.SetVLANFlag("eth0.5", 1, 0), 0}, {c.SetVLANFlag("eth0", 1, 1), unix.EINVAL},
		{c.SetVLANEgress("nosuch", 1, 1), unix.ENODEV}, {c.SetVLANIngress("eth0.5", 4, 5), 0}, {c.AddVLAN("eth0.5", 9), 0},
		{c.DelVLAN("eth0"), unix.EINVAL}, {c.DelVLAN("eth0.5"), 0}, {c.DelVLAN("eth0.5"), unix.ENODEV},
	} {
		if step.want == 0 && step.err != nil || step.want != 0 && !errors.Is(step.err, step.want) {
			t.Errorf("%v, want %v", step.err, step.want)
		}
	}
	parent, err := c.VLANParent("vlan0007")
	id, err2 := c.VLANID("vlan0007")
	if parent != "eth0" || id != 7 || err != nil || err2 != nil {
		t.Errorf("%s %d %v %v", parent, id, err, err2)
	}
	if k.Interface("vlan0009") != nil {
		t.Error("the VLAN on a VLAN is still there")
	}
	k.NoVLANs = true
	if err := c.AddVLAN("eth0", 8); !errors.Is(err, unix.ENOPKG) {
		t.Errorf("a kernel without VLANs: %v", err)
	}
}

func TestBonds(t *testing.T) {
	k := ioctltest.New(ioctltest.Ethernet("eth0", [6]byte{2}), ioctltest.Ethernet("eth1", [6]byte{4}), ioctltest.Bonded("bond0", 0))
	c, _ := k.Dial(unix.AF_INET)
	up := func(name string) error { return c.SetFlags(name, k.Interface(name).Flags|ioctl.FlagUp) }
	for i, step := range []struct {
		run  func() error
		want unix.Errno
	}{
		{func() error { return up("bond0") }, 0},
		{func() error { return c.BondEnslave("bond0", "eth0") }, 0},
		{func() error { return c.BondEnslave("bond0", "eth0") }, unix.EBUSY},
		{func() error { return c.BondEnslave("bond0", "nosuch") }, unix.ENODEV},
		{func() error { return c.BondEnslave("eth0", "eth1") }, unix.EOPNOTSUPP},
		{func() error { return up("eth1") }, 0},
		{func() error { return c.BondEnslave("bond0", "eth1") }, unix.EPERM},
		{func() error { return c.BondChangeActive("bond0", "eth0") }, unix.EACCES},
		{func() error { k.Interface("bond0").Bond.Mode = 1; return c.BondChangeActive("bond0", "eth0") }, 0},
		{func() error { return c.BondChangeActive("bond0", "eth1") }, unix.EINVAL},
		{func() error { return c.BondRelease("bond0", "eth1") }, unix.EINVAL},
		{func() error { _, err := c.BondSlave("bond0", 1); return err }, unix.ENODEV},
	} {
		if err := step.run(); step.want == 0 && err != nil || step.want != 0 && !errors.Is(err, step.want) {
			t.Errorf("%d: %v, want %v", i, err, step.want)
		}
	}
	bond, _ := c.Bond("bond0")
	slave, _ := c.BondSlave("bond0", 0)
	if bond != (ioctl.Bond{Mode: 1, Slaves: 1}) || slave != (ioctl.BondSlave{Name: "eth0"}) {
		t.Errorf("%+v %+v", bond, slave)
	}
	if err := c.BondRelease("bond0", "eth0"); err != nil || k.Interface("eth0").Flags&(ioctl.FlagSlave|ioctl.FlagUp) != 0 {
		t.Errorf("%v %v", err, k.Interface("eth0").Flags)
	}
}

// A tap that isn't persistent goes with its descriptor.
func TestTuns(t *testing.T) {
	k := ioctltest.New(ioctltest.Loopback())
	if _, err := k.OpenTun("/dev/null"); !errors.Is(err, unix.ENOENT) {
		t.Error(err)
	}
	const tap = ioctl.TunEthernet | ioctl.TunNoPacketInfo
	tun, _ := k.OpenTun(ioctl.TunPath)
	if err := tun.SetPersistent(true); !errors.Is(err, unix.EBADFD) {
		t.Error(err)
	}
	if name, err := tun.Attach("", tap); name != "tap0" || err != nil {
		t.Error(name, err)
	}
	other, _ := k.OpenTun(ioctl.TunPath)
	for name, want := range map[string]unix.Errno{"tap0": unix.EBUSY, "lo": unix.EINVAL, "a/b": unix.EINVAL, "0123456789abcdef": unix.EINVAL} {
		if _, err := other.Attach(name, tap); !errors.Is(err, want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if tun.SetPersistent(true) != nil || tun.SetOwner(5) != nil || tun.SetGroup(6) != nil || tun.Close() != nil {
		t.Error("a tap of its own")
	}
	if d := k.Interface("tap0"); d == nil || d.Tun.Owner != 5 || d.Tun.Group != 6 {
		t.Errorf("%+v", d)
	}
	if _, err := other.Attach("tap0", ioctl.TunIP); !errors.Is(err, unix.EINVAL) {
		t.Error(err)
	}
	if name, err := other.Attach("tap0", tap); name != "tap0" || err != nil || other.SetPersistent(false) != nil || other.Close() != nil || k.Interface("tap0") != nil {
		t.Errorf("%s %v %v", name, err, k.Interface("tap0"))
	}
}
