package ioctltest

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// Bridge is what makes an interface a bridge.
type Bridge struct {
	// Ports are the names of its ports by their numbers; "" stands where there is
	// none, as for number 0.
	Ports []string
	// Info is what BridgeInfo tells, but for the ID's address: that is the
	// interface's, and the root's too where it is 0.
	Info ioctl.BridgeInfo
	// State is that of ports. One that is ioctl.PortDisabled forwards all the same
	// while it and the bridge are up: there are no timers, and no spanning tree.
	State map[string]ioctl.BridgePort
	MACs  []ioctl.BridgeMAC // the forwarding table
}

// Bridged is a bridge that is down, with these ports.
func Bridged(name string, ports ...string) Interface {
	i := Ethernet(name, [6]byte{})
	i.Bridge = &Bridge{
		Ports: append([]string{""}, ports...),
		Info: ioctl.BridgeInfo{
			ID: ioctl.BridgeID{0x80}, DesignatedRoot: ioctl.BridgeID{0x80}, MaxAge: 2000, HelloTime: 200, ForwardDelay: 1500,
			BridgeMaxAge: 2000, BridgeHelloTime: 200, BridgeForwardDelay: 1500, AgeingTime: 30000,
		},
		State: map[string]ioctl.BridgePort{},
	}
	return i
}

// AddBridge is ioctl's.
func (c *Conn) AddBridge(name string) error {
	return c.change("SIOCBRADDBR", name, func() unix.Errno {
		name := c.kernel().numbered(name)
		switch {
		case c.kernel().NoBridges:
			return unix.ENOPKG
		case !validName(name):
			return unix.EINVAL
		case c.kernel().Interface(name) != nil:
			return unix.EEXIST
		}
		c.kernel().Add(Bridged(name))
		return 0
	})
}

// numbered puts the first free number in the place of %d.
func (k *Kernel) numbered(name string) string {
	for i := 0; strings.Contains(name, "%d"); i++ {
		if free := strings.Replace(name, "%d", strconv.Itoa(i), 1); k.Interface(free) == nil {
			return free
		}
	}
	return name
}

// DelBridge is ioctl's.
func (c *Conn) DelBridge(name string) error {
	return c.change("SIOCBRDELBR", name, func() unix.Errno {
		d := c.kernel().named(name)
		switch {
		case d == nil:
			return unix.ENXIO
		case d.Bridge == nil:
			return unix.EPERM
		case d.isUp():
			return unix.EBUSY
		}
		c.kernel().Remove(name)
		return 0
	})
}

// named is the interface of exactly that name.
func (k *Kernel) named(name string) *Interface {
	if d := k.Interface(name); d != nil && d.Name == name {
		return d
	}
	return nil
}

// setBridge is set for what only a bridge takes.
func (c *Conn) setBridge(request, name string, act func(*Interface) unix.Errno, args ...any) error {
	return c.set(request, name, func(d *Interface) unix.Errno {
		if d.Bridge == nil {
			return unix.EOPNOTSUPP
		}
		return act(d)
	}, args...)
}

// AddBridgePort is ioctl's.
func (c *Conn) AddBridgePort(bridge string, index int) error {
	return c.setBridge("SIOCBRADDIF", bridge, func(d *Interface) unix.Errno {
		p := c.kernel().byIndex(index)
		switch {
		case p == nil, p.loops(), p.HwAddr.Type != unix.ARPHRD_ETHER:
			return unix.EINVAL
		case p.Bridge != nil:
			return unix.ELOOP
		case c.kernel().masterOf(p.Name) != nil:
			return unix.EBUSY
		}
		d.Bridge.put(p.Name)
		d.Bridge.State[p.Name] = ioctl.BridgePort{PathCost: 2, ID: 0x8000}
		c.kernel().lowest(d)
		return 0
	}, index)
}

// put gives a port the first free number.
func (b *Bridge) put(port string) {
	for i := 1; i < len(b.Ports); i++ {
		if b.Ports[i] == "" {
			b.Ports[i] = port
			return
		}
	}
	b.Ports = append(b.Ports, port)
}

// masterOf is the bridge or bond that an interface belongs to, nil for none.
func (k *Kernel) masterOf(name string) *Interface {
	for _, d := range k.interfaces {
		if d.Bridge != nil && slices.Contains(d.Bridge.Ports, name) || d.Bond != nil && slices.Contains(d.Bond.Slaves, name) {
			return d
		}
	}
	return nil
}

// lowest gives a bridge the lowest address of its ports.
func (k *Kernel) lowest(d *Interface) {
	var low *Interface
	for _, name := range d.Bridge.Ports {
		if p := k.named(name); p != nil && (low == nil || bytes.Compare(p.HwAddr.Data[:], low.HwAddr.Data[:]) < 0) {
			low = p
		}
	}
	d.HwAddr.Data = [14]byte{}
	if low != nil {
		d.HwAddr.Data = low.HwAddr.Data
	}
}

// DelBridgePort is ioctl's.
func (c *Conn) DelBridgePort(bridge string, index int) error {
	return c.setBridge("SIOCBRDELIF", bridge, func(d *Interface) unix.Errno {
		p := c.kernel().byIndex(index)
		if p == nil || !slices.Contains(d.Bridge.Ports, p.Name) {
			return unix.EINVAL
		}
		c.kernel().release(d, p.Name)
		return 0
	}, index)
}

// release takes a port out of its bridge.
func (k *Kernel) release(d *Interface, port string) {
	for i, name := range d.Bridge.Ports {
		if name == port && i > 0 {
			d.Bridge.Ports[i] = ""
		}
	}
	delete(d.Bridge.State, port)
	k.lowest(d)
}

// Bridges is ioctl's.
func (c *Conn) Bridges() (list []int, err error) {
	if err := c.begin("SIOCGIFBR", "", false); err != nil {
		return nil, err
	}
	if c.kernel().NoBridges {
		return nil, failure("SIOCGIFBR", "", unix.ENOPKG)
	}
	for _, d := range c.kernel().interfaces {
		if d.Bridge != nil {
			list = append(list, d.Index)
		}
	}
	return list, nil
}
