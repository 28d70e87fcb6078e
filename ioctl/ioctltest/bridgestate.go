package ioctltest

import (
	"slices"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// oldBridge is the name of the requests that bridges had before.
const oldBridge = "SIOCDEVPRIVATE"

// bridged finds the bridge that is asked about.
func (c *Conn) bridged(name string, args ...any) (*Interface, error) {
	d, err := c.ask(oldBridge, name, false, args...)
	if err == nil && d.Bridge == nil {
		return nil, failure(oldBridge, name, unix.EOPNOTSUPP)
	}
	return d, err
}

// BridgeInfo is ioctl's.
func (c *Conn) BridgeInfo(bridge string) (ioctl.BridgeInfo, error) {
	d, err := c.bridged(bridge, "info")
	if err != nil {
		return ioctl.BridgeInfo{}, err
	}
	info := d.Bridge.Info
	copy(info.ID[2:], d.HwAddr.Data[:6])
	if [6]byte(info.DesignatedRoot[2:]) == [6]byte{} {
		copy(info.DesignatedRoot[2:], d.HwAddr.Data[:6])
	}
	return info, nil
}

// BridgePorts is ioctl's.
func (c *Conn) BridgePorts(bridge string) ([]int, error) {
	d, err := c.bridged(bridge, "ports")
	if err != nil {
		return nil, err
	}
	list := make([]int, len(d.Bridge.Ports))
	for i, name := range d.Bridge.Ports {
		if p := c.kernel().named(name); p != nil {
			list[i] = p.Index
		}
	}
	return list, nil
}

// BridgePort is ioctl's.
func (c *Conn) BridgePort(bridge string, port int) (ioctl.BridgePort, error) {
	d, err := c.bridged(bridge, "port", port)
	if err != nil {
		return ioctl.BridgePort{}, err
	}
	name := d.Bridge.name(port)
	if name == "" {
		return ioctl.BridgePort{}, failure(oldBridge, bridge, unix.EINVAL)
	}
	state := d.Bridge.State[name]
	state.ID |= uint16(port)
	if p := c.kernel().named(name); state.State == ioctl.PortDisabled && d.isUp() && p.flags()&ioctl.FlagRunning != 0 {
		state.State = ioctl.PortForwarding
	}
	return state, nil
}

// name is that of the port with a number, "" for none.
func (b *Bridge) name(port int) string {
	if port < 1 || port >= len(b.Ports) {
		return ""
	}
	return b.Ports[port]
}

// BridgeMACs is ioctl's.
func (c *Conn) BridgeMACs(bridge string) ([]ioctl.BridgeMAC, error) {
	d, err := c.bridged(bridge, "macs")
	if err != nil {
		return nil, err
	}
	return slices.Clone(d.Bridge.MACs), nil
}

// ranges are the values that a setting takes, in 1/100 s or as a number; those of
// times that have none don't stand here.
var ranges = [...]struct {
	setting     ioctl.BridgeSetting
	least, most uint64
}{
	{ioctl.BridgeHelloTime, 100, 1000}, {ioctl.BridgeMaxAge, 600, 4000},
	{ioctl.BridgePathCost, 1, 65535}, {ioctl.BridgePortPriority, 0, 63},
}

// The forward delay's range while there is a spanning tree; turning that on
// brings the delay into it.
const leastDelay, mostDelay = 200, 3000

func outside(setting ioctl.BridgeSetting, v uint64) bool {
	for _, r := range ranges {
		if r.setting == setting {
			return v < r.least || v > r.most
		}
	}
	return false
}

// SetBridge is ioctl's.
func (c *Conn) SetBridge(bridge string, setting ioctl.BridgeSetting, value uint64) error {
	return c.setBridge(oldBridge, bridge, func(d *Interface) unix.Errno {
		return d.Bridge.set(setting, value)
	}, uint64(setting), value)
}

func (b *Bridge) set(setting ioctl.BridgeSetting, value uint64) unix.Errno {
	info := &b.Info
	delay := setting == ioctl.BridgeForwardDelay && info.STP && (value < leastDelay || value > mostDelay)
	if outside(setting, value) || delay {
		return unix.ERANGE
	}
	switch setting {
	case ioctl.BridgeForwardDelay:
		info.ForwardDelay, info.BridgeForwardDelay = uint32(value), uint32(value)
	case ioctl.BridgeHelloTime:
		info.HelloTime, info.BridgeHelloTime = uint32(value), uint32(value)
	case ioctl.BridgeMaxAge:
		info.MaxAge, info.BridgeMaxAge = uint32(value), uint32(value)
	case ioctl.BridgeAgeingTime:
		info.AgeingTime = uint32(value)
	case ioctl.BridgePriority:
		info.ID[0], info.ID[1] = byte(value>>8), byte(value)
	case ioctl.BridgeSTP:
		if value != 0 && !info.STP {
			delay := min(max(info.ForwardDelay, leastDelay), mostDelay)
			info.ForwardDelay, info.BridgeForwardDelay = delay, delay
		}
		info.STP = value != 0
	default:
		return unix.EOPNOTSUPP
	}
	return 0
}

// SetBridgePort is ioctl's.
func (c *Conn) SetBridgePort(bridge string, setting ioctl.BridgeSetting, port int, value uint64) error {
	return c.setBridge(oldBridge, bridge, func(d *Interface) unix.Errno {
		return d.Bridge.setPort(setting, port, value)
	}, uint64(setting), port, value)
}

func (b *Bridge) setPort(setting ioctl.BridgeSetting, port int, value uint64) unix.Errno {
	name := b.name(port)
	switch {
	case name == "":
		return unix.EINVAL
	case outside(setting, value):
		return unix.ERANGE
	}
	state := b.State[name]
	switch setting {
	case ioctl.BridgePathCost:
		state.PathCost = uint32(value)
	case ioctl.BridgePortPriority:
		state.ID = uint16(value) << 10
	default:
		return unix.EOPNOTSUPP
	}
	b.State[name] = state
	return 0
}
