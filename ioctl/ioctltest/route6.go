package ioctltest

import (
	"fmt"
	"net/netip"
	"slices"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// AddRoute6 is ioctl's.
func (c *Conn) AddRoute6(r ioctl.Route6) error {
	return c.route6("SIOCADDRT", r, c.kernel().add6)
}

// DelRoute6 is ioctl's.
func (c *Conn) DelRoute6(r ioctl.Route6) error {
	return c.route6("SIOCDELRT", r, c.kernel().del6)
}

func (c *Conn) route6(request string, r ioctl.Route6, act func(*ioctl.Route6) unix.Errno) error {
	if !r.Dst.Is6() || r.Gateway.Is4() {
		return c.naming(r.Index, failure(request, "", unix.EAFNOSUPPORT))
	}
	r.Dst, r.Gateway = r.Dst.WithZone(""), r.Gateway.WithZone("") // which a request has no room for
	err := c.table(request, "", true, unix.AF_INET6, route6Text(&r), func() unix.Errno { return act(&r) })
	return c.naming(r.Index, err)
}

// prefix6 is a request's destination, without the bits beyond the prefix.
func prefix6(r *ioctl.Route6) (netip.Prefix, unix.Errno) {
	if r.PrefixLen > 128 {
		return netip.Prefix{}, unix.EINVAL
	}
	return netip.PrefixFrom(netip.AddrFrom16(r.Dst.As16()), int(r.PrefixLen)).Masked(), 0
}

func (k *Kernel) add6(r *ioctl.Route6) unix.Errno {
	dst, errno := prefix6(r)
	if errno != 0 {
		return errno
	}
	e := fib6Entry{dst: dst, metric: r.Metric, flags: uint32(r.Flags), device: k.byIndex(r.Index)}
	if e.metric == 0 {
		e.metric = userMetric6
	}
	if errno := k.reach6(&e, r); errno != 0 {
		return errno
	}
	return k.addRoute6(e)
}

// reach6 finds the way to the next hop.
func (k *Kernel) reach6(e *fib6Entry, r *ioctl.Route6) unix.Errno {
	onlink := r.Flags&ioctl.RouteHost != 0
	switch {
	case r.Index != 0 && (e.device == nil || e.device.MTU < minMTU6), onlink && e.device == nil:
		return unix.ENODEV
	case onlink && !e.device.isUp():
		return unix.ENETDOWN
	case r.Flags&ioctl.RouteReject != 0 && e.device == nil:
		e.device = k.Interface("lo")
	}
	if r.Flags&ioctl.RouteGateway != 0 {
		if errno := k.gateway6(e, r.Gateway, onlink); errno != 0 {
			return errno
		}
	}
	switch {
	case e.device == nil:
		return unix.ENODEV
	case !e.device.isUp():
		return unix.ENETDOWN
	case r.Flags&ioctl.RouteReject != 0, e.device.loops() && !r.Dst.IsLoopback():
		// what would send packets in a circle refuses them
		e.flags, e.gateway = unix.RTF_REJECT|unix.RTF_NONEXTHOP, netip.Addr{}
	}
	return 0
}

// gateway6 checks a gateway, and finds its interface where none is given. What
// is on the link by decree needs no route.
func (k *Kernel) gateway6(e *fib6Entry, gateway netip.Addr, onlink bool) unix.Errno {
	switch {
	case !gateway.IsValid(), gateway.IsUnspecified(), gateway.IsMulticast(), k.local6(gateway, e.device):
		return unix.EINVAL
	case onlink:
		if way := k.lookup6(gateway, nil); way != nil && way.dst.Bits() > 0 && way.device != e.device {
			return unix.EINVAL
		}
	case !gateway.IsLinkLocalUnicast():
		way := k.lookup6(gateway, e.device)
		if way == nil || way.gateway.IsValid() || way.flags&unix.RTF_REJECT != 0 {
			return unix.EHOSTUNREACH
		}
		e.device = way.device
	}
	if e.device == nil || e.device.loops() {
		return unix.EINVAL
	}
	e.gateway = gateway
	return 0
}

// local6 tells whether an address is the machine's; one of link scope means
// something on its interface alone.
func (k *Kernel) local6(a netip.Addr, on *Interface) bool {
	for _, d := range k.interfaces {
		if d.inet6(a) >= 0 && (d == on || !a.IsLinkLocalUnicast()) {
			return true
		}
	}
	return false
}

func (k *Kernel) del6(r *ioctl.Route6) unix.Errno {
	dst, errno := prefix6(r)
	if errno != 0 {
		return unix.ESRCH // there is none of that length
	}
	for i := range k.fib6 {
		if e := &k.fib6[i]; !e.local && e.dst == dst && e.means(r) {
			k.fib6 = slices.Delete(k.fib6, i, i+1)
			return 0
		}
	}
	null := fib6Entry{device: k.Interface("lo"), metric: nullMetric6}
	if dst == everything6 && null.device != nil && null.means(r) {
		return unix.ENOENT
	}
	return unix.ESRCH
}

// means tells whether a deletion that has the entry's destination is for it.
func (e *fib6Entry) means(r *ioctl.Route6) bool {
	gateway := r.Gateway
	if gateway.IsValid() && gateway.IsUnspecified() {
		gateway = netip.Addr{}
	}
	return (r.Metric == 0 || r.Metric == e.metric) && (r.Index == 0 || r.Index == e.device.Index) &&
		(r.Flags&ioctl.RouteGateway == 0 || gateway == e.gateway)
}

// route6Text are the fields of a request that are set.
func route6Text(r *ioctl.Route6) string {
	b := fmt.Sprintf("%s/%d flags=%#x metric=%d", r.Dst, r.PrefixLen, uint32(r.Flags), r.Metric)
	if r.Gateway.IsValid() {
		b += " gw=" + r.Gateway.String()
	}
	if r.Index != 0 {
		b += fmt.Sprintf(" index=%d", r.Index)
	}
	return b
}
