package ioctl

import (
	"encoding/binary"

	"golang.org/x/sys/unix"
)

// MIIPhyRequest is the number of SIOCGMIIPHY, which mii-tool shows.
const MIIPhyRequest = unix.SIOCGMIIPHY

// The fields of struct mii_ioctl_data of <linux/mii.h>, which is the union
// itself: four numbers of 16 bits.
const (
	miiPhy      = 0
	miiRegister = 2
	miiIn       = 4
	miiOut      = 6
)

// MIIPhy returns the number of the transceiver that a card uses (SIOCGMIIPHY).
// EOPNOTSUPP: the card has none that can be asked; EINVAL: some drivers say so of
// a card that is down.
func (c *Conn) MIIPhy(name string) (uint16, error) {
	u, err := c.get(idGetMIIPhy, name)
	if err != nil {
		return 0, err
	}
	return binary.NativeEndian.Uint16(u[miiPhy:]), nil
}

// MIIRegister reads a register of a transceiver (SIOCGMIIREG). EIO: the driver
// doesn't read that one.
func (c *Conn) MIIRegister(name string, phy, register uint16) (uint16, error) {
	if err := c.mii(idGetMIIRegister, name, phy, register, 0); err != nil {
		return 0, err
	}
	return binary.NativeEndian.Uint16(c.req.union()[miiOut:]), nil
}

// SetMIIRegister writes a register of a transceiver (SIOCSMIIREG). EOPNOTSUPP:
// the driver writes none.
func (c *Conn) SetMIIRegister(name string, phy, register, value uint16) error {
	return c.mii(idSetMIIRegister, name, phy, register, value)
}

func (c *Conn) mii(id requestID, name string, phy, register, value uint16) error {
	if err := c.prepare(id, name); err != nil {
		return err
	}
	u := c.req.union()
	binary.NativeEndian.PutUint16(u[miiPhy:], phy)
	binary.NativeEndian.PutUint16(u[miiRegister:], register)
	binary.NativeEndian.PutUint16(u[miiIn:], value)
	return c.do(id, name)
}
