package route

import (
	"strings"

	"classicnet/internal/cnum"
	"classicnet/internal/netaddr"
	"classicnet/ioctl"
)

func (r *inet6Request) step(k *keyword) func(string) error {
	if k.inet6 == nil {
		return nil
	}
	return func(value string) error { return k.inet6(r, value) }
}

// prefix6 reads a prefix length as atol(3) does, so "32x" is 32, but must find
// a number and in range: the original takes "X::/" and "X::/65536" for ::/0.
func prefix6(text string) (length int64, ok bool) {
	digits := strings.TrimLeft(text, " \t\n\v\f\r")
	if digits != "" && (digits[0] == '-' || digits[0] == '+') {
		digits = digits[1:]
	}
	length = cnum.Atol(text)
	return length, startsWithDigit(digits) && length >= 0 && length <= 128
}

// metric is sent as it is, unlike that of IPv4.
func (r *inet6Request) metric(value string) error {
	if !startsWithDigit(value) {
		return misuse("route: metric " + value + ": not a number")
	}
	r.route.Metric = uint32(cnum.Atoi(value))
	return nil
}

// gateway takes an address only. A name isn't looked up, so the reason shown
// is the one that the target's look-up left.
func (r *inet6Request) gateway(value string) error {
	if r.route.Flags&ioctl.RouteGateway != 0 {
		return twice("gateway", value)
	}
	value = cut(value, addressRoom)
	addr, ok := netaddr.Pton6(value)
	if !ok {
		return unresolved(r.resolver.Failure(value))
	}
	r.route.Gateway = addr
	r.route.Flags |= ioctl.RouteGateway
	return nil
}

func (r *inet6Request) modified(string) error { return r.flag(ioctl.RouteModified) }
func (r *inet6Request) dynamic(string) error  { return r.flag(ioctl.RouteDynamic) }

func (r *inet6Request) flag(f ioctl.RouteFlags) error {
	r.route.Flags |= f
	return nil
}

// device takes an interface; the last one counts.
func (r *inet6Request) device(name string) error {
	r.named, r.iface = true, cut(name, nameRoom)
	return nil
}
