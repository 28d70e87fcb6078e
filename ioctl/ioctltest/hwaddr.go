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
	return c.set("SIOCSIFHWADDR", name, func(d *Interface) unix.Errno {
		errno := d.refuses(addr)
		if errno == 0 {
			c.kernel().setHwAddr(d, addr)
		}
		return errno
	}, addr.Type, fmt.Sprintf("%x", addr.Data))
}

func (k *Kernel) setHwAddr(d *Interface, addr ioctl.HardwareAddr) {
	if addr.Type == unix.ARPHRD_ETHER {
		clear(addr.Data[6:])
	}
	d.HwAddr = addr
	k.forgetNeighbours(d)
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
