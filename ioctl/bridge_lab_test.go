package ioctl

import (
	"fmt"
	"os"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/internal/netlab"
)

// A bridge is made, gets a port, and goes; who isn't one says so.
func TestBridgeInTheKernel(t *testing.T) {
	netlab.Need(t, netlab.Bridge)
	lab, c := open(t)
	if lab == nil {
		return
	}
	equal(t, 0, len(must(c.Bridges())(t)))
	ok(t, c.AddBridge("br0"))
	refused(t, c.AddBridge("br0"), "SIOCBRADDBR", "br0", unix.EEXIST)
	refused(t, c.AddBridge(""), "SIOCBRADDBR", "", unix.EINVAL)
	eth1, br0 := must(c.Index("eth1"))(t), must(c.Index("br0"))(t)
	equal(t, []int{br0}, must(c.Bridges())(t))
	ok(t, c.AddBridgePort("br0", eth1))
	refused(t, c.AddBridgePort("br0", eth1), "SIOCBRADDIF", "br0", unix.EBUSY)
	refused(t, c.AddBridgePort("br0", 9999), "SIOCBRADDIF", "br0", unix.EINVAL)
	refused(t, c.AddBridgePort("eth1", br0), "SIOCBRADDIF", "eth1", unix.EOPNOTSUPP)
	equal(t, []int{0, eth1}, must(c.BridgePorts("br0"))(t)[:2])
	bridgeState(t, c)

	ok(t, c.DelBridgePort("br0", eth1))
	refused(t, c.DelBridgePort("br0", eth1), "SIOCBRDELIF", "br0", unix.EINVAL)
	ok(t, c.SetFlags("br0", FlagUp))
	refused(t, c.DelBridge("br0"), "SIOCBRDELBR", "br0", unix.EBUSY)
	ok(t, c.SetFlags("br0", 0))
	ok(t, c.DelBridge("br0"))
	refused(t, c.DelBridge("br0"), "SIOCBRDELBR", "br0", unix.ENXIO)
	refused(t, c.DelBridge("eth1"), "SIOCBRDELBR", "eth1", unix.EPERM)
}

// bridgeState looks at br0, whose one port is eth1.
func bridgeState(t *testing.T, c *Conn) {
	t.Helper()
	ok(t, c.SetBridge("br0", BridgePriority, 0x1234))
	ok(t, c.SetBridge("br0", BridgeAgeingTime, 6000))
	ok(t, c.SetBridgePort("br0", BridgePathCost, 1, 77))
	ok(t, c.SetBridgePort("br0", BridgePortPriority, 1, 9))
	refused(t, c.SetBridgePort("br0", BridgePathCost, 7, 77), "SIOCDEVPRIVATE", "br0", unix.EINVAL)
	refused(t, c.SetBridge("eth1", BridgeSTP, 1), "SIOCDEVPRIVATE", "eth1", unix.EOPNOTSUPP)
	info := must(c.BridgeInfo("br0"))(t)
	equal(t, BridgeID{0x12, 0x34, 0, 0x0d, 0x61, 0x0b, 0xd9, 0xa0}, info.ID)
	equal(t, 6000, info.AgeingTime)
	equal(t, 1500, info.BridgeForwardDelay)
	equal(t, false, info.STP)
	ok(t, c.SetBridge("br0", BridgeSTP, 1))
	equal(t, true, must(c.BridgeInfo("br0"))(t).STP)
	port := must(c.BridgePort("br0", 1))(t)
	equal(t, 77, port.PathCost)
	equal(t, 9<<10|1, port.ID)
	equal(t, PortDisabled, port.State)
	equal(t, []BridgeMAC{{Addr: [6]byte{0, 0x0d, 0x61, 0x0b, 0xd9, 0xa0}, Port: 1, Local: true}}, must(c.BridgeMACs("br0"))(t))
	for _, ask := range bridgeQuestions(c) {
		refused(t, ask("eth1"), "SIOCDEVPRIVATE", "eth1", unix.EOPNOTSUPP)
	}
}

// Lists that don't fit the first buffer are whole.
func TestManyBridgesAndAddresses(t *testing.T) {
	netlab.Need(t, netlab.Bridge, "bridge")
	lab, c := open(t)
	if lab == nil {
		return
	}
	const many = 70
	for i := range many {
		ok(t, c.AddBridge(fmt.Sprintf("br%d", i)))
	}
	list := must(c.Bridges())(t)
	equal(t, many, len(list))
	equal(t, must(c.Index("br69"))(t), list[69])
	ok(t, c.AddBridgePort("br0", must(c.Index("eth1"))(t)))
	lab.Sh(`for i in $(seq 0 299); do printf "fdb add 02:00:00:00:%02x:%02x dev eth1 master static\n" $((i/256)) $((i%256)); done | bridge -batch -`)
	macs := must(c.BridgeMACs("br0"))(t)
	seen := map[[6]byte]bool{}
	for _, m := range macs {
		seen[m.Addr] = true
	}
	equal(t, 301, len(macs))
	equal(t, 301, len(seen))
}

func TestDriverOfACard(t *testing.T) {
	lab, c := open(t)
	if lab == nil {
		return
	}
	equal(t, "veth", must(c.Driver("eth1"))(t).Name)
	_, err := c.Driver("nosuch")
	refused(t, err, "SIOCETHTOOL", "nosuch", unix.ENODEV)
}

func TestTap(t *testing.T) {
	netlab.Need(t, netlab.Tun)
	lab, c := open(t)
	if lab == nil {
		return
	}
	tun := must(OpenTun(TunPath))(t)
	equal(t, "tap0", must(tun.Attach("", TunEthernet|TunNoPacketInfo))(t))
	ok(t, tun.SetPersistent(true))
	ok(t, tun.SetOwner(uint32(os.Getuid()))) // one that a user's own namespace knows
	ok(t, tun.SetGroup(uint32(os.Getgid())))
	ok(t, tun.Close())
	must(c.Flags("tap0"))(t)
	again := must(OpenTun(TunPath))(t)
	_, err := again.Attach("eth1", TunEthernet)
	refused(t, err, "TUNSETIFF", "eth1", unix.EINVAL)
	equal(t, "tap0", must(again.Attach("tap0", TunEthernet|TunNoPacketInfo))(t))
	ok(t, again.SetPersistent(false))
	ok(t, again.Close())
	_, err = c.Flags("tap0")
	refused(t, err, "SIOCGIFFLAGS", "tap0", unix.ENODEV)
}
