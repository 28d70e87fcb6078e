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
	"classicnet/internal/frame"
	"classicnet/internal/version"
	"classicnet/route"
	"classicnet/tool"
)

// Env is the world of the command: ifconfig's, and time.
type Env struct {
	ifconfig.Env
	// Sleep passes the time between two rounds of -c; nil passes none.
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

var netstat = frame.Tool{
	Name: "netstat", Claims: version.NetTools, Usage: usage, Beside: true,
	Help:    frame.Answer{Status: statusUsage, Stderr: true},
	Version: frame.Answer{Status: statusVersion},
	Misuse:  statusUsage, Failed: statusUsage, Write: statusFailed,
}

// command is one run.
type command struct {
	*frame.Run
	env     *Env
	options options
	routes  route.Lister
	dialect *dialect.Dialect
	titled  bool // the interfaces have their title, which -c doesn't repeat
}

// Main runs the command line args, args[0] being the program's name, and
// returns the exit status.
func Main(env *Env, args []string) int {
	return netstat.Main(env.Env.Env, args, func(r *frame.Run, args []string) error {
		c := &command{Run: r, env: env, routes: route.Lister{Env: inner(r), Tool: "netstat"}}
		return c.run(args)
	})
}

// inner is the world of a tool that lists for this one: its listings go to the
// streams of this run.
func inner(r *frame.Run) tool.Env {
	env := r.Env
	env.Stdout = r.Out
	return env
}

// run does what the command line asks for.
func (c *command) run(args []string) error {
	err := c.scan(args)
	if err == nil {
		c.dialect, err = c.Dialect()
	}
	if err != nil {
		return err
	}
	o := &c.options
	switch {
	case len(o.Route)+len(o.Interfaces)+len(o.Statistics)+len(o.Masquerade) > 1:
		return frame.Misused("netstat: one of -r, -i, -s and -M only")
	case len(o.Route) > 0:
		return c.repeat(c.listRoutes)
	case len(o.Interfaces) > 0:
		return c.repeat(c.listInterfaces)
	}
	return errUnsupported
}
