package ioctltest

import (
	"fmt"
	"slices"

	"golang.org/x/sys/unix"
)

// transceiver finds the interface's. Whoever has no rights may not even ask.
func (c *Conn) transceiver(request, name string, args ...any) (*MII, error) {
	d, err := c.ask(request, name, true, args...)
	if err != nil {
		return nil, err
	}
	if d.MII == nil {
		return nil, failure(request, name, unix.EOPNOTSUPP)
	}
	return d.MII, nil
}

// MIIPhy is ioctl's.
func (c *Conn) MIIPhy(name string) (uint16, error) {
	m, err := c.transceiver("SIOCGMIIPHY", name)
	if err != nil {
		return 0, err
	}
	return m.PHY, nil
}

// MIIRegister is ioctl's.
func (c *Conn) MIIRegister(name string, phy, register uint16) (uint16, error) {
	m, err := c.transceiver("SIOCGMIIREG", name, phy, register)
	switch {
	case err != nil:
		return 0, err
	case int(register) >= len(m.Registers), slices.Contains(m.NoRead, register):
		return 0, failure("SIOCGMIIREG", name, unix.EIO)
	}
	return m.Registers[register], nil
}

// SetMIIRegister is ioctl's. What is written stays in the register.
func (c *Conn) SetMIIRegister(name string, phy, register, value uint16) error {
	return c.set("SIOCSMIIREG", name, func(d *Interface) unix.Errno {
		switch m := d.MII; {
		case m == nil:
			return unix.EOPNOTSUPP
		case m.NoWrite || int(register) >= len(m.Registers):
			return unix.EPERM
		default:
			m.Registers[register] = value
			return 0
		}
	}, phy, register, fmt.Sprintf("%04x", value))
}
