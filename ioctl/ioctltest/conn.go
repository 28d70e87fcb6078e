package ioctltest

import (
	"golang.org/x/sys/unix"
)

// Conn is a socket of a Kernel. It has the methods of *ioctl.Conn; what they
// return and how they fail is said there.
type Conn struct {
	kernel *Kernel
	family int
	closed bool
}

// Close closes the socket. What is asked later fails with EBADF.
func (c *Conn) Close() error {
	err := c.kernel.note("close", "", false)
	c.closed = true
	return err
}

// begin logs a request and tells whether it can be made at all.
func (c *Conn) begin(request, name string, change bool, args ...any) error {
	if len(name) >= unix.IFNAMSIZ {
		return failure(request, name, unix.EINVAL)
	}
	if err := c.kernel.note(request, name, change, args...); err != nil {
		return err
	}
	switch {
	case c.closed:
		return failure(request, name, unix.EBADF)
	case c.family == unix.AF_UNSPEC:
		return failure(request, name, unix.ENOTTY)
	case change && c.kernel.Unprivileged:
		return failure(request, name, unix.EPERM)
	}
	return nil
}

// ask is begin for a request on an interface, or its label.
func (c *Conn) ask(request, name string, change bool, args ...any) (*Interface, error) {
	if err := c.begin(request, name, change, args...); err != nil {
		return nil, err
	}
	if d := c.kernel.Interface(name); d != nil {
		c.kernel.count(d)
	}
	d := c.kernel.Interface(name)
	if d == nil {
		return nil, failure(request, name, unix.ENODEV)
	}
	return d, nil
}

// get is ask for what changes nothing.
func (c *Conn) get(request, name string) (*Interface, error) { return c.ask(request, name, false) }

// set is ask for what changes something.
func (c *Conn) set(request, name string, args ...any) (*Interface, error) {
	return c.ask(request, name, true, args...)
}
