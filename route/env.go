package route

import (
	"classicnet/internal/frame"
	"classicnet/internal/host"
	"classicnet/internal/version"
	"classicnet/ioctl"
	"classicnet/tool"
)

// Env is the world of the command.
type Env struct {
	tool.Env
	// Dial opens a socket of an address family (unix.AF_INET ...) that takes
	// routing requests. Its errors are shown as those of socket(2). nil is a kernel
	// without any.
	Dial func(family int) (Kernel, error)
}

// Kernel is what route asks of a socket; *ioctl.Conn is one. Each is
// the method of that name, where it is said what it does and how it fails.
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

func dial(family int) (Kernel, error) {
	c, err := ioctl.OpenFamily(family)
	if err != nil {
		return nil, err // a nil *ioctl.Conn would be a Kernel that isn't nil
	}
	return c, nil
}

// open is dial; a nil one has sockets of no family.
func open(dial func(family int) (Kernel, error), family int) (Kernel, error) {
	if dial == nil {
		return nil, frame.NoFamily()
	}
	return dial(family)
}

var route = frame.Tool{
	Name: "route", Claims: version.NetTools, Features: features, Usage: mainText,
	Help:    frame.Answer{Status: statusUsage, Stderr: true},
	Version: frame.Answer{Status: statusVersion, Stderr: true},
	Misuse:  statusUsage, Failed: statusFailed, Write: statusFailed,
}

// command is one run.
type command struct {
	*frame.Run
	dial     func(family int) (Kernel, error)
	options  options
	netstat  bool      // lists as netstat does
	families []*family // as given with -A and its like
}

// Main runs the command line args, args[0] being the program's name, and
// returns the exit status. A nil Env is the zero one.
func Main(env *Env, args []string) int {
	if env == nil {
		env = new(Env)
	}
	return route.Main(env.Env, args, func(r *frame.Run, args []string) error {
		c := &command{Run: r, dial: env.Dial}
		return c.run(args)
	})
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
	if err := c.ChooseDialect(c.options.Dialect); err != nil {
		return err
	}
	if len(operands) == 0 {
		return c.list()
	}
	return c.edit(operands[0], operands[1:])
}
