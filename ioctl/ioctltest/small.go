package ioctltest

import (
	"fmt"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// AddMulticast is ioctl's.
func (c *Conn) AddMulticast(name string, group [14]byte) error {
	return c.set("SIOCADDMULTI", name, func(d *Interface) unix.Errno {
		switch {
		case d.Flags&ioctl.FlagMulticast == 0:
			return unix.EINVAL
		case d.Groups == nil:
			d.Groups = map[[14]byte]int{}
		}
		d.Groups[group]++
		return 0
	}, fmt.Sprintf("%x", group))
}

// DelMulticast is ioctl's.
func (c *Conn) DelMulticast(name string, group [14]byte) error {
	return c.set("SIOCDELMULTI", name, func(d *Interface) unix.Errno {
		switch {
		case d.Flags&ioctl.FlagMulticast == 0:
			return unix.EINVAL
		case d.Groups[group] == 0:
			return unix.ENOENT
		}
		if d.Groups[group]--; d.Groups[group] == 0 {
			delete(d.Groups, group)
		}
		return 0
	}, fmt.Sprintf("%x", group))
}

// PLIP is ioctl's.
func (c *Conn) PLIP(name string) (ioctl.PLIP, error) {
	d, err := c.ask("SIOCDEVPLIP", name, false, "get")
	switch {
	case err != nil:
		return ioctl.PLIP{}, err
	case d.PLIP == nil:
		return ioctl.PLIP{}, failure("SIOCDEVPLIP", name, unix.EOPNOTSUPP)
	}
	return *d.PLIP, nil
}

// SetPLIP is ioctl's.
func (c *Conn) SetPLIP(name string, times ioctl.PLIP) error {
	return c.set("SIOCDEVPLIP", name, func(d *Interface) unix.Errno {
		if d.PLIP == nil {
			return unix.EOPNOTSUPP
		}
		*d.PLIP = times
		return 0
	}, "set", times.Nibble, times.Trigger)
}

// SetRARP is ioctl's: no kernel has had such a table since 2.3.
func (c *Conn) SetRARP(e ioctl.ARPEntry) error { return c.rarp("SIOCSRARP", e) }

// DelRARP is ioctl's, and fails as SetRARP does.
func (c *Conn) DelRARP(e ioctl.ARPEntry) error { return c.rarp("SIOCDRARP", e) }

func (c *Conn) rarp(request string, e ioctl.ARPEntry) error {
	err := c.kernel().noteChange(request, e.Device, shown(e.Device, []any{e.Addr, e.Hw.Type, hwText(e.Hw)})...)
	if c.closed {
		return failure(request, e.Device, unix.EBADF)
	}
	if err != nil || c.kernel().accepts() {
		return err
	}
	return failure(request, e.Device, unix.ENOTTY)
}
