package ioctltest

import (
	"fmt"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// HardwareAddr is ioctl's.
func (c *Conn) HardwareAddr(name string) (ioctl.HardwareAddr, error) {
	d, err := c.get("SIOCGIFHWADDR", name)
	if err != nil {
		return ioctl.HardwareAddr{}, err
	}
	return d.HwAddr, nil
}

// SetHardwareAddr is ioctl's. The neighbours behind the interface are forgotten.
func (c *Conn) SetHardwareAddr(name string, addr ioctl.HardwareAddr) error {
	d, err := c.set("SIOCSIFHWADDR", name, addr.Type, fmt.Sprintf("%x", addr.Data))
	if err != nil {
		return err
	}
	if errno := d.refuses(addr); errno != 0 {
		return failure("SIOCSIFHWADDR", name, errno)
	}
	if addr.Type == unix.ARPHRD_ETHER {
		clear(addr.Data[6:])
	}
	d.HwAddr = addr
	c.kernel.forgetNeighbours(d)
	return nil
}

// refuses is what is wrong with a new hardware address, 0 for nothing.
func (d *Interface) refuses(addr ioctl.HardwareAddr) unix.Errno {
	switch {
	case d.NoHwAddr:
		return unix.EOPNOTSUPP
	case addr.Type != d.HwAddr.Type:
		return unix.EINVAL
	case d.BusyHwAddr && d.isUp():
		return unix.EBUSY
	case addr.Type != unix.ARPHRD_ETHER:
		return 0
	case addr.Data[0]&1 != 0 || [6]byte(addr.Data[:6]) == [6]byte{}:
		return unix.EADDRNOTAVAIL
	}
	return 0
}
