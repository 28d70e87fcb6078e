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
	Up           Flags = unix.IFF_UP
	BroadcastOn  Flags = unix.IFF_BROADCAST
	Debug        Flags = unix.IFF_DEBUG
	Loopback     Flags = unix.IFF_LOOPBACK
	PointToPoint Flags = unix.IFF_POINTOPOINT
	NoTrailers   Flags = unix.IFF_NOTRAILERS
	Running      Flags = unix.IFF_RUNNING
	NoARP        Flags = unix.IFF_NOARP
	Promisc      Flags = unix.IFF_PROMISC
	AllMulti     Flags = unix.IFF_ALLMULTI
	Master       Flags = unix.IFF_MASTER
	Slave        Flags = unix.IFF_SLAVE
	Multicast    Flags = unix.IFF_MULTICAST
	PortSelect   Flags = unix.IFF_PORTSEL
	AutoMedia    Flags = unix.IFF_AUTOMEDIA
	Dynamic      Flags = unix.IFF_DYNAMIC
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
// Up alone: without it the alias is deleted, with it nothing happens;
// EADDRNOTAVAIL: there is no such alias. EPERM: not privileged.
func (c *Conn) SetFlags(name string, flags Flags) error {
	if err := c.prepare(idSetFlags, name); err != nil {
		return err
	}
	binary.NativeEndian.PutUint16(c.req.union(), uint16(flags))
	return c.do(idSetFlags, name)
}
