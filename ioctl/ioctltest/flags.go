package ioctltest

import (
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// Flags is ioctl's.
func (c *Conn) Flags(name string) (ioctl.Flags, error) {
	d, err := c.get("SIOCGIFFLAGS", name)
	if err != nil {
		return 0, err
	}
	return d.flags(), nil
}

// settable are the flags that SIOCSIFFLAGS sets; the others are the driver's.
const settable = ioctl.FlagUp | ioctl.FlagDebug | ioctl.FlagNoTrailers | ioctl.FlagNoARP |
	ioctl.FlagPromisc | ioctl.FlagAllMulti | ioctl.FlagMulticast | ioctl.FlagPortSelect |
	ioctl.FlagAutoMedia | ioctl.FlagDynamic

// SetFlags is ioctl's. Sockets that aren't IPv4's know no alias: the flags are
// those of its device.
func (c *Conn) SetFlags(name string, flags ioctl.Flags) error {
	return c.set("SIOCSIFFLAGS", name, func(d *Interface) unix.Errno {
		if !strings.Contains(name, ":") || c.family != unix.AF_INET {
			c.kernel().setFlags(d, flags)
			return 0
		}
		return c.kernel().setAliasFlags(d, name, flags)
	}, string(flags.Append(nil, '|')))
}

// setAliasFlags deletes an alias that loses UP.
func (k *Kernel) setAliasFlags(d *Interface, name string, flags ioctl.Flags) unix.Errno {
	i := d.label(name)
	if i < 0 {
		return unix.EADDRNOTAVAIL
	}
	if flags&ioctl.FlagUp == 0 {
		k.delInet(d, i)
	}
	return 0
}

func (k *Kernel) setFlags(d *Interface, flags ioctl.Flags) {
	old := d.Flags
	d.Flags = d.Flags&^(settable&^ioctl.FlagUp) | flags&(settable&^ioctl.FlagUp)
	switch {
	case flags&ioctl.FlagUp == old&ioctl.FlagUp:
	case flags&ioctl.FlagUp != 0:
		k.up(d)
	default:
		k.down(d)
	}
	if d.isUp() && (old^d.Flags)&ioctl.FlagNoARP != 0 {
		k.forgetNeighbours(d)
	}
}

// up is what the kernel does when an interface comes up.
func (k *Kernel) up(d *Interface) {
	d.Flags |= ioctl.FlagUp
	if d.loops() && d.MTU >= minMTU {
		k.insertInet(d, Addr{
			Label: d.Name, Local: address(loopbackNet | 1), Peer: address(loopbackNet | 1),
			Broadcast: address(0), Mask: address(maskOf(8)), scope: scopeHost,
		})
	}
	for _, a := range d.Addrs {
		k.connect(d, a)
	}
	k.upInet6(d)
}

// down is what it does when one goes down.
func (k *Kernel) down(d *Interface) {
	if !d.isUp() {
		return
	}
	d.Flags &^= ioctl.FlagUp
	k.disconnect(d)
	k.downInet6(d)
}
