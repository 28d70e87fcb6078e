// Package netstat is the part of netstat(8) that shows routing tables (-r) and
// interfaces (-i). It has no table of its own: package route and package ifconfig
// print theirs.
//
// Main is the whole command. It reads the command line (options.go) and lists
// (list.go), again and again with -c.
package netstat

import (
	"time"

	"classicnet/ifconfig"
	"classicnet/internal/dialect"
	"classicnet/internal/out"
	"classicnet/route"
)

// Env is the world of the command: ifconfig's, and time.
type Env struct {
	ifconfig.Env
	// Sleep passes the time between two rounds of -c.
	Sleep func(time.Duration)
}

// System is the Env of a real command.
func System() *Env { return &Env{Env: *ifconfig.System(), Sleep: time.Sleep} }

// The exit statuses of netstat. Those of a listing that fails are its
// tool's.
const (
	statusOK      = 0
	statusFailed  = 1 // unknown family, failed write
	statusUsage   = 4 // wrong use, help, what isn't supported
	statusVersion = 5 // the version was asked for
)

// command is one run.
type command struct {
	env     *Env
	out     *out.Streams
	program string // as it was invoked
	options options
	routes  route.Lister
	dialect *dialect.Dialect
	titled  bool // the interfaces have their title, which -c doesn't repeat
}

// Main runs the command line args, args[0] being the program's name, and
// returns the exit status.
func Main(env *Env, args []string) int {
	o := out.New(env.Stdout, env.Stderr, env.Terminal)
	c := &command{
		env: env, out: o,
		routes: route.Lister{Env: &env.Env.Env, Out: o, Tool: "netstat"},
	}
	status := c.run(args)
	if err := c.out.Close(); err != nil {
		c.out.Errorf("netstat: write error: %s\n", reason(err))
		return statusFailed
	}
	return status
}

// run does what the command line asks for.
func (c *command) run(args []string) int {
	err := c.scan(args)
	if err == nil {
		err = c.chooseDialect()
	}
	if err != nil {
		return c.report(err)
	}
	o := &c.options
	switch {
	case len(o.Route)+len(o.Interfaces)+len(o.Statistics)+len(o.Masquerade) > 1:
		return c.report(errUsage)
	case len(o.Route) > 0:
		return c.repeat(c.listRoutes)
	case len(o.Interfaces) > 0:
		return c.repeat(c.listInterfaces)
	}
	return c.report(errUnsupported)
}
