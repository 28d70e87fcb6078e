package ioctltest

import (
	"slices"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// Bond is what makes an interface a bond.
type Bond struct {
	Mode        int32    // BOND_MODE_, as in ioctl.Bond
	MIIInterval int32    // ms
	Slaves      []string // by their places
	Active      string   // the active slave, in the modes that have one
}

// Bonded is a bond that is down, of a mode (BOND_MODE_ of <linux/if_bonding.h>).
func Bonded(name string, mode int32) Interface {
	i := Ethernet(name, [6]byte{})
	i.Flags |= ioctl.FlagMaster
	i.Bond = &Bond{Mode: mode}
	return i
}

// The modes that have an active slave.
const (
	modeActiveBackup = 1
	modeTLB          = 5
	modeALB          = 6
)

// bonded is set for a bond and its slave.
func (c *Conn) bonded(request, bond, slave string, act func(d, s *Interface) unix.Errno) error {
	if len(slave) >= unix.IFNAMSIZ {
		return failure(request, bond, unix.EINVAL)
	}
	return c.set(request, bond, func(d *Interface) unix.Errno {
		if d.Bond == nil {
			return unix.EOPNOTSUPP
		}
		s := c.kernel().named(slave)
		if s == nil {
			return unix.ENODEV
		}
		return act(d, s)
	}, slave)
}

// BondEnslave is ioctl's.
func (c *Conn) BondEnslave(bond, slave string) error {
	return c.bonded("SIOCBONDENSLAVE", bond, slave, func(d, s *Interface) unix.Errno {
		switch {
		case s.Flags&ioctl.FlagSlave != 0:
			return unix.EBUSY
		case s.isUp():
			return unix.EPERM
		case len(d.Bond.Slaves) == 0:
			d.HwAddr.Data = s.HwAddr.Data
		}
		d.Bond.Slaves = append(d.Bond.Slaves, slave)
		s.Flags |= ioctl.FlagSlave
		c.kernel().up(s)
		return 0
	})
}

// BondRelease is ioctl's.
func (c *Conn) BondRelease(bond, slave string) error {
	return c.bonded("SIOCBONDRELEASE", bond, slave, func(d, s *Interface) unix.Errno {
		if !slices.Contains(d.Bond.Slaves, slave) {
			return unix.EINVAL
		}
		d.Bond.Slaves = slices.DeleteFunc(d.Bond.Slaves, func(name string) bool { return name == slave })
		if d.Bond.Active == slave {
			d.Bond.Active = ""
		}
		s.Flags &^= ioctl.FlagSlave
		c.kernel().down(s)
		return 0
	})
}

// BondChangeActive is ioctl's.
func (c *Conn) BondChangeActive(bond, slave string) error {
	return c.bonded("SIOCBONDCHANGEACTIVE", bond, slave, func(d, s *Interface) unix.Errno {
		switch {
		case d.Bond.Mode != modeActiveBackup && d.Bond.Mode != modeTLB && d.Bond.Mode != modeALB:
			return unix.EACCES
		case !slices.Contains(d.Bond.Slaves, slave), !s.isUp(), s.NoCarrier, !d.isUp():
			return unix.EINVAL
		}
		d.Bond.Active = slave
		return 0
	})
}

// Bond is ioctl's.
func (c *Conn) Bond(bond string) (ioctl.Bond, error) {
	d, err := c.get("SIOCBONDINFOQUERY", bond)
	switch {
	case err != nil:
		return ioctl.Bond{}, err
	case d.Bond == nil:
		return ioctl.Bond{}, failure("SIOCBONDINFOQUERY", bond, unix.EOPNOTSUPP)
	}
	return ioctl.Bond{Mode: d.Bond.Mode, Slaves: int32(len(d.Bond.Slaves)), MIIInterval: d.Bond.MIIInterval}, nil
}

// BondSlave is ioctl's.
func (c *Conn) BondSlave(bond string, place int32) (ioctl.BondSlave, error) {
	const request = "SIOCBONDSLAVEINFOQUERY"
	d, err := c.ask(request, bond, false, place)
	switch {
	case err != nil:
		return ioctl.BondSlave{}, err
	case d.Bond == nil:
		return ioctl.BondSlave{}, failure(request, bond, unix.EOPNOTSUPP)
	case place < 0 || int(place) >= len(d.Bond.Slaves):
		return ioctl.BondSlave{}, failure(request, bond, unix.ENODEV)
	}
	slave := ioctl.BondSlave{Name: d.Bond.Slaves[place], State: 1}
	if slave.Name == d.Bond.Active {
		slave.State = 0
	}
	return slave, nil
}
