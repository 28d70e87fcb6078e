package ioctltest

import (
	"fmt"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// AddRoute is ioctl's.
func (c *Conn) AddRoute(r ioctl.Route) error {
	return c.route("SIOCADDRT", r, func(e *fibEntry) unix.Errno {
		e.metrics = metricsOf(&r)
		if errno := c.kernel().reach(e, r.Flags); errno != 0 {
			return errno
		}
		return c.kernel().addRoute(*e)
	})
}

// DelRoute is ioctl's.
func (c *Conn) DelRoute(r ioctl.Route) error {
	return c.route("SIOCDELRT", r, func(e *fibEntry) unix.Errno {
		return c.kernel().delRoute(e.matches)
	})
}

// route reads a request as the kernel does and hands it to act.
func (c *Conn) route(request string, r ioctl.Route, act func(*fibEntry) unix.Errno) error {
	if !sendable(&r) {
		return failure(request, r.Device, unix.EAFNOSUPPORT)
	}
	return c.table(request, r.Device, true, unix.AF_INET, routeText(&r), func() unix.Errno {
		e, errno := c.kernel().entry(&r)
		if errno == 0 {
			errno = act(&e)
		}
		return errno
	})
}

// sendable tells whether ioctl would send the request.
func sendable(r *ioctl.Route) bool {
	return (!r.Dst.IsValid() || r.Dst.Is4()) && (!r.Gateway.IsValid() || r.Gateway.Is4()) &&
		(!r.Genmask.IsValid() || r.Genmask.Is4())
}

// entry is what a request means, without its metrics.
func (k *Kernel) entry(r *ioctl.Route) (e fibEntry, errno unix.Errno) {
	if !r.Dst.IsValid() {
		return e, unix.EAFNOSUPPORT
	}
	e.dst, e.bits, e.scope = word(r.Dst), 32, scopeNowhere
	if r.Flags&ioctl.RouteHost == 0 {
		if e.bits, errno = netBits(r); errno != 0 {
			return e, errno
		}
	}
	if r.Metric != 0 {
		e.priority = uint32(int32(r.Metric) - 1)
	}
	if r.Flags&ioctl.RouteReject != 0 {
		e.reject, e.scope = true, scopeHost
		return e, 0
	}
	if errno = k.via(&e, r); errno != 0 {
		return e, errno
	}
	e.gateway = word(r.Gateway)
	if e.gateway != 0 && r.Flags&ioctl.RouteGateway != 0 && k.kindOf(e.gateway) == unicast {
		e.scope = scopeUniverse
	}
	return e, 0
}

// netBits is the prefix length of a net's request.
func netBits(r *ioctl.Route) (int, unix.Errno) {
	mask := word(r.Genmask)
	if r.HostGenmask && !r.Genmask.IsValid() {
		return 0, unix.EAFNOSUPPORT
	}
	bits, ok := maskLen(mask)
	if !ok || word(r.Dst)&^mask != 0 {
		return 0, unix.EINVAL
	}
	return bits, 0
}

// via reads the interface. A label stands for its address, too.
func (k *Kernel) via(e *fibEntry, r *ioctl.Route) unix.Errno {
	if r.Device == "" && !r.EmptyDevice {
		return 0
	}
	name := r.Device[:min(len(r.Device), unix.IFNAMSIZ-1)]
	e.device = k.Interface(name)
	if e.device == nil {
		return unix.ENODEV
	}
	if strings.Contains(name, ":") {
		i := e.device.label(name)
		if i < 0 {
			return unix.ENODEV
		}
		e.source = word(e.device.Addrs[i].Local)
	}
	return 0
}

// reach finds the way to the next hop.
func (k *Kernel) reach(e *fibEntry, flags ioctl.RouteFlags) unix.Errno {
	switch {
	case e.reject:
		e.metrics = metrics{}
		return 0
	case flags&ioctl.RouteGateway != 0 && e.gateway == 0:
		return unix.EINVAL
	case e.gateway == 0:
		return e.direct()
	case e.scope == scopeNowhere:
		e.scope = scopeLink
	}
	// what a gateway is reached by has a narrower scope than the route
	way, errno := k.lookup(e.gateway, e.device, max(e.scope+1, scopeLink))
	switch {
	case errno != 0:
		return errno
	case !way.device.isUp():
		return unix.ENETDOWN
	}
	e.device, e.nhScope = way.device, way.scope
	return 0
}

// direct is reach without a gateway.
func (e *fibEntry) direct() unix.Errno {
	switch {
	case e.device == nil, e.device.MTU < minMTU:
		return unix.ENODEV
	case !e.device.isUp():
		return unix.ENETDOWN
	}
	e.scope, e.nhScope = scopeLink, scopeHost
	return 0
}

// matches tells whether an entry of the table is what a deletion means.
func (e *fibEntry) matches(x *fibEntry) bool {
	return x.dst == e.dst && x.bits == e.bits && x.reject == e.reject &&
		(e.scope == scopeNowhere || x.scope == e.scope) &&
		(e.source == 0 || x.source == e.source) &&
		(e.priority == 0 || x.priority == e.priority) &&
		(e.device == nil || x.device == e.device) &&
		(e.gateway == 0 || x.gateway == e.gateway)
}

// metricsOf are a request's, as the kernel takes them.
func metricsOf(r *ioctl.Route) (m metrics) {
	const mostMSS = 65535 - 40
	if r.Flags&ioctl.RouteMSS != 0 {
		m.advMSS = min(uint32(r.MTU)-40, mostMSS)
	}
	if r.Flags&ioctl.RouteWindow != 0 {
		m.window = uint32(r.Window)
	}
	if r.Flags&ioctl.RouteIRTT != 0 {
		m.rtt = uint32(r.IRTT) << 3
	}
	return m
}

// routeText are the fields of a request that are set.
func routeText(r *ioctl.Route) string {
	b := fmt.Sprintf("%s flags=%#x", r.Dst, uint32(r.Flags))
	if r.Gateway.IsValid() {
		b += " gw=" + r.Gateway.String()
	}
	if r.Genmask.IsValid() {
		b += " mask=" + r.Genmask.String()
	}
	if r.HostGenmask {
		b += " hostmask"
	}
	for _, f := range []struct {
		name  string
		value uint64
	}{{"mtu", r.MTU}, {"window", r.Window}, {"irtt", uint64(r.IRTT)}} {
		if f.value != 0 {
			b += fmt.Sprintf(" %s=%d", f.name, f.value)
		}
	}
	if r.Metric != 0 {
		b += fmt.Sprintf(" metric=%d", r.Metric)
	}
	if r.Device != "" {
		b += " dev=" + r.Device
	}
	if r.EmptyDevice {
		b += " dev=''"
	}
	return b
}
