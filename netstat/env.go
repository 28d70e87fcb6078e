package netstat

import (
	"os"
	"time"

	"classicnet/ifconfig"
	"classicnet/internal/dialect"
	"classicnet/internal/frame"
	"classicnet/internal/version"
	"classicnet/procnet/owner"
	"classicnet/route"
	"classicnet/tool"
)

// Env is the world of the command: ifconfig's, and time.
type Env struct {
	ifconfig.Env
	// Sleep passes the time between two rounds of -c; nil passes none.
	Sleep func(time.Duration)
	// FindOwners finds the processes that have sockets: those of these inodes, or
	// all with nil. Its error, beside what was found, tells that there may be more.
	// nil finds none.
	FindOwners func(want []uint64) (Owners, error)
	// User is the number of the user that looks for processes.
	User int
}

// System is the Env of a real command.
func System() *Env {
	return &Env{Env: *ifconfig.System(), Sleep: time.Sleep, FindOwners: findOwners, User: os.Geteuid()}
}

// findOwners looks at the processes of this machine.
func findOwners(want []uint64) (Owners, error) { return owner.Find("/proc", want) }

// The exit statuses of netstat. Those of a listing that fails are its
// tool's.
const (
	statusOK     = 0
	statusFailed = 1 // unknown family, missing table, failed write
	statusUsage  = 3 // wrong use
)

var netstat = frame.Tool{
	Name: "netstat", Claims: version.NetTools, Usage: usage, Beside: true,
	Misuse: statusUsage, Failed: statusFailed, Write: statusFailed,
}

// command is one run.
type command struct {
	*frame.Run
	env      *Env
	options  options
	routes   route.Lister
	families []*family // that were chosen
	names    []string  // as they were called
	routed   bool      // routes has its families
	dialect  *dialect.Dialect
	titled   bool // the interfaces have their title, which -c doesn't repeat
}

// Main runs the command line args, args[0] being the program's name, and
// returns the exit status. A nil Env is the zero one.
func Main(env *Env, args []string) int {
	if env == nil {
		env = new(Env)
	}
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
	case o.Route+o.Interfaces+o.Statistics+o.Masquerade > 1:
		return frame.Misused("netstat: one of -r, -i, -s and -M only")
	case o.Masquerade > 0:
		return c.repeat(c.listMasquerade)
	case o.Statistics > 0:
		return frame.Status(c.listStatistics()) // once, as ever
	case o.Route > 0:
		return c.repeat(c.listRoutes)
	case o.Interfaces > 0:
		return c.repeat(c.listInterfaces)
	}
	return c.repeat(c.listSockets)
}
