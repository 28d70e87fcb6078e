package route

import (
	"encoding/binary"
	"net/netip"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
	"classicnet/internal/netaddr"
	"classicnet/internal/resolve"
	"classicnet/ioctl"
)

// inetRequest is an IPv4 route in the making.
type inetRequest struct {
	resolver *resolve.Resolver
	route    ioctl.Route
	maskText string // the argument of netmask, for a message
	named    bool   // a device was given, be it ""
}

// editInet adds or deletes an IPv4 route.
func editInet(c *command, v verb, words []string) error {
	switch {
	case v == verbFlush:
		return misuse("Flushing `inet' routing table not supported")
	case c.options.Cache:
		return misuse("Modifying `inet' routing cache not supported")
	case v == verbHelp:
		return misuse("")
	case len(words) == 0:
		return misuse(noTarget)
	}
	r, err := readInet(c.Names, v, words)
	if err != nil {
		return err
	}
	return c.send(unix.AF_INET, func(k Kernel) error { return r.send(k, v) })
}

// readInet makes a request of the words after the verb.
func readInet(resolver *resolve.Resolver, v verb, words []string) (*inetRequest, error) {
	r := &inetRequest{resolver: resolver}
	kind := words[0]
	if kind == wordNet || kind == wordHost {
		words = words[1:]
	}
	if len(words) == 0 {
		return nil, misuse(noTarget)
	}
	if err := r.target(kind, cut(words[0], addressRoom)); err != nil {
		return nil, err
	}
	if err := readWords(r, words[1:]); err != nil {
		return nil, err
	}
	if err := r.check(); err != nil {
		return nil, err
	}
	r.finish(v)
	return r, nil
}

// target reads the destination, ADDRESS or ADDRESS/PREFIX. Unless kind tells
// what it is, a number is a host whatever its bits, but for 0.0.0.0/0, and a
// network's name is a net.
func (r *inetRequest) target(kind, text string) error {
	text, prefix, err := splitPrefix(text)
	if err != nil {
		return err
	}
	addr, network, ok := r.resolver.Inet(text, kind == wordHost)
	if !ok {
		return frame.Failed(r.resolver.Failure(text))
	}
	everything := prefix == 0 && word(addr) == 0
	r.route.Dst, r.route.Flags = addr, ioctl.RouteUp
	host := kind == wordHost || kind != wordNet && !network && !everything
	if host {
		r.route.Flags |= ioctl.RouteHost
	}
	// A host needs no mask, so /0 and /32 are none there; others are refused
	// in check.
	if prefix >= 0 && !(host && prefix%32 == 0) {
		r.route.Genmask = netaddr.Mask(prefix)
	}
	return nil
}

// splitPrefix takes apart ADDRESS/PREFIX; prefix is -1 if there is none.
func splitPrefix(text string) (address string, prefix int, err error) {
	address, length, found := strings.Cut(text, "/")
	if !found {
		return address, -1, nil
	}
	prefix, ok := netaddr.Prefix(length)
	if !ok {
		return "", 0, misuse("route: " + text + ": the prefix length isn't one from 0 to 32")
	}
	return address, prefix, nil
}

// masked tells whether a mask other than 0.0.0.0, which is none, was given.
func (r *inetRequest) masked() bool { return r.route.Genmask.IsValid() && word(r.route.Genmask) != 0 }

// word is an IPv4 address as a number.
func word(a netip.Addr) uint32 {
	quad := a.As4()
	return binary.BigEndian.Uint32(quad[:])
}

// finish fills in what the words left open.
func (r *inetRequest) finish(v verb) {
	if r.route.Flags&ioctl.RouteReject != 0 && !r.named {
		_ = r.device("lo")
	}
	if v == verbAdd && r.route.Flags&ioctl.RouteHost != 0 {
		r.route.HostGenmask = true
	}
}

// send hands the request to the kernel.
func (r *inetRequest) send(k Kernel, v verb) error {
	if v == verbAdd {
		return routeError(v, k.AddRoute(r.route))
	}
	return routeError(v, k.DelRoute(r.route))
}
