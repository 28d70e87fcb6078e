package ioctl

import "unsafe"

// AddBridge makes a bridge (SIOCBRADDBR of <linux/sockios.h>). A name that
// holds %d is numbered by the kernel, which doesn't tell the number. EEXIST:
// the name is taken; EINVAL: it is no valid name; ENOPKG: the kernel has no
// bridges.
func (c *Conn) AddBridge(name string) error { return c.namedBridge(idAddBridge, name) }

// DelBridge deletes a bridge that is down (SIOCBRDELBR); its ports are
// released. ENXIO: there is none of that name; EBUSY: it is up; EPERM: it is
// no bridge, or the caller isn't privileged.
func (c *Conn) DelBridge(name string) error { return c.namedBridge(idDelBridge, name) }

// namedBridge sends a name that no struct is around.
func (c *Conn) namedBridge(id requestID, name string) error {
	if err := checkName(name); err != nil {
		return failure(id.name, name, err)
	}
	var arg [nameSize]byte
	copy(arg[:nameSize-1], name)
	return c.call(id, name, unsafe.Pointer(&arg))
}

// AddBridgePort makes the interface with the given number a port of a bridge
// (SIOCBRADDIF). EBUSY: it is a port, of this bridge or another; ELOOP: it is
// a bridge; EINVAL: no interface that can be one, or there is none; EOPNOTSUPP:
// what is named is no bridge.
func (c *Conn) AddBridgePort(bridge string, index int) error {
	return c.setUint32(idAddBridgePort, bridge, uint32(index))
}

// DelBridgePort releases a port (SIOCBRDELIF). EINVAL: the interface is no
// port of this bridge; EOPNOTSUPP: what is named is no bridge.
func (c *Conn) DelBridgePort(bridge string, index int) error {
	return c.setUint32(idDelBridgePort, bridge, uint32(index))
}
