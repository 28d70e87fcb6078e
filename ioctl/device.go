package ioctl

import (
	"bytes"
	"encoding/binary"
)

// MTU returns the maximum transfer unit in bytes (SIOCGIFMTU).
func (c *Conn) MTU(name string) (int32, error) {
	v, err := c.getUint32(idGetMTU, name)
	return int32(v), err
}

// SetMTU sets the maximum transfer unit in bytes (SIOCSIFMTU). EINVAL: outside
// the device's range.
func (c *Conn) SetMTU(name string, mtu int32) error {
	return c.setUint32(idSetMTU, name, uint32(mtu))
}

// Metric returns the interface metric (SIOCGIFMETRIC), which Linux keeps at 0.
func (c *Conn) Metric(name string) (int32, error) {
	v, err := c.getUint32(idGetMetric, name)
	return int32(v), err
}

// SetMetric sets the interface metric (SIOCSIFMETRIC). Linux refuses every
// value with EOPNOTSUPP.
func (c *Conn) SetMetric(name string, metric int32) error {
	return c.setUint32(idSetMetric, name, uint32(metric))
}

// TxQueueLen returns the length of the transmit queue in packets
// (SIOCGIFTXQLEN).
func (c *Conn) TxQueueLen(name string) (int32, error) {
	v, err := c.getUint32(idGetTxQueueLen, name)
	return int32(v), err
}

// SetTxQueueLen sets the length of the transmit queue in packets
// (SIOCSIFTXQLEN). EINVAL: negative. EPERM also for root of a user namespace.
func (c *Conn) SetTxQueueLen(name string, packets int32) error {
	return c.setUint32(idSetTxQueueLen, name, uint32(packets))
}

// Index returns the number of the interface (SIOCGIFINDEX), that of its device
// for a label.
func (c *Conn) Index(name string) (int, error) {
	v, err := c.getUint32(idGetIndex, name)
	return int(int32(v)), err
}

// Name returns the name of the interface with the given number (SIOCGIFNAME).
// ENODEV: there is none.
func (c *Conn) Name(index int) (string, error) {
	c.req.set("")
	binary.NativeEndian.PutUint32(c.req.union(), uint32(index))
	if e, failed := c.do(idGetName, "").(*Error); failed {
		return "", failure(e.Request, numberText(index), e.Err)
	}
	return cString(c.req.bytes()[:nameSize]), nil
}

// Rename gives a device another name (SIOCSIFNAME). EEXIST: it is taken;
// EINVAL: it is no valid name; EBUSY: kernels up to 6.1 want the device to be down.
func (c *Conn) Rename(name, to string) error {
	if err := checkName(to); err != nil {
		return failure(idSetName.name, name, err)
	}
	if err := c.prepare(idSetName, name); err != nil {
		return err
	}
	copy(c.req.union()[:nameSize-1], to)
	return c.do(idSetName, name)
}

// cString is the text up to the first NUL.
func cString(b []byte) string {
	if i := bytes.IndexByte(b, 0); i >= 0 {
		b = b[:i]
	}
	return string(b)
}
