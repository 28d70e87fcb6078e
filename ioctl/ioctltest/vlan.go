package ioctltest

import (
	"fmt"
	"slices"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// VLAN is what makes an interface a VLAN.
type VLAN struct {
	Parent string // the name of the device that it is on
	ID     int    // 0 to 4094
	Flags  uint32 // VLAN_FLAG_ of <linux/if_vlan.h>
	// Egress are priorities of frames by those of packets, Ingress the other way round.
	Egress  map[uint32]int16
	Ingress map[int16]uint32 // see Egress
}

const maxVLAN = 4094

// AddVLAN is ioctl's.
func (c *Conn) AddVLAN(device string, id uint32) error {
	return c.setOnVLANs(device, func(parent *Interface) unix.Errno {
		name := c.kernel().vlanName(device, id)
		taken := func(d *Interface) bool {
			return d.Name == name || d.VLAN != nil && d.VLAN.Parent == device && d.VLAN.ID == int(id)
		}
		switch {
		case id > maxVLAN:
			return unix.ERANGE
		case parent.loops():
			return unix.EOPNOTSUPP
		case slices.ContainsFunc(c.kernel().interfaces, taken):
			return unix.EEXIST
		}
		made := Ethernet(name, [6]byte(parent.HwAddr.Data[:]))
		made.MTU = parent.MTU
		made.VLAN = &VLAN{Parent: device, ID: int(id), Flags: 1, Egress: map[uint32]int16{}, Ingress: map[int16]uint32{}}
		c.kernel().Add(made)
		return 0
	}, "add", id)
}

// vlanName is what the kernel calls a VLAN.
func (k *Kernel) vlanName(device string, id uint32) (name string) {
	switch k.vlanNames - 1 {
	case ioctl.VLANPlusVID:
		name = fmt.Sprintf("vlan%.4d", id)
	case ioctl.VLANDevPlusVID:
		name = fmt.Sprintf("%s.%.4d", device, id)
	case ioctl.VLANPlusVIDNoPad:
		name = fmt.Sprintf("vlan%d", id)
	default:
		name = fmt.Sprintf("%s.%d", device, id)
	}
	return name[:min(len(name), unix.IFNAMSIZ-1)]
}

// setOnVLANs is set for the requests of VLANs, which know no labels.
func (c *Conn) setOnVLANs(name string, act func(*Interface) unix.Errno, args ...any) error {
	return c.change("SIOCSIFVLAN", name, func() unix.Errno {
		d := c.kernel().named(name)
		switch {
		case c.kernel().NoVLANs:
			return unix.ENOPKG
		case d == nil:
			return unix.ENODEV
		}
		return act(d)
	}, args...)
}

// setVLAN is setOnVLANs for what only a VLAN takes.
func (c *Conn) setVLAN(name string, act func(*VLAN), args ...any) error {
	return c.setOnVLANs(name, func(d *Interface) unix.Errno {
		if d.VLAN == nil {
			return unix.EINVAL
		}
		act(d.VLAN)
		return 0
	}, args...)
}

// DelVLAN is ioctl's.
func (c *Conn) DelVLAN(name string) error {
	return c.setVLAN(name, func(*VLAN) { c.kernel().Remove(name) }, "del")
}

// SetVLANNames is ioctl's.
func (c *Conn) SetVLANNames(way ioctl.VLANNames) error {
	return c.change("SIOCSIFVLAN", "", func() unix.Errno {
		switch {
		case c.kernel().NoVLANs:
			return unix.ENOPKG
		case way > ioctl.VLANDevPlusVIDNoPad:
			return unix.EINVAL
		}
		c.kernel().vlanNames = way + 1
		return 0
	}, "names", uint32(way))
}

// SetVLANFlag is ioctl's.
func (c *Conn) SetVLANFlag(name string, flag uint32, value int16) error {
	return c.setVLAN(name, func(v *VLAN) {
		v.Flags &^= flag
		if value != 0 {
			v.Flags |= flag
		}
	}, "flag", flag, value)
}

// SetVLANEgress is ioctl's.
func (c *Conn) SetVLANEgress(name string, priority uint32, qos int16) error {
	return c.setVLAN(name, func(v *VLAN) { v.Egress[priority] = qos }, "egress", priority, qos)
}

// SetVLANIngress is ioctl's.
func (c *Conn) SetVLANIngress(name string, priority uint32, qos int16) error {
	return c.setVLAN(name, func(v *VLAN) { v.Ingress[qos] = priority }, "ingress", priority, qos)
}

// vlan finds the VLAN that is asked about.
func (c *Conn) vlan(name string, args ...any) (*VLAN, error) {
	const request = "SIOCGIFVLAN"
	if err := c.begin(request, name, false, args...); err != nil {
		return nil, err
	}
	d := c.kernel().named(name)
	switch {
	case c.kernel().NoVLANs:
		return nil, failure(request, name, unix.ENOPKG)
	case d == nil:
		return nil, failure(request, name, unix.ENODEV)
	case d.VLAN == nil:
		return nil, failure(request, name, unix.EINVAL)
	}
	return d.VLAN, nil
}

// VLANParent is ioctl's.
func (c *Conn) VLANParent(name string) (string, error) {
	v, err := c.vlan(name, "parent")
	if err != nil {
		return "", err
	}
	return v.Parent, nil
}

// VLANID is ioctl's.
func (c *Conn) VLANID(name string) (int, error) {
	v, err := c.vlan(name, "id")
	if err != nil {
		return 0, err
	}
	return v.ID, nil
}

// leave takes an interface that is gone out of its bridge or bond, and the VLANs
// on it with it.
func (k *Kernel) leave(name string) {
	for _, d := range slices.Clone(k.interfaces) {
		switch {
		case d.Bridge != nil && slices.Contains(d.Bridge.Ports, name):
			k.release(d, name)
		case d.Bond != nil:
			d.Bond.Slaves = slices.DeleteFunc(d.Bond.Slaves, func(s string) bool { return s == name })
		case d.VLAN != nil && d.VLAN.Parent == name:
			k.Remove(d.Name)
		}
	}
}
