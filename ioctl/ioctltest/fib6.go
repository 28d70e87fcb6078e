package ioctltest

import (
	"cmp"
	"net/netip"
	"slices"

	"golang.org/x/sys/unix"
)

// fib6Entry is a route of the main IPv6 table or of the local one.
type fib6Entry struct {
	dst     netip.Prefix
	gateway netip.Addr // the zero Addr for none
	metric  uint32
	flags   uint32
	device  *Interface
	local   bool // in the local table
	kernel  bool // made by the kernel itself
}

const (
	kernelMetric6 = 256  // of the routes that the kernel makes
	userMetric6   = 1024 // of a request without one
	nullMetric6   = 1<<32 - 1
)

var (
	allMulticast = netip.PrefixFrom(netip.AddrFrom16([16]byte{0: 0xff}), 8)
	everything6  = netip.PrefixFrom(netip.IPv6Unspecified(), 0)
)

// order is that of /proc/net/ipv6_route: the main table first; within a table
// the prefixes inside another one before it, else by address; then by metric.
func (e *fib6Entry) order(x *fib6Entry) int {
	if e.local != x.local {
		return cmp.Compare(boolInt(e.local), boolInt(x.local))
	}
	if e.dst != x.dst {
		switch {
		case e.dst.Contains(x.dst.Addr()) && e.dst.Bits() < x.dst.Bits():
			return 1
		case x.dst.Contains(e.dst.Addr()) && x.dst.Bits() < e.dst.Bits():
			return -1
		}
		return e.dst.Addr().Compare(x.dst.Addr())
	}
	return cmp.Compare(e.metric, x.metric)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (k *Kernel) addRoute6(e fib6Entry) unix.Errno {
	at := 0
	for ; at < len(k.fib6); at++ {
		x := &k.fib6[at]
		c := x.order(&e)
		if c == 0 && x.device == e.device && x.gateway == e.gateway {
			return unix.EEXIST
		}
		if c > 0 {
			break
		}
	}
	k.fib6 = slices.Insert(k.fib6, at, e)
	return 0
}

// connect6 makes the routes of an address: to itself and, while the interface
// is up, to its net.
func (k *Kernel) connect6(d *Interface, a Addr6) {
	k.addRoute6(fib6Entry{
		dst: netip.PrefixFrom(a.Addr, 128), flags: unix.RTF_UP | unix.RTF_NONEXTHOP | unix.RTF_LOCAL,
		device: d, local: true, kernel: true,
	})
	if d.isUp() && !a.alone {
		k.addRoute6(a.connected(d))
	}
}

// connected is the route to an address's net. On loopback there is none there,
// and the route says so.
func (a *Addr6) connected(d *Interface) fib6Entry {
	e := fib6Entry{
		dst: netip.PrefixFrom(a.Addr, a.PrefixLen).Masked(), metric: kernelMetric6,
		flags: unix.RTF_UP, device: d, kernel: true,
	}
	if d.loops() && !a.Addr.IsLoopback() {
		e.flags = unix.RTF_REJECT | unix.RTF_NONEXTHOP
	}
	return e
}

// unconnect6 deletes the routes of an address that is gone, but that to its
// net while another address is in it.
func (k *Kernel) unconnect6(d *Interface, a Addr6) {
	net := a.connected(d)
	shared := slices.ContainsFunc(d.Addrs6, func(x Addr6) bool { return x.connected(d).dst == net.dst })
	k.fib6 = slices.DeleteFunc(k.fib6, func(e fib6Entry) bool {
		return e.device == d && e.kernel &&
			(e.local && e.dst == netip.PrefixFrom(a.Addr, 128) || !shared && e == net)
	})
}

// lookup6 finds the route to an address: of the longest prefix, through d where
// that is given, the one of the least metric.
func (k *Kernel) lookup6(a netip.Addr, d *Interface) *fib6Entry {
	var best *fib6Entry
	for i := range k.fib6 {
		e := &k.fib6[i]
		if e.local || !e.dst.Contains(a) || d != nil && e.device != d {
			continue
		}
		if best == nil || e.dst.Bits() > best.dst.Bits() {
			best = e
		}
	}
	return best
}
