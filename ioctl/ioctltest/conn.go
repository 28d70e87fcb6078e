package ioctltest

import (
	"golang.org/x/sys/unix"
)

// Conn is a socket of a Kernel. It has the methods of *ioctl.Conn; what they
// return and how they fail is said there. Dial makes one; on the zero Conn every
// request fails with EBADF.
type Conn struct {
	machine *Kernel
	family  int
	closed  bool
}

// kernel is the Kernel of the socket. The zero Conn is a closed one of a machine
// in which there is nothing.
func (c *Conn) kernel() *Kernel {
	if c.machine == nil {
		c.machine, c.closed = new(Kernel), true
	}
	return c.machine
}

// Close closes the socket. What is asked later fails with EBADF.
func (c *Conn) Close() error {
	err := c.kernel().note("close", "")
	c.closed = true
	return err
}

// begin logs a request and tells whether it can be made at all.
func (c *Conn) begin(request, name string, change bool, args ...any) error {
	if len(name) >= unix.IFNAMSIZ {
		return failure(request, name, unix.EINVAL)
	}
	if err := c.note(request, name, change, shown(name, args)...); err != nil {
		return err
	}
	return failure(request, name, c.usable(c.family, change))
}

// shown are the words of a request on an interface, if it is on one.
func shown(name string, args []any) []any {
	if name == "" {
		return args
	}
	return append([]any{name}, args...)
}

// note is the kernel's, for a request that may be one that changes something.
func (c *Conn) note(request, name string, change bool, words ...any) error {
	if change {
		return c.kernel().noteChange(request, name, words...)
	}
	return c.kernel().note(request, name, words...)
}

// usable is what is wrong with the socket for a request of a family, 0 for
// nothing.
func (c *Conn) usable(family int, change bool) unix.Errno {
	switch {
	case c.closed:
		return unix.EBADF
	case c.family == unix.AF_UNSPEC:
		return unix.ENOTTY
	case c.family != family:
		return unix.EINVAL
	case change && c.kernel().Unprivileged:
		return unix.EPERM
	}
	return 0
}

// ask is begin for a request on an interface, or its label.
func (c *Conn) ask(request, name string, change bool, args ...any) (*Interface, error) {
	if err := c.begin(request, name, change, args...); err != nil {
		return nil, err
	}
	d := c.kernel().Interface(name)
	if d == nil {
		return nil, failure(request, name, unix.ENODEV)
	}
	c.kernel().count(d)
	return d, nil
}

// get is ask for what changes nothing.
func (c *Conn) get(request, name string) (*Interface, error) { return c.ask(request, name, false) }

// set is ask for what changes something: act does that, and says what is wrong with
// it.
func (c *Conn) set(request, name string, act func(*Interface) unix.Errno, args ...any) error {
	d, err := c.ask(request, name, true, args...)
	if err != nil || c.kernel().accepts() {
		return err
	}
	return failure(request, name, act(d))
}

// change is set for what isn't on an interface that is there.
func (c *Conn) change(request, name string, act func() unix.Errno, args ...any) error {
	err := c.begin(request, name, true, args...)
	if err != nil || c.kernel().accepts() {
		return err
	}
	return failure(request, name, act())
}

// table carries out a request on a table of one family. The text is what the log
// has, name the interface that an error tells of.
func (c *Conn) table(request, name string, change bool, family int, text string, act func() unix.Errno) error {
	if err := c.note(request, name, change, text); err != nil {
		return err
	}
	errno := c.usable(family, change)
	if errno == 0 && !c.kernel().accepts() {
		errno = act()
	}
	return failure(request, name, errno)
}
