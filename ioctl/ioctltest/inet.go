package ioctltest

import (
	"encoding/binary"
	"net/netip"
	"slices"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// word is an IPv4 address as a number, 0 for the zero Addr.
func word(a netip.Addr) uint32 {
	if !a.Is4() {
		return 0
	}
	quad := a.As4()
	return binary.BigEndian.Uint32(quad[:])
}

// address is the inverse of word.
func address(w uint32) netip.Addr {
	var quad [4]byte
	binary.BigEndian.PutUint32(quad[:], w)
	return netip.AddrFrom4(quad)
}

const loopbackNet = 127 << 24

// minMTU is the least MTU with which an interface has IPv4.
const minMTU = 68

// maskOf is the netmask of a prefix length.
func maskOf(bits int) uint32 { return ^uint32(0) << (32 - bits) }

// maskLen is the prefix length of a netmask; ok is false for one with holes.
func maskLen(mask uint32) (bits int, ok bool) {
	for bits = 0; bits < 32 && mask&(1<<(31-bits)) != 0; bits++ {
	}
	return bits, mask == maskOf(bits)
}

// classOf is the prefix length of an address's class, -1 for one that no
// interface may have.
func classOf(w uint32) int {
	switch {
	case w == 0, w == ^uint32(0):
		return 0
	case w>>31 == 0:
		return 8
	case w>>30 == 2:
		return 16
	case w>>29 == 6:
		return 24
	case w>>28 == 15:
		return 32
	}
	return -1
}

// complete fills in what an Addr given to Add leaves open.
func (a Addr) complete(d *Interface) Addr {
	if a.Label == "" {
		a.Label = d.Name
	}
	if !a.Mask.IsValid() {
		a.Mask = address(maskOf(max(classOf(word(a.Local)), 0)))
	}
	if !a.Peer.IsValid() {
		a.Peer = a.Local
	}
	if !a.Broadcast.IsValid() {
		a.Broadcast = address(0)
		if bits, _ := maskLen(word(a.Mask)); d.Flags&ioctl.FlagBroadcast != 0 && bits < 31 {
			a.Broadcast = address(word(a.Local) | ^word(a.Mask))
		}
	}
	return a
}

// prefix is the address's net as a number.
func (a *Addr) prefix() uint32 { return word(a.Peer) & word(a.Mask) }

// holds tells whether the address's net has a peer in it.
func (a *Addr) holds(peer netip.Addr) bool { return (word(a.Peer)^word(peer))&word(a.Mask) == 0 }

// addInet gives an interface an address, with the scope that it has.
func (k *Kernel) addInet(d *Interface, a Addr) unix.Errno {
	if word(a.Local)>>24 == 127 {
		a.scope = scopeHost
	}
	return k.insertInet(d, a)
}

// insertInet puts an address into the list: primary ones come before those of
// narrower scope and behind their like, secondary ones last.
func (k *Kernel) insertInet(d *Interface, a Addr) unix.Errno {
	if word(a.Local) == 0 {
		return 0
	}
	a.Secondary = false
	primary := 0
	for i := range d.Addrs {
		other := &d.Addrs[i]
		if !other.Secondary && a.scope <= other.scope {
			primary = i + 1
		}
		if other.Mask != a.Mask || !a.holds(other.Peer) {
			continue
		}
		if other.Local == a.Local {
			return unix.EEXIST
		}
		if other.scope != a.scope {
			return unix.EINVAL
		}
		a.Secondary = true
	}
	at := len(d.Addrs)
	if !a.Secondary {
		at = primary
	}
	d.Addrs = slices.Insert(d.Addrs, at, a)
	k.connect(d, a)
	return 0
}

// delInet takes an address off the list, and those that are secondary to it
// where they aren't promoted.
func (k *Kernel) delInet(d *Interface, at int) {
	gone := d.Addrs[at]
	heir := -1
	if !gone.Secondary {
		heir = k.delSecondaries(d, at)
	}
	d.Addrs = slices.Delete(d.Addrs, at, at+1)
	k.unconnect(d, gone)
	if heir >= 0 {
		k.promote(d, heir-1, at, gone.scope)
	}
}
