package ioctl

import (
	"net/netip"
	"runtime"
	"unsafe"

	"golang.org/x/sys/unix"

	"classicnet/netflag"
)

// RouteFlags are the flag bits of a routing request, RTF_ in <linux/route.h>:
// what /proc/net/route shows, too. String is what route shows: "UG".
type RouteFlags = netflag.Route

// The bits of RouteFlags that a request may carry.
const (
	RouteUp        = netflag.RouteUp
	RouteGateway   = netflag.RouteGateway
	RouteHost      = netflag.RouteHost
	RouteReinstate = netflag.RouteReinstate
	RouteDynamic   = netflag.RouteDynamic
	RouteModified  = netflag.RouteModified
	RouteMSS       = netflag.RouteMSS
	RouteWindow    = netflag.RouteWindow
	RouteIRTT      = netflag.RouteIRTT
	RouteReject    = netflag.RouteReject
)

// Route is an IPv4 routing request, struct rtentry of route(7). A zero Addr is
// sent as an all-zero sockaddr, without an address family.
type Route struct {
	Dst     netip.Addr // IPv4 address of the net or host
	Gateway netip.Addr // the next hop; the zero Addr for none
	// Genmask is the destination's netmask.
	Genmask netip.Addr
	// HostGenmask sends 255.255.255.255 without a family as genmask, as the
	// classic tool does when it adds a host route.
	HostGenmask bool
	Flags       RouteFlags // RouteUp, RouteGateway and RouteHost as they are meant
	// Metric is one more than the route's priority; 0 leaves the priority to
	// the kernel.
	Metric int16
	// Device is the outgoing interface or label, at most 15 bytes; "" for none.
	Device string
	// EmptyDevice sends the name "", which no interface has, so that nothing
	// but ENODEV can come of it where the device matters.
	EmptyDevice bool

	MTU    uint64 // bytes; read with RouteMSS
	Window uint64 // bytes; read with RouteWindow
	IRTT   uint16 // clock ticks; read with RouteIRTT
}

// rtentry is struct rtentry.
type rtentry struct {
	_                   uintptr
	dst, gateway, gmask [sockaddrSize]byte
	flags               uint16
	_                   int16
	_                   uintptr
	_                   unsafe.Pointer
	metric              int16
	dev                 *byte
	mtu, window         uintptr
	irtt                uint16
}

// AddRoute adds an IPv4 route to the main table (SIOCADDRT). EEXIST: it is
// there; ENETUNREACH: the gateway can't be reached directly; ENODEV: no such
// interface, or none given; EINVAL: the mask doesn't fit the destination.
func (c *Conn) AddRoute(r Route) error { return c.route(idAddRoute, r) }

// DelRoute deletes the first IPv4 route that matches (SIOCDELRT). ESRCH: none
// does.
func (c *Conn) DelRoute(r Route) error { return c.route(idDelRoute, r) }

func (c *Conn) route(id requestID, r Route) error {
	var device [nameSize]byte
	arg, ok := r.entry(&device)
	if !ok {
		return failure(id.name, r.Device, unix.EAFNOSUPPORT)
	}
	err := c.call(id, r.Device, unsafe.Pointer(&arg))
	runtime.KeepAlive(&device)
	return err
}

// entry is what the kernel is told, with the name in device. It fails for
// addresses that aren't IPv4.
func (r *Route) entry(device *[nameSize]byte) (arg rtentry, ok bool) {
	arg = rtentry{
		flags: uint16(r.Flags), metric: r.Metric,
		mtu: uintptr(r.MTU), window: uintptr(r.Window), irtt: r.IRTT,
	}
	if r.Device != "" || r.EmptyDevice {
		copy(device[:nameSize-1], r.Device)
		arg.dev = &device[0]
	}
	return arg, r.putAddrs(&arg)
}

// putAddrs fills in the three sockaddrs.
func (r *Route) putAddrs(arg *rtentry) bool {
	if r.HostGenmask {
		copy(arg.gmask[inetAddr:], "\xff\xff\xff\xff")
	}
	for _, a := range []struct {
		to   []byte
		addr netip.Addr
	}{{arg.dst[:], r.Dst}, {arg.gateway[:], r.Gateway}, {arg.gmask[:], r.Genmask}} {
		if a.addr.IsValid() && !putInet(a.to, a.addr) {
			return false
		}
	}
	return true
}
