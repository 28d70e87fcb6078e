package ioctl

import (
	"encoding/binary"
	"unsafe"
)

// VLANNames is how the kernel names the VLANs that are made from then on in a
// namespace: VLAN_NAME_TYPE_ of <linux/if_vlan.h>.
type VLANNames uint32

// The ways to name VLAN 5 of eth0.
const (
	VLANPlusVID         VLANNames = iota // vlan0005
	VLANDevPlusVID                       // eth0.0005
	VLANPlusVIDNoPad                     // vlan5
	VLANDevPlusVIDNoPad                  // eth0.5, until it is changed
)

// The commands of SIOCSIFVLAN and SIOCGIFVLAN, enum vlan_ioctl_cmds.
const (
	vlanAdd = iota
	vlanDel
	vlanIngress
	vlanEgress
	_ // GET_VLAN_INGRESS_PRIORITY_CMD: no kernel has it
	_ // GET_VLAN_EGRESS_PRIORITY_CMD: likewise
	vlanNames
	vlanFlag
	vlanParent
	vlanID
)

// vlanRequest is struct vlan_ioctl_args.
type vlanRequest struct {
	command int32
	device  [24]byte
	arg     [24]byte // a name, or an int
	qos     int16
	_       int16
}

// AddVLAN makes the VLAN with number id, 0 to 4094, on a device (SIOCSIFVLAN).
// The new interface's name is as SetVLANNames has it, cut to 15 bytes. EEXIST:
// the device has that VLAN, or the name is taken; ERANGE: the number is too
// large; EOPNOTSUPP: no VLANs on such a device; ENOPKG: the kernel has none.
func (c *Conn) AddVLAN(device string, id uint32) error {
	return c.setVLAN(device, vlanAdd, id, 0)
}

// DelVLAN deletes a VLAN by its name, and those that are made on it
// (SIOCSIFVLAN). EINVAL: no VLAN.
func (c *Conn) DelVLAN(name string) error { return c.setVLAN(name, vlanDel, 0, 0) }

// SetVLANNames says how VLANs are named that are made later (SIOCSIFVLAN). It
// holds for the whole namespace. EINVAL: there is no such way.
func (c *Conn) SetVLANNames(way VLANNames) error { return c.setVLAN("", vlanNames, uint32(way), 0) }

// SetVLANFlag sets bits of a VLAN (VLAN_FLAG_ of <linux/if_vlan.h>, 1 is
// REORDER_HDR) when value is 1 and clears them when it is 0 (SIOCSIFVLAN).
// EINVAL: no VLAN, or no such bits.
func (c *Conn) SetVLANFlag(name string, flag uint32, value int16) error {
	return c.setVLAN(name, vlanFlag, flag, value)
}

// SetVLANEgress maps a priority of packets to one of a VLAN's frames, 0 to 7
// (SIOCSIFVLAN). EINVAL: no VLAN.
func (c *Conn) SetVLANEgress(name string, priority uint32, qos int16) error {
	return c.setVLAN(name, vlanEgress, priority, qos)
}

// SetVLANIngress maps a priority of a VLAN's frames to one of packets
// (SIOCSIFVLAN). EINVAL: no VLAN.
func (c *Conn) SetVLANIngress(name string, priority uint32, qos int16) error {
	return c.setVLAN(name, vlanIngress, priority, qos)
}

// VLANParent returns the name of the device that a VLAN is on (SIOCGIFVLAN).
// EINVAL: no VLAN; ENOPKG: the kernel has none.
func (c *Conn) VLANParent(name string) (string, error) {
	arg, err := c.getVLAN(name, vlanParent)
	return cString(arg[:]), err
}

// VLANID returns the number of a VLAN (SIOCGIFVLAN). Errors as VLANParent.
func (c *Conn) VLANID(name string) (int, error) {
	arg, err := c.getVLAN(name, vlanID)
	return int(binary.NativeEndian.Uint32(arg[:])), err
}

func (c *Conn) setVLAN(name string, command int32, value uint32, qos int16) error {
	return c.vlan(idSetVLAN, name, newVLANRequest(name, command, value, qos))
}

func (c *Conn) getVLAN(name string, command int32) ([24]byte, error) {
	request := newVLANRequest(name, command, 0, 0)
	err := c.vlan(idGetVLAN, name, request)
	if err != nil {
		return [24]byte{}, err
	}
	return request.arg, nil
}

func (c *Conn) vlan(id requestID, name string, request *vlanRequest) error {
	if err := checkName(name); err != nil {
		return failure(id.name, name, err)
	}
	return c.call(id, name, unsafe.Pointer(request))
}

func newVLANRequest(name string, command int32, value uint32, qos int16) *vlanRequest {
	request := &vlanRequest{command: command, qos: qos}
	copy(request.device[:nameSize-1], name)
	binary.NativeEndian.PutUint32(request.arg[:], value)
	return request
}
