package ioctl

import "unsafe"

// X25Route is an X.25 routing request, struct x25_route_struct of
// <linux/x25.h>.
type X25Route struct {
	Address string // decimal digits, at most 15
	Digits  uint32 // how many of them count, 0 to 15
	Device  string // the outgoing interface, at most 199 bytes
}

// x25Route is struct x25_route_struct.
type x25Route struct {
	address [16]byte
	digits  uint32
	device  [200]byte
}

// AddX25Route adds an X.25 route (SIOCADDRT on an AF_X25 socket). EINVAL: it
// is there, or no X.25 interface of that name is up.
func (c *Conn) AddX25Route(r X25Route) error { return c.x25Route(idAddRoute, r) }

// DelX25Route deletes an X.25 route (SIOCDELRT on an AF_X25 socket). EINVAL:
// there is none, or no X.25 interface of that name is up.
func (c *Conn) DelX25Route(r X25Route) error { return c.x25Route(idDelRoute, r) }

func (c *Conn) x25Route(id requestID, r X25Route) error {
	arg := newX25Route(r)
	return c.call(id, r.Device, unsafe.Pointer(&arg))
}

// newX25Route is a request as the kernel takes it: texts end with a NUL.
func newX25Route(r X25Route) x25Route {
	arg := x25Route{digits: r.Digits}
	copy(arg.address[:len(arg.address)-1], r.Address)
	copy(arg.device[:len(arg.device)-1], r.Device)
	return arg
}
