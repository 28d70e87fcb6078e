package ioctltest

import (
	"cmp"
	"slices"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// fibEntry is a route of the main IPv4 table. That an address is local, or a
// broadcast address, is told from the interfaces' addresses; the kernel has a
// table of its own for it.
type fibEntry struct {
	dst      uint32
	bits     int
	priority uint32
	reject   bool
	device   *Interface // nil for a reject route
	gateway  uint32
	source   uint32 // the preferred source address, 0 for none
	scope    uint8
	nhScope  uint8 // of the way to the gateway
	kernel   bool  // made by the kernel itself
	metrics  metrics
}

// metrics are as the kernel keeps them.
type metrics struct{ advMSS, window, rtt uint32 }

// The scopes of routes and addresses, RT_SCOPE_ of <linux/rtnetlink.h>: the
// larger the narrower.
const (
	scopeUniverse = unix.RT_SCOPE_UNIVERSE
	scopeLink     = unix.RT_SCOPE_LINK
	scopeHost     = unix.RT_SCOPE_HOST
	scopeNowhere  = unix.RT_SCOPE_NOWHERE
)

// order is that of the table: by address, longer prefixes first, then by
// priority.
func (e *fibEntry) order(x *fibEntry) int {
	return cmp.Or(cmp.Compare(e.dst, x.dst), cmp.Compare(x.bits, e.bits), cmp.Compare(e.priority, x.priority))
}

// addRoute puts an entry before those of the same destination and priority or,
// as the kernel does with its own, behind them.
func (k *Kernel) addRoute(e fibEntry) unix.Errno {
	k.fibMade = true
	if slices.Contains(k.fib, e) {
		return unix.EEXIST
	}
	at := 0
	for at < len(k.fib) {
		if c := k.fib[at].order(&e); c > 0 || c == 0 && !e.kernel {
			break
		}
		at++
	}
	k.fib = slices.Insert(k.fib, at, e)
	return 0
}

// delRoute deletes the first entry that matches.
func (k *Kernel) delRoute(match func(*fibEntry) bool) unix.Errno {
	for i := range k.fib {
		if match(&k.fib[i]) {
			k.fib = slices.Delete(k.fib, i, i+1)
			return 0
		}
	}
	return unix.ESRCH
}

// dropRoutes deletes all that match.
func (k *Kernel) dropRoutes(match func(*fibEntry) bool) {
	k.fib = slices.DeleteFunc(k.fib, func(e fibEntry) bool { return match(&e) })
}

// connected is the route to an address's net.
func (d *Interface) connected(a Addr) (e fibEntry, ok bool) {
	bits, _ := maskLen(word(a.Mask))
	e = fibEntry{
		dst: a.prefix(), bits: bits, device: d, source: word(a.Local),
		scope: scopeLink, nhScope: scopeHost, kernel: true,
	}
	here := a.prefix() == word(a.Local) && bits == 32
	return e, !a.Secondary && a.prefix() != 0 && !here && d.Flags&ioctl.FlagLoopback == 0
}

// connect makes the routes of an address, if the interface is up.
func (k *Kernel) connect(d *Interface, a Addr) {
	k.fibMade = true
	if e, ok := d.connected(a); ok && d.isUp() {
		k.addRoute(e)
	}
}

// unconnect deletes what depends on an address that is gone. With the last
// address the interface has no IPv4 any more.
func (k *Kernel) unconnect(d *Interface, a Addr) {
	if want, ok := d.connected(a); ok {
		_ = k.delRoute(func(e *fibEntry) bool { return *e == want })
	}
	if k.owner(word(a.Local), nil) == nil {
		k.dropRoutes(func(e *fibEntry) bool { return e.source != 0 && e.source == word(a.Local) })
	}
	if len(d.Addrs) == 0 {
		k.disconnect(d)
	}
}

// disconnect deletes all routes and neighbours of an interface.
func (k *Kernel) disconnect(d *Interface) {
	k.dropRoutes(func(e *fibEntry) bool { return e.device == d })
	k.forgetNeighbours(d)
	k.proxies = slices.DeleteFunc(k.proxies, func(p proxy) bool { return p.device == d })
}

// kind says what an address is to the machine.
type kind uint8

const (
	unicast kind = iota
	multicast
	broadcast
	local
)

// kindOf tells what an IPv4 address is.
func (k *Kernel) kindOf(w uint32) kind {
	switch {
	case w == 0, w == ^uint32(0):
		return broadcast
	case w>>28 == 14:
		return multicast
	}
	found := unicast
	for _, d := range k.interfaces {
		for i := range d.Addrs {
			found = max(found, d.kindOf(&d.Addrs[i], w))
		}
	}
	return found
}

// kindOf is what an address is by one of an interface's own.
func (d *Interface) kindOf(a *Addr, w uint32) kind {
	bits, _ := maskLen(word(a.Mask))
	loop := d.Flags&ioctl.FlagLoopback != 0
	switch {
	case w == word(a.Local), loop && d.isUp() && (w^a.prefix())&word(a.Mask) == 0:
		return local
	case !d.isUp():
		return unicast
	case w == word(a.Broadcast):
		return broadcast
	case !a.Secondary && a.prefix() != 0 && bits < 31 && w == a.prefix()|^word(a.Mask):
		return broadcast
	}
	return unicast
}

// owner is the interface that an address is local to, nil for none.
func (k *Kernel) owner(w uint32, device *Interface) *Interface {
	for _, d := range k.interfaces {
		for i := range d.Addrs {
			if (device == nil || d == device) && d.kindOf(&d.Addrs[i], w) == local {
				return d
			}
		}
	}
	return nil
}

// lookup finds the way to an address: the longest prefix, through device
// where one is given, with a scope that is as narrow as told.
func (k *Kernel) lookup(w uint32, device *Interface, scope uint8) (*fibEntry, unix.Errno) {
	if d := k.owner(w, device); d != nil {
		return &fibEntry{device: d, scope: scopeHost}, 0
	}
	var best *fibEntry
	for i := range k.fib {
		e := &k.fib[i]
		if (w^e.dst)&maskOf(e.bits) != 0 || e.scope < scope || best != nil && best.bits >= e.bits {
			continue
		}
		if e.reject || device == nil || e.device == device {
			best = e
		}
	}
	switch {
	case best == nil:
		return nil, unix.ENETUNREACH
	case best.reject:
		return nil, unix.EHOSTUNREACH
	}
	return best, 0
}
