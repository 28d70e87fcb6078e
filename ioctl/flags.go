package ioctl

import (
	"encoding/binary"

	"classicnet/netflag"
)

// Flags are the flag word of an interface (netdevice(7)), 16 bits as in
// SIOCGIFFLAGS. An alias has its device's flags. String is what ifconfig shows:
// "UP BROADCAST RUNNING MULTICAST".
type Flags = netflag.Interface

// The bits of Flags.
const (
	FlagUp           = netflag.Up
	FlagBroadcast    = netflag.Broadcast
	FlagDebug        = netflag.Debug
	FlagLoopback     = netflag.Loopback
	FlagPointToPoint = netflag.PointToPoint
	FlagNoTrailers   = netflag.NoTrailers
	FlagRunning      = netflag.Running
	FlagNoARP        = netflag.NoARP
	FlagPromisc      = netflag.Promisc
	FlagAllMulti     = netflag.AllMulti
	FlagMaster       = netflag.Master
	FlagSlave        = netflag.Slave
	FlagMulticast    = netflag.Multicast
	FlagPortSelect   = netflag.PortSelect
	FlagAutoMedia    = netflag.AutoMedia
	FlagDynamic      = netflag.Dynamic
)

// Flags returns the flags of an interface or, for any label, those of its
// device (SIOCGIFFLAGS). ENODEV: there is no such interface.
func (c *Conn) Flags(name string) (Flags, error) {
	u, err := c.get(idGetFlags, name)
	if err != nil {
		return 0, err
	}
	return Flags(binary.NativeEndian.Uint16(u)), nil
}

// SetFlags replaces the flags (SIOCSIFFLAGS). On an alias the kernel looks at
// FlagUp alone: without it the alias is deleted, with it nothing happens;
// EADDRNOTAVAIL: there is no such alias. EPERM: not privileged.
func (c *Conn) SetFlags(name string, flags Flags) error {
	if err := c.prepare(idSetFlags, name); err != nil {
		return err
	}
	binary.NativeEndian.PutUint16(c.req.union(), uint16(flags))
	return c.do(idSetFlags, name)
}
