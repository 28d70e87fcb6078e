package ioctltest

import (
	"encoding/binary"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// SetSockaddr is ioctl's. On a socket of a family other than IPv4 what is set
// is what FamilyAddr returns for a question of that family alone.
func (c *Conn) SetSockaddr(kind ioctl.AddrKind, name string, addr ioctl.Sockaddr) error {
	return c.set(kind.String(), name, func(d *Interface) unix.Errno { return c.setPart(d, kind, name, addr) }, addr)
}

func (c *Conn) setPart(d *Interface, kind ioctl.AddrKind, name string, addr ioctl.Sockaddr) unix.Errno {
	if c.family != unix.AF_INET {
		return c.setOther(d, kind, addr)
	}
	if addr.Family() != unix.AF_INET {
		return unix.EINVAL
	}
	w := binary.BigEndian.Uint32(addr.Data()[2:6])
	at := d.label(name)
	switch {
	case kind == ioctl.AddrLocal:
		return c.kernel().setLocal(d, at, name, w)
	case at < 0:
		return unix.EADDRNOTAVAIL
	case kind == ioctl.AddrPeer:
		return c.kernel().setPeer(d, at, w)
	case kind == ioctl.AddrNetmask:
		return c.kernel().setMask(d, at, w)
	}
	return c.kernel().change(d, at, d.Addrs[at].Broadcast == address(w), func(a *Addr) { a.Broadcast = address(w) })
}

// setOther keeps the address of another family, which is all that such sockets
// set.
func (c *Conn) setOther(d *Interface, kind ioctl.AddrKind, addr ioctl.Sockaddr) unix.Errno {
	switch {
	case c.family == unix.AF_INET6 && (kind == ioctl.AddrLocal || kind == ioctl.AddrPeer):
		return unix.ENODEV // the number of an interface is read from what isn't one
	case kind != ioctl.AddrLocal, c.family == unix.AF_UNIX:
		return unix.ENOTTY
	case addr.Family() != uint16(c.family):
		return unix.EINVAL
	}
	if d.Others == nil {
		d.Others = map[ioctl.Sockaddr]ioctl.Sockaddr{}
	}
	var ask ioctl.Sockaddr
	ask.SetFamily(addr.Family())
	d.Others[ask] = addr
	return 0
}

// setLocal is SIOCSIFADDR: the address under the label goes, the new one has
// the mask of its class and the broadcast address that follows.
func (k *Kernel) setLocal(d *Interface, at int, name string, w uint32) unix.Errno {
	bits := classOf(w)
	if bits < 0 {
		return unix.EINVAL
	}
	if d.MTU < minMTU {
		return unix.ENOBUFS
	}
	a := Addr{Label: name}
	if at >= 0 {
		if word(d.Addrs[at].Local) == w {
			return 0
		}
		a = d.Addrs[at]
		a.scope = scopeUniverse
		k.delInet(d, at)
	}
	a.Local, a.Peer, a.Broadcast = address(w), address(w), address(0)
	if d.Flags&ioctl.FlagPointToPoint != 0 {
		bits = 32
	} else if d.Flags&ioctl.FlagBroadcast != 0 && bits < 31 {
		a.Broadcast = address(w | ^maskOf(bits))
	}
	a.Mask = address(maskOf(bits))
	return k.addInet(d, a)
}

// setPeer is SIOCSIFDSTADDR.
func (k *Kernel) setPeer(d *Interface, at int, w uint32) unix.Errno {
	same := word(d.Addrs[at].Peer) == w
	if !same && classOf(w) < 0 {
		return unix.EINVAL
	}
	return k.change(d, at, same, func(a *Addr) { a.Peer = address(w) })
}

// setMask is SIOCSIFNETMASK. The broadcast address follows the mask if it did
// before.
func (k *Kernel) setMask(d *Interface, at int, w uint32) unix.Errno {
	bits, ok := maskLen(w)
	if !ok {
		return unix.EINVAL
	}
	return k.change(d, at, word(d.Addrs[at].Mask) == w, func(a *Addr) {
		old := word(a.Mask)
		a.Mask = address(w)
		if d.Flags&ioctl.FlagBroadcast != 0 && bits < 31 && word(a.Broadcast) == word(a.Local)|^old {
			a.Broadcast = address(word(a.Local) | ^w)
		}
	})
}

// change takes an address away, changes it and puts it back, as the kernel
// does: one whose net has it already is lost without a word, and with the last
// address of an interface its routes are.
func (k *Kernel) change(d *Interface, at int, same bool, edit func(*Addr)) unix.Errno {
	if same {
		return 0
	}
	a := d.Addrs[at]
	k.delInet(d, at)
	edit(&a)
	_ = k.insertInet(d, a)
	return 0
}
