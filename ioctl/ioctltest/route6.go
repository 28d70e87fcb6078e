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
	return c.route6("SIOCADDRT", r, c.kernel.add6)
}

// DelRoute6 is ioctl's.
func (c *Conn) DelRoute6(r ioctl.Route6) error {
	return c.route6("SIOCDELRT", r, c.kernel.del6)
}

func (c *Conn) route6(request string, r ioctl.Route6, act func(*ioctl.Route6) unix.Errno) error {
	if !r.Dst.IsValid() {
		return failure(request, "", unix.EAFNOSUPPORT)
	}
	if err := c.kernel.note(request, "", true, route6Text(&r)); err != nil {
		return err
	}
	errno := c.usable(unix.AF_INET6)
	if errno == 0 {
		errno = act(&r)
	}
	if errno != 0 {
		return failure(request, "", errno)
	}
	return nil
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
	e := fib6Entry{dst: dst, metric: r.Metric, flags: uint32(r.Flags)&^unix.RTF_HOST | unix.RTF_UP, device: k.byIndex(r.Index)}
	if e.metric == 0 {
		e.metric = userMetric6
	}
	if dst.Bits() == 128 {
		e.flags |= unix.RTF_HOST
	}
	switch {
	case r.Index != 0 && e.device == nil:
		return unix.ENODEV
	case r.Flags&unix.RTF_REJECT != 0:
		e.flags |= unix.RTF_NONEXTHOP
		e.device = k.Interface("lo")
		return k.addRoute6(e)
	}
	if errno := k.reach6(&e, r); errno != 0 {
		return errno
	}
	return k.addRoute6(e)
}

// reach6 finds the way to the next hop.
func (k *Kernel) reach6(e *fib6Entry, r *ioctl.Route6) unix.Errno {
	gateway := r.Gateway.IsValid() && !r.Gateway.IsUnspecified()
	switch {
	case r.Flags&ioctl.RouteGateway != 0 && gateway:
		e.gateway = r.Gateway
		way := k.lookup6(r.Gateway, e.device)
		if !r.Gateway.IsLinkLocalUnicast() || e.device == nil {
			if way == nil {
				return unix.EHOSTUNREACH
			}
			e.device = way.device
		}
	case r.Flags&ioctl.RouteGateway != 0:
		return unix.EINVAL
	}
	switch {
	case e.device == nil:
		return unix.ENODEV
	case !e.device.isUp():
		return unix.ENETDOWN
	}
	return 0
}

func (k *Kernel) del6(r *ioctl.Route6) unix.Errno {
	dst, errno := prefix6(r)
	if errno != 0 {
		return errno
	}
	for i := range k.fib6 {
		e := &k.fib6[i]
		if e.local || e.dst != dst || r.Metric != 0 && r.Metric != e.metric ||
			r.Index != 0 && r.Index != e.device.Index ||
			r.Flags&ioctl.RouteGateway != 0 && r.Gateway != e.gateway {
			continue
		}
		k.fib6 = slices.Delete(k.fib6, i, i+1)
		return 0
	}
	return unix.ESRCH
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
