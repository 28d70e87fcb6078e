package ioctltest

import (
	"net/netip"
	"slices"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// neighbour finds an entry, nil if there is none.
func (k *Kernel) neighbour(addr netip.Addr, d *Interface) *neighbour {
	for i := range k.neighbours {
		if n := &k.neighbours[i]; n.addr == addr && n.device == d {
			return n
		}
	}
	return nil
}

// flags are those of arp(7).
func (n *neighbour) flags() ioctl.ARPFlags {
	switch {
	case !n.known:
		return 0
	case n.permanent:
		return ioctl.ARPComplete | ioctl.ARPPermanent
	}
	return ioctl.ARPComplete
}

// toward is the interface that a neighbour is behind, where none is named.
func (k *Kernel) toward(d *Interface, addr netip.Addr, scope uint8) (*Interface, unix.Errno) {
	if d != nil {
		return d, 0
	}
	w := word(addr)
	if w == 0 || k.kindOf(w) == local {
		return k.Interface("lo"), 0
	}
	way, errno := k.lookup(w, nil, scope)
	if errno != 0 {
		return nil, errno
	}
	return way.device, 0
}

func (k *Kernel) setNeighbour(e *ioctl.ARPEntry, d *Interface) unix.Errno {
	named := d != nil
	d, errno := k.toward(d, e.Addr, scopeLink)
	complete := e.Flags&(ioctl.ARPComplete|ioctl.ARPPermanent) != 0
	switch {
	case errno != 0:
		return errno
	case (!named || e.Hw.Type != 0) && e.Hw.Type != d.HwAddr.Type:
		return unix.EINVAL
	}
	n := k.neighbour(e.Addr, d)
	if n == nil {
		k.neighbours = append(k.neighbours, d.neighbour(e.Addr))
		n = &k.neighbours[len(k.neighbours)-1]
	}
	switch {
	case complete:
		n.hw = e.Hw.Data
		if d.HwAddr.Type == unix.ARPHRD_ETHER {
			clear(n.hw[6:])
		}
	case !n.known:
		return unix.EINVAL
	}
	n.known, n.permanent = true, e.Flags&ioctl.ARPPermanent != 0
	return 0
}

// neighbour is a new entry. The hardware address of some needs no asking.
func (d *Interface) neighbour(addr netip.Addr) neighbour {
	n := neighbour{addr: addr, device: d}
	w := word(addr)
	kind := unicast
	for i := range d.Addrs {
		kind = max(kind, d.kindOf(&d.Addrs[i], w))
	}
	switch {
	case w>>28 == 14:
		n.known, n.hw = true, [14]byte{1, 0, 0x5e, byte(w >> 16 & 0x7f), byte(w >> 8), byte(w)}
	case d.Flags&(ioctl.FlagNoARP|ioctl.FlagLoopback) != 0:
		n.known, n.hw = true, d.HwAddr.Data
	case w == 0, w == ^uint32(0), kind == broadcast, d.Flags&ioctl.FlagPointToPoint != 0:
		n.known, n.hw = true, [14]byte{255, 255, 255, 255, 255, 255}
	}
	return n
}

func (k *Kernel) delNeighbour(e *ioctl.ARPEntry, d *Interface) unix.Errno {
	d, errno := k.toward(d, e.Addr, scopeUniverse)
	if errno != 0 {
		return errno
	}
	old := len(k.neighbours)
	k.neighbours = slices.DeleteFunc(k.neighbours, func(n neighbour) bool { return n.addr == e.Addr && n.device == d })
	if len(k.neighbours) == old {
		return unix.ENXIO
	}
	return 0
}

// arpMask is the mask of a published entry, all or nothing; without the flag it
// is a host's.
func arpMask(e *ioctl.ARPEntry) uint32 {
	if e.Flags&ioctl.ARPHasNetmask == 0 {
		return maskOf(32)
	}
	return word(e.Netmask)
}

func (k *Kernel) publish(e *ioctl.ARPEntry, d *Interface) unix.Errno {
	if d == nil && e.Flags&ioctl.ARPComplete != 0 {
		i := slices.IndexFunc(k.interfaces, func(x *Interface) bool {
			return x.HwAddr.Type == e.Hw.Type && [6]byte(x.HwAddr.Data[:6]) == [6]byte(e.Hw.Data[:6])
		})
		if i < 0 {
			return unix.ENODEV
		}
		d = k.interfaces[i]
	}
	if arpMask(e) == 0 {
		k.setProxyARP(d, true)
		return 0
	}
	if p := (proxy{e.Addr, d}); !slices.Contains(k.proxies, p) {
		k.proxies = append(k.proxies, p)
	}
	return 0
}

func (k *Kernel) unpublish(e *ioctl.ARPEntry, d *Interface) unix.Errno {
	if arpMask(e) == 0 {
		k.setProxyARP(d, false)
		return 0
	}
	i := slices.Index(k.proxies, proxy{e.Addr, d})
	if i < 0 {
		return unix.ENOENT
	}
	k.proxies = slices.Delete(k.proxies, i, i+1)
	return 0
}

// setProxyARP is what an entry with the mask 0.0.0.0 means: proxy_arp.
func (k *Kernel) setProxyARP(d *Interface, on bool) {
	if d == nil {
		k.proxyARP = on
		return
	}
	d.proxyARP = on
}

// ProxyARP tells whether an interface answers for all addresses that it can
// reach (net.ipv4.conf.NAME.proxy_arp); "all" stands for all of them.
func (k *Kernel) ProxyARP(name string) bool {
	if name == "all" {
		return k.proxyARP
	}
	d := k.Interface(name)
	return d != nil && d.proxyARP
}
