package ioctl

import "unsafe"

// Bond is the state of a bond, struct ifbond of <linux/if_bonding.h>.
type Bond struct {
	Mode        int32 // BOND_MODE_: 0 balance-rr, 1 active-backup ...
	Slaves      int32 // how many
	MIIInterval int32 // between looks at the links, ms
}

// ifbond is struct ifbond.
type ifbond struct{ mode, slaves, miimon int32 }

// BondSlave is the state of a slave, struct ifslave of <linux/if_bonding.h>.
type BondSlave struct {
	Name     string // the interface's
	Link     int8   // BOND_LINK_: 0 up, 1 failing, 2 down, 3 coming back
	State    int8   // BOND_STATE_: 0 active, 1 backup
	Failures uint32 // of its link
}

// ifslave is struct ifslave.
type ifslave struct {
	id          int32
	name        [nameSize]byte
	link, state int8
	_           [2]byte
	failures    uint32
}

// BondEnslave makes an interface that is down a slave of a bond
// (SIOCBONDENSLAVE). EBUSY: it is a slave; EPERM: it is up, or the caller isn't
// privileged; ENODEV: there is none; EOPNOTSUPP: what is named is no bond.
func (c *Conn) BondEnslave(bond, slave string) error { return c.bondSlave(idBondEnslave, bond, slave) }

// BondRelease releases a slave (SIOCBONDRELEASE). EINVAL: it isn't one of this
// bond.
func (c *Conn) BondRelease(bond, slave string) error { return c.bondSlave(idBondRelease, bond, slave) }

// BondChangeActive makes a slave the active one of a bond whose mode has such
// (SIOCBONDCHANGEACTIVE). EINVAL or EACCES: it can't be.
func (c *Conn) BondChangeActive(bond, slave string) error {
	return c.bondSlave(idBondChangeActive, bond, slave)
}

// bondSlave sends the slave's name in the union.
func (c *Conn) bondSlave(id requestID, bond, slave string) error {
	if err := checkName(slave); err != nil {
		return failure(id.name, bond, err)
	}
	if err := c.prepare(id, bond); err != nil {
		return err
	}
	copy(c.req.union()[:nameSize-1], slave)
	return c.do(id, bond)
}

// Bond returns the state of a bond (SIOCBONDINFOQUERY). EOPNOTSUPP, or EINVAL
// or ENOTTY of some drivers: it is none.
func (c *Conn) Bond(bond string) (Bond, error) {
	var arg ifbond
	if err := c.callData(idBondInfo, bond, unsafe.Pointer(&arg)); err != nil {
		return Bond{}, err
	}
	return Bond{arg.mode, arg.slaves, arg.miimon}, nil
}

// BondSlave returns the state of a slave by its place, from 0
// (SIOCBONDSLAVEINFOQUERY). ENODEV: the bond hasn't so many.
func (c *Conn) BondSlave(bond string, place int32) (BondSlave, error) {
	arg := ifslave{id: place}
	if err := c.callData(idBondSlave, bond, unsafe.Pointer(&arg)); err != nil {
		return BondSlave{}, err
	}
	return BondSlave{cString(arg.name[:]), arg.link, arg.state, arg.failures}, nil
}
