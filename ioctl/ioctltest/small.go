package ioctltest

import (
	"fmt"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// AddMulticast is ioctl's.
func (c *Conn) AddMulticast(name string, group [14]byte) error {
	d, err := c.set("SIOCADDMULTI", name, fmt.Sprintf("%x", group))
	switch {
	case err != nil:
		return err
	case d.Flags&ioctl.FlagMulticast == 0:
		return failure("SIOCADDMULTI", name, unix.EINVAL)
	case d.Groups == nil:
		d.Groups = map[[14]byte]int{}
	}
	d.Groups[group]++
	return nil
}

// DelMulticast is ioctl's.
func (c *Conn) DelMulticast(name string, group [14]byte) error {
	d, err := c.set("SIOCDELMULTI", name, fmt.Sprintf("%x", group))
	switch {
	case err != nil:
		return err
	case d.Flags&ioctl.FlagMulticast == 0:
		return failure("SIOCDELMULTI", name, unix.EINVAL)
	case d.Groups[group] == 0:
		return failure("SIOCDELMULTI", name, unix.ENOENT)
	}
	if d.Groups[group]--; d.Groups[group] == 0 {
		delete(d.Groups, group)
	}
	return nil
}

// PLIP is ioctl's.
func (c *Conn) PLIP(name string) (ioctl.PLIP, error) {
	d, err := c.parallel(name, false, "get")
	if err != nil {
		return ioctl.PLIP{}, err
	}
	return *d.PLIP, nil
}

// SetPLIP is ioctl's.
func (c *Conn) SetPLIP(name string, times ioctl.PLIP) error {
	d, err := c.parallel(name, true, "set", times.Nibble, times.Trigger)
	if err == nil {
		*d.PLIP = times
	}
	return err
}

func (c *Conn) parallel(name string, change bool, args ...any) (*Interface, error) {
	d, err := c.ask("SIOCDEVPLIP", name, change, args...)
	if err == nil && d.PLIP == nil {
		return nil, failure("SIOCDEVPLIP", name, unix.EOPNOTSUPP)
	}
	return d, err
}

// SetRARP is ioctl's: no kernel has had such a table since 2.3.
func (c *Conn) SetRARP(e ioctl.ARPEntry) error { return c.rarp("SIOCSRARP", e) }

// DelRARP is ioctl's, and fails as SetRARP does.
func (c *Conn) DelRARP(e ioctl.ARPEntry) error { return c.rarp("SIOCDRARP", e) }

func (c *Conn) rarp(request string, e ioctl.ARPEntry) error {
	hw := strings.TrimRight(fmt.Sprintf("%x", e.Hw.Data), "0")
	if err := c.kernel.note(request, e.Device, true, e.Addr, e.Hw.Type, hw); err != nil {
		return err
	}
	return failure(request, e.Device, unix.ENOTTY)
}
