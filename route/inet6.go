package route

import (
	"net/netip"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
	"classicnet/internal/resolve"
	"classicnet/ioctl"
)

// inet6Request is an IPv6 route in the making.
type inet6Request struct {
	resolver *resolve.Resolver
	route    ioctl.Route6 // without its Index
	iface    string
	named    bool // a device was given, be it ""
}

// editInet6 adds or deletes an IPv6 route.
func editInet6(c *command, v verb, words []string) error {
	switch {
	case v == verbFlush:
		return misuse("Flushing `inet6' routing table not supported")
	case v == verbHelp:
		return misuse("")
	case len(words) == 0:
		return misuse(noTarget)
	}
	r := newInet6Request(c.Names)
	if err := r.target(cut(words[0], addressRoom)); err != nil {
		return err
	}
	if err := readWords(r, words[1:]); err != nil {
		return err
	}
	return c.send(unix.AF_INET6, func(k Kernel) error { return r.send(k, v) })
}

// newInet6Request has the metric 1, for del too: scripts delete what they
// added, and a route of the kernel's own metric 1024 needs "metric 0".
func newInet6Request(resolver *resolve.Resolver) *inet6Request {
	return &inet6Request{resolver: resolver, route: ioctl.Route6{Flags: ioctl.RouteUp, Metric: 1}}
}

// target reads the destination: default, ADDRESS or ADDRESS/PREFIX.
func (r *inet6Request) target(text string) error {
	if text == "default" {
		r.route.Dst = netip.IPv6Unspecified()
		return nil
	}
	address, length, found := strings.Cut(text, "/")
	prefix, ok := int64(128), true
	if found {
		prefix, ok = prefix6(length)
	}
	if !ok {
		return misuse("route: " + text + ": the prefix length isn't one from 0 to 128")
	}
	addr, code, ok := r.resolver.Inet6(address)
	if !ok {
		return frame.Failed("getaddrinfo: " + address + ": " + strconv.Itoa(code) + "\n" + r.resolver.Failure(address))
	}
	r.route.Dst, r.route.PrefixLen = addr, uint16(prefix)
	if prefix == 128 {
		r.route.Flags |= ioctl.RouteHost
	}
	return nil
}

// send hands the request to the kernel. SIOGIFINDEX is how the classic message
// spells the ioctl.
func (r *inet6Request) send(k Kernel, v verb) error {
	if r.named {
		index, err := k.Index(r.iface)
		if err != nil {
			return kernelError("SIOGIFINDEX", err)
		}
		r.route.Index = index
	}
	if v == verbAdd {
		return routeError(v, k.AddRoute6(r.route))
	}
	return routeError(v, k.DelRoute6(r.route))
}
