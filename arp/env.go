package arp

import (
	"classicnet/internal/frame"
	"classicnet/internal/host"
	"classicnet/internal/linktype"
	"classicnet/internal/version"
	"classicnet/ioctl"
	"classicnet/tool"
)

// Env is the world of the command.
type Env struct {
	tool.Env
	// Dial opens a socket of an address family, always unix.AF_INET. Its errors
	// are shown as those of socket(2). nil is a kernel without any.
	Dial func(family int) (Kernel, error)
}

// Kernel is what arp asks of a socket; *ioctl.Conn is one. Each is
// the method of that name, where it is said what it does and how it fails.
type Kernel interface {
	SetARP(ioctl.ARPEntry) error
	DelARP(ioctl.ARPEntry) error
	// HardwareAddr returns link type and address of an interface by its name.
	HardwareAddr(name string) (ioctl.HardwareAddr, error)
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

var arp = frame.Tool{
	Name: "arp", Claims: version.NetTools210, Features: features, Exact: true, Beside: true,
	Usage:  func() string { return usage() + hardwareTypes() },
	Misuse: statusUsage, Failed: statusFailed, Write: statusWrite,
}

// command is one run.
type command struct {
	*frame.Run
	dial    func(family int) (Kernel, error)
	options options
	mode    mode
	family  string         // that -A names
	hw      *linktype.Type // that -H names, nil without it
}

// Main runs the command line args, args[0] being the program's name, and
// returns the exit status. A nil Env is the zero one.
func Main(env *Env, args []string) int {
	if env == nil {
		env = new(Env)
	}
	return arp.Main(env.Env, args, func(r *frame.Run, args []string) error {
		c := &command{Run: r, dial: env.Dial, family: familyInet}
		return c.run(args)
	})
}

// run does what the command line asks for.
func (c *command) run(args []string) error {
	operands, err := c.scan(args)
	if err != nil {
		return err
	}
	if err := c.check(); err != nil {
		return err
	}
	return c.mode(c, operands)
}

// check refuses what the kernel has no such table for.
func (c *command) check() error {
	switch {
	case c.family != familyInet:
		return frame.Failed("arp: " + c.family + ": kernel only supports '" + familyInet + "'.")
	case c.hw != nil && !c.hw.ARP:
		return frame.Failed("arp: " + c.hw.Keyword + ": hardware type without ARP support.")
	}
	return nil
}

// say writes a line to stderr with -v.
func (c *command) say(line string) {
	if c.options.Verbose {
		c.Out.Errorf("%s\n", line)
	}
}

// connect opens the socket, hands it to act and closes it.
func (c *command) connect(act func(Kernel) error) error {
	k, err := open(c.dial, afInet)
	if err != nil {
		return frame.Refused("socket", err)
	}
	defer k.Close() //nolint:errcheck // nothing is buffered
	return act(k)
}
