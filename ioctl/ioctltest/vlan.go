package ioctltest

import (
	"fmt"
	"slices"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// VLAN is what makes an interface a VLAN.
type VLAN struct {
	Parent string
	ID     int
	// Flags are VLAN_FLAG_ of <linux/if_vlan.h>; Egress and Ingress are the
	// priorities that were mapped.
	Flags   uint32
	Egress  map[uint32]int16
	Ingress map[int16]uint32
}

const maxVLAN = 4094

// AddVLAN is ioctl's.
func (c *Conn) AddVLAN(device string, id uint32) error {
	const request = "SIOCSIFVLAN"
	parent, err := c.vlans(request, device, true, "add", id)
	if err != nil {
		return err
	}
	name := c.kernel.vlanName(device, id)
	taken := func(d *Interface) bool {
		return d.Name == name || d.VLAN != nil && d.VLAN.Parent == device && d.VLAN.ID == int(id)
	}
	switch {
	case id > maxVLAN:
		return failure(request, device, unix.ERANGE)
	case parent.loops():
		return failure(request, device, unix.EOPNOTSUPP)
	case slices.ContainsFunc(c.kernel.interfaces, taken):
		return failure(request, device, unix.EEXIST)
	}
	made := Ethernet(name, [6]byte(parent.HwAddr.Data[:]))
	made.MTU = parent.MTU
	made.VLAN = &VLAN{Parent: device, ID: int(id), Flags: 1, Egress: map[uint32]int16{}, Ingress: map[int16]uint32{}}
	c.kernel.Add(made)
	return nil
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

// vlans finds the device that a request is on.
func (c *Conn) vlans(request, name string, change bool, args ...any) (*Interface, error) {
	if err := c.begin(request, name, change, args...); err != nil {
		return nil, err
	}
	d := c.kernel.named(name)
	switch {
	case c.kernel.NoVLANs:
		return nil, failure(request, name, unix.ENOPKG)
	case d == nil:
		return nil, failure(request, name, unix.ENODEV)
	}
	return d, nil
}

// vlan is vlans for what only a VLAN takes.
func (c *Conn) vlan(request, name string, change bool, args ...any) (*VLAN, error) {
	d, err := c.vlans(request, name, change, args...)
	switch {
	case err != nil:
		return nil, err
	case d.VLAN == nil:
		return nil, failure(request, name, unix.EINVAL)
	}
	return d.VLAN, nil
}

// DelVLAN is ioctl's.
func (c *Conn) DelVLAN(name string) error {
	_, err := c.vlan("SIOCSIFVLAN", name, true, "del")
	if err == nil {
		c.kernel.Remove(name)
	}
	return err
}

// SetVLANNames is ioctl's.
func (c *Conn) SetVLANNames(way ioctl.VLANNames) error {
	const request = "SIOCSIFVLAN"
	if err := c.begin(request, "", true, "names", uint32(way)); err != nil {
		return err
	}
	switch {
	case c.kernel.NoVLANs:
		return failure(request, "", unix.ENOPKG)
	case way > ioctl.VLANDevPlusVIDNoPad:
		return failure(request, "", unix.EINVAL)
	}
	c.kernel.vlanNames = way + 1
	return nil
}

// SetVLANFlag is ioctl's.
func (c *Conn) SetVLANFlag(name string, flag uint32, value int16) error {
	v, err := c.vlan("SIOCSIFVLAN", name, true, "flag", flag, value)
	switch {
	case err != nil:
		return err
	case value != 0:
		v.Flags |= flag
	default:
		v.Flags &^= flag
	}
	return nil
}

// SetVLANEgress is ioctl's.
func (c *Conn) SetVLANEgress(name string, priority uint32, qos int16) error {
	v, err := c.vlan("SIOCSIFVLAN", name, true, "egress", priority, qos)
	if err == nil {
		v.Egress[priority] = qos
	}
	return err
}

// SetVLANIngress is ioctl's.
func (c *Conn) SetVLANIngress(name string, priority uint32, qos int16) error {
	v, err := c.vlan("SIOCSIFVLAN", name, true, "ingress", priority, qos)
	if err == nil {
		v.Ingress[qos] = priority
	}
	return err
}

// VLANParent is ioctl's.
func (c *Conn) VLANParent(name string) (string, error) {
	v, err := c.vlan("SIOCGIFVLAN", name, false, "parent")
	if err != nil {
		return "", err
	}
	return v.Parent, nil
}

// VLANID is ioctl's.
func (c *Conn) VLANID(name string) (int, error) {
	v, err := c.vlan("SIOCGIFVLAN", name, false, "id")
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
