package ioctl

import (
	"net/netip"
	"unsafe"

	"golang.org/x/sys/unix"
)

// Route6 is an IPv6 routing request, struct in6_rtmsg of <linux/ipv6_route.h>.
type Route6 struct {
	Dst       netip.Addr // the net or host
	PrefixLen uint16     // of Dst, 0 to 128
	// Gateway is the next hop; the zero Addr stands for none.
	Gateway netip.Addr
	Metric  uint32     // 0 is the kernel's own, 1024
	Flags   RouteFlags // RouteUp, and RouteGateway where there is a Gateway
	Index   int        // of the outgoing interface; 0 for none
}

// rtmsg6 is struct in6_rtmsg. RTF_HOST has the value that the kernel's
// nexthop code calls ONLINK, so every host route comes out onlink.
type rtmsg6 struct {
	dst, src, gateway [16]byte
	kind              uint32
	dstLen, srcLen    uint16
	metric            uint32
	info              uintptr
	flags             uint32
	index             int32
}

// AddRoute6 adds an IPv6 route (SIOCADDRT on an AF_INET6 socket). EEXIST: it
// is there; EHOSTUNREACH: the gateway isn't on the interface; ENODEV: no
// interface could be told; EINVAL: the prefix is too long; EAFNOSUPPORT: an address is
// of IPv4. A zone isn't looked at.
func (c *Conn) AddRoute6(r Route6) error { return c.route6(idAddRoute, r) }

// DelRoute6 deletes an IPv6 route (SIOCDELRT on an AF_INET6 socket). Metric 0
// matches any. ESRCH: there is none.
func (c *Conn) DelRoute6(r Route6) error { return c.route6(idDelRoute, r) }

func (c *Conn) route6(id requestID, r Route6) error {
	if !r.Dst.Is6() || r.Gateway.Is4() {
		return c.failureOn(id, r.Index, unix.EAFNOSUPPORT)
	}
	arg := r.message()
	return c.callOn(id, r.Index, unsafe.Pointer(&arg))
}

// message is what the kernel is told.
func (r *Route6) message() rtmsg6 {
	arg := rtmsg6{
		dst: r.Dst.As16(), dstLen: r.PrefixLen, metric: r.Metric,
		flags: uint32(r.Flags), index: int32(r.Index),
	}
	if r.Gateway.IsValid() {
		arg.gateway = r.Gateway.As16()
	}
	return arg
}
