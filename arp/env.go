// Package arp is the classic arp(8): it lists the kernel's table of IPv4
// neighbours from /proc/net/arp and changes it through the ioctls of arp(7).
//
// Main is the whole command. It reads the command line (options.go), then lists
// (list.go, print.go, json.go), deletes (delete.go) or makes entries, from the
// command line (set.go) or a file (file.go). Every way to fail ends in report
// (failure.go).
package arp

import (
	"classicnet/internal/dialect"
	"classicnet/internal/env"
	"classicnet/internal/host"
	"classicnet/internal/linktype"
	"classicnet/internal/out"
	"classicnet/internal/resolve"
	"classicnet/ioctl"
)

// Env is the world of the command.
type Env struct {
	env.Env
	// Dial opens a socket of an address family, always unix.AF_INET. Its errors
	// are shown as those of socket(2).
	Dial func(family int) (Kernel, error)
}

// Kernel is what arp asks of a socket; *ioctl.Conn is one.
type Kernel interface {
	SetARP(ioctl.ARPEntry) error
	DelARP(ioctl.ARPEntry) error
	// HardwareAddr returns link type and address of an interface by its name.
	HardwareAddr(name string) (ioctl.HardwareAddr, error)
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

// command is one run.
type command struct {
	env      *Env
	out      *out.Streams
	program  string // as it was invoked
	options  options
	mode     mode
	family   string         // that -A names
	hw       *linktype.Type // that -H names, nil without it
	dialect  *dialect.Dialect
	resolver *resolve.Resolver
}

// Main runs the command line args, args[0] being the program's name, and
// returns the exit status.
func Main(env *Env, args []string) int {
	c := &command{
		env:      env,
		out:      out.New(env.Stdout, env.Stderr, env.Terminal),
		family:   familyInet,
		resolver: resolve.New(env.Open, env.DNS),
	}
	status := c.report(c.run(args))
	if err := c.out.Close(); err != nil {
		c.out.Errorf("arp: write error: %s\n", reason(err))
		return statusWrite
	}
	return status
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
		return failed("arp: " + c.family + ": kernel only supports '" + familyInet + "'.")
	case c.hw != nil && !c.hw.ARP:
		return failed("arp: " + c.hw.Keyword + ": hardware type without ARP support.")
	}
	return nil
}

// say writes a line to stderr with -v.
func (c *command) say(line string) {
	if c.options.Verbose {
		c.out.Errorf("%s\n", line)
	}
}

// connect opens the socket, hands it to act and closes it.
func (c *command) connect(act func(Kernel) error) error {
	k, err := c.env.Dial(afInet)
	if err != nil {
		return kernelError("socket", err)
	}
	defer k.Close() //nolint:errcheck // nothing is buffered
	return act(k)
}
