package ioctl

import (
	"encoding/binary"

	"golang.org/x/sys/unix"
)

// Flags are the flag word of an interface (netdevice(7)), 16 bits as in
// SIOCGIFFLAGS. An alias has its device's flags.
type Flags uint16

// The bits of Flags.
const (
	FlagUp           Flags = unix.IFF_UP
	FlagBroadcast    Flags = unix.IFF_BROADCAST
	FlagDebug        Flags = unix.IFF_DEBUG
	FlagLoopback     Flags = unix.IFF_LOOPBACK
	FlagPointToPoint Flags = unix.IFF_POINTOPOINT
	FlagNoTrailers   Flags = unix.IFF_NOTRAILERS
	FlagRunning      Flags = unix.IFF_RUNNING
	FlagNoARP        Flags = unix.IFF_NOARP
	FlagPromisc      Flags = unix.IFF_PROMISC
	FlagAllMulti     Flags = unix.IFF_ALLMULTI
	FlagMaster       Flags = unix.IFF_MASTER
	FlagSlave        Flags = unix.IFF_SLAVE
	FlagMulticast    Flags = unix.IFF_MULTICAST
	FlagPortSelect   Flags = unix.IFF_PORTSEL
	FlagAutoMedia    Flags = unix.IFF_AUTOMEDIA
	FlagDynamic      Flags = unix.IFF_DYNAMIC
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
