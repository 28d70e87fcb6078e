package ioctltest

import (
	"fmt"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// AddX25Route is ioctl's. The request is logged; there is no X.25 in memory to
// route it.
func (c *Conn) AddX25Route(r ioctl.X25Route) error { return c.x25("SIOCADDRT", r) }

// DelX25Route is ioctl's, and logged as AddX25Route is.
func (c *Conn) DelX25Route(r ioctl.X25Route) error { return c.x25("SIOCDELRT", r) }

func (c *Conn) x25(request string, r ioctl.X25Route) error {
	return c.table(request, r.Device, true, unix.AF_X25, fmt.Sprintf("%+v", r), func() unix.Errno { return 0 })
}
