// Package route is the classic route(8): it lists the kernel's routing tables
// from /proc/net and changes them through the legacy ioctls.
//
// Main is the whole command. It reads the command line (options.go, families.go),
// then lists (list.go and the tables of columns) or edits: the words of an
// edit are read one after the other (keywords.go) into a request, which is sent when
// all of it makes sense. Every way to fail ends in report (failure.go).
package route

import (
	"classicnet/internal/dialect"
	"classicnet/internal/env"
	"classicnet/internal/host"
	"classicnet/internal/out"
	"classicnet/internal/resolve"
	"classicnet/ioctl"
)

// Env is the world of the command.
type Env struct {
	env.Env
	// Dial opens a socket of an address family (unix.AF_INET ...) that takes
	// routing requests. Its errors are shown as those of socket(2).
	Dial func(family int) (Kernel, error)
}

// Kernel is what route asks of a socket; *ioctl.Conn is one.
type Kernel interface {
	AddRoute(ioctl.Route) error
	DelRoute(ioctl.Route) error
	AddRoute6(ioctl.Route6) error
	DelRoute6(ioctl.Route6) error
	AddX25Route(ioctl.X25Route) error
	DelX25Route(ioctl.X25Route) error
	// Index returns the number of an interface by its name.
	Index(name string) (int, error)
	Close() error
}

// System is the Env of a real command.
func System() *Env { return &Env{Env: host.Env(), Dial: dial} }

// dial keeps a nil *ioctl.Conn from becoming a Kernel that isn't nil.
func dial(family int) (Kernel, error) {
	c, err := ioctl.OpenFamily(family)
	if err != nil {
		return nil, err
	}
	return c, nil
}

// toolName is what route is called in its own messages.
const toolName = "route"

// command is one run.
type command struct {
	env      *Env
	out      *out.Streams
	tool     string // whose messages these are
	program  string // as it was invoked
	options  options
	netstat  bool      // lists as netstat does
	families []*family // as given with -A and its like
	routes   dialect.Routes
	resolver *resolve.Resolver
}

// Main runs the command line args, args[0] being the program's name, and
// returns the exit status.
func Main(env *Env, args []string) int {
	c := &command{
		env:      env,
		out:      out.New(env.Stdout, env.Stderr, env.Terminal),
		tool:     toolName,
		resolver: resolve.New(env.Open, env.DNS),
	}
	status := c.report(c.run(args))
	if err := c.out.Close(); err != nil {
		c.out.Errorf("route: write error: %s\n", reason(err))
		return statusFailed
	}
	return status
}

// run does what the command line asks for.
func (c *command) run(args []string) error {
	operands, err := c.scan(args)
	switch {
	case err != nil:
		return err
	case c.options.Help || c.options.Question:
		return c.help()
	}
	if done, err := c.chooseDialect(); done || err != nil {
		return err
	}
	if len(operands) == 0 {
		return c.list()
	}
	return c.edit(operands[0], operands[1:])
}

// chooseDialect settles what listings look like. It is done with all where a
// list of the dialects was asked for.
func (c *command) chooseDialect() (done bool, err error) {
	d, err := dialect.Choose(c.options.Dialect, c.env.Getenv(dialect.Variable))
	switch {
	case err == dialect.ErrList:
		c.out.WriteString(dialect.List()) //nolint:errcheck // Close tells
		return true, nil
	case err != nil:
		return true, &failure{message: "route: " + err.Error(), status: statusUsage}
	}
	c.routes = d.Routes
	return false, nil
}
