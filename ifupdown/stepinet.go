package ifupdown

import (
	"errors"
	"net/netip"

	"golang.org/x/sys/unix"

	"classicnet/internal/netaddr"
	"classicnet/ioctl"
)

// inet takes a step that is one request of an IPv4 socket.
func (c *command) inet(request func(Kernel) error) error {
	k, err := c.dial(familyInet)
	if err != nil {
		return err
	}
	return request(k)
}

func (s clearAddress) do(c *command) error {
	err := c.inet(func(k Kernel) error { return k.SetAddr(s.Device, netip.IPv4Unspecified()) })
	return unless(err, unix.ENODEV, unix.EADDRNOTAVAIL)
}

func (s addRoute) do(c *command) error {
	_, err := c.make(s.key(), "", func() error { return c.route(s.route, Kernel.AddRoute, Kernel.AddRoute6) })
	return err
}

// make makes what is on record from before it is there. What was there already
// is nobody's to remove, unless it was on record; there tells of that.
func (c *command) make(key, value string, request func() error) (there bool, err error) {
	mine := c.made.adopts || c.made.find(key) != nil
	c.noteMade(key, value)
	err = request()
	if err != nil && !mine {
		c.forgetMade(key)
		c.unrecorded(c.made.iface, c.made.write(c.made.logical))
	}
	return !mine && errors.Is(err, unix.EEXIST), unless(err, unix.EEXIST)
}

// A route goes with its device or alias, so that they are gone is no error.
func (s delRoute) do(c *command) error {
	err := c.route(s.route, Kernel.DelRoute, Kernel.DelRoute6)
	return unless(err, unix.ESRCH, unix.ENODEV, unix.ENETUNREACH)
}

// route sends a request for a route of either family.
func (c *command) route(r route, inet func(Kernel, ioctl.Route) error, inet6 func(Kernel, ioctl.Route6) error) error {
	if r.Dst.Addr().Is4() {
		return c.inet(func(k Kernel) error { return inet(k, r.request()) })
	}
	k, err := c.dial(familyInet6)
	if err != nil {
		return err
	}
	index, err := k.Index(r.Device)
	if err != nil {
		return err
	}
	return inet6(k, r.request6(index))
}

// request is the route as an IPv4 request.
func (r route) request() ioctl.Route {
	request := ioctl.Route{
		Dst:     r.Dst.Addr(),
		Gateway: r.Gateway,
		Genmask: netaddr.Mask(r.Dst.Bits()),
		Flags:   r.flags(),
		Device:  r.Device,
	}
	if r.Metric != 0 {
		request.Metric = int16(r.Metric + 1)
	}
	return request
}

// request6 is the route as an IPv6 request.
func (r route) request6(index int) ioctl.Route6 {
	return ioctl.Route6{
		Dst:       r.Dst.Addr(),
		PrefixLen: uint16(r.Dst.Bits()),
		Gateway:   r.Gateway,
		Metric:    r.Metric,
		Flags:     r.flags(),
		Index:     index,
	}
}

func (r route) flags() ioctl.RouteFlags {
	flags := ioctl.RouteUp
	if r.Gateway.IsValid() {
		flags |= ioctl.RouteGateway
	}
	if r.Dst.IsSingleIP() {
		flags |= ioctl.RouteHost
	}
	return flags
}
