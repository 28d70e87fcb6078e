package ifenslave

import (
	"errors"
	"net/netip"

	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
	"classicnet/ioctl"
)

// Kernel is what ifenslave asks of a socket; *ioctl.Conn is one.
type Kernel interface {
	Interfaces() ([]ioctl.InterfaceAddr, error)
	Flags(name string) (ioctl.Flags, error)
	SetFlags(name string, flags ioctl.Flags) error
	Addr(name string) (netip.Addr, error)
	SetAddr(name string, addr netip.Addr) error
	HardwareAddr(name string) (ioctl.HardwareAddr, error)
	SetMTU(name string, mtu int32) error
	Driver(name string) (ioctl.Driver, error)
	BondEnslave(bond, slave string) error
	BondRelease(bond, slave string) error
	BondChangeActive(bond, slave string) error
	Close() error
}

// bond does what is asked for with a master and its slaves.
func (c *command) bond(k Kernel, words []string) error {
	master, slaves := words[0], words[1:]
	if _, err := k.Driver(master); err != nil && !errors.Is(err, unix.EOPNOTSUPP) {
		return frame.Failed("Master '" + master + "': Error: handshake with driver failed. Aborting")
	}
	switch {
	case len(slaves) == 0 && (c.options.Detach || c.options.Change), c.options.Change && len(slaves) > 1:
		return frame.Misused("")
	case len(slaves) == 0:
		c.show(k, master)
		return nil
	}
	if err := checkMaster(k, master); err != nil {
		return err
	}
	if c.options.Change {
		return c.change(k, master, slaves[0])
	}
	return c.each(k, master, slaves)
}

// checkMaster refuses what is no bond, or one that is down.
func checkMaster(k Kernel, master string) error {
	flags, err := k.Flags(master)
	switch {
	case err != nil:
		return frame.Failed("Master '" + master + "': Error: get flags failed. Aborting")
	case flags&ioctl.FlagMaster == 0:
		return frame.Failed("Illegal operation; the specified interface '" + master + "' is not a master. Aborting")
	case flags&ioctl.FlagUp == 0:
		return frame.Failed("Illegal operation; the specified master interface '" + master + "' is not up.")
	}
	return nil
}

// each goes over the slaves. One that fails is told and the others have their
// turn; the status is that of the last that failed.
func (c *command) each(k Kernel, master string, slaves []string) error {
	act := c.enslave
	if c.options.Detach {
		act = c.release
	}
	status := 0
	for _, slave := range slaves {
		if failedWith := act(k, master, slave); failedWith != 0 {
			status = failedWith
		}
	}
	if status == 0 {
		return nil
	}
	return frame.Status(status)
}

// enslave makes an interface a slave: without an address and down, as the
// kernel wants it.
func (c *command) enslave(k Kernel, master, slave string) (status int) {
	flags, err := k.Flags(slave)
	errno, refused := errors.AsType[unix.Errno](err)
	switch {
	case refused:
		c.say("Slave '" + slave + "': Error: get settings failed: " + frame.Reason(err) + ". Skipping")
		return int(errno)
	case flags&ioctl.FlagSlave != 0:
		c.say("Illegal operation: The specified slave interface '" + slave + "' is already a slave")
		return c.broken(master, slave, "Enslave")
	}
	if flags&ioctl.FlagUp != 0 {
		_ = k.SetAddr(slave, netip.IPv4Unspecified()) // it may have none
		if err := k.SetFlags(slave, flags&^ioctl.FlagUp); err != nil {
			c.say("Slave '" + slave + "': Error: bring interface down failed: " + frame.Reason(err))
			return c.broken(master, slave, "Enslave")
		}
	}
	if err := k.BondEnslave(master, slave); err != nil {
		c.tell(err)
		return c.broken(master, slave, "Enslave")
	}
	return 0
}

// ethernetMTU is what a slave's is set to when it is released.
const ethernetMTU = 1500

func (c *command) release(k Kernel, master, slave string) (status int) {
	flags, err := k.Flags(slave)
	switch {
	case err != nil:
		c.say("Slave '" + slave + "': Error: get flags failed. Skipping")
		return statusGone
	case flags&ioctl.FlagSlave == 0:
		c.say("Illegal operation: The specified slave interface '" + slave + "' is not a slave")
		return c.broken(master, slave, "Release")
	}
	if err := k.BondRelease(master, slave); err != nil {
		c.tell(err)
		return c.broken(master, slave, "Release")
	}
	if flags, err = k.Flags(slave); err == nil {
		_ = k.SetFlags(slave, flags&^ioctl.FlagUp) // it is down already
		_ = k.SetMTU(slave, ethernetMTU)           // a card may not take it
	}
	return 0
}

func (c *command) change(k Kernel, master, slave string) error {
	flags, err := k.Flags(slave)
	switch {
	case err != nil:
		return frame.Failed("Slave '" + slave + "': Error: get flags failed. Aborting")
	case flags&ioctl.FlagSlave == 0:
		c.say("Illegal operation: The specified slave interface '" + slave + "' is not a slave")
		return frame.Status(c.broken(master, slave, "Change active"))
	}
	if err := k.BondChangeActive(master, slave); err != nil {
		c.tell(err)
		return frame.Status(c.broken(master, slave, "Change active"))
	}
	return nil
}

// broken tells that something didn't work for a slave.
func (c *command) broken(master, slave, what string) (status int) {
	c.say("Master '" + master + "', Slave '" + slave + "': Error: " + what + " failed")
	return statusFailed
}
