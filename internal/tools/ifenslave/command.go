// Package ifenslave is the classic ifenslave(8), release 1.1.0: it gives a bond
// its slaves, releases them and chooses the active one.
package ifenslave

import (
	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
	"classicnet/internal/getopt"
	"classicnet/internal/host"
	"classicnet/ioctl"
	"classicnet/tool"
)

// Env is the world of the command.
type Env struct {
	tool.Env
	// Dial opens a socket of an address family, always unix.AF_INET. nil is a
	// kernel without any.
	Dial func(family int) (Kernel, error)
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

// The exit statuses; one more is the errno of a slave that can't be looked at.
const (
	statusFailed = 1
	statusUsage  = 2
	statusGone   = 255 // a slave to release isn't there
)

var ifenslave = frame.Tool{
	Name: "ifenslave", Claims: "ifenslave.c:v1.1.0", Usage: usage,
	Misuse: statusUsage, Failed: statusFailed, Write: statusFailed,
}

type options struct {
	All     bool
	Change  bool
	Detach  bool
	Force   bool
	Verbose bool
}

// command is one run.
type command struct {
	*frame.Run
	options options
}

// Main runs the command line args, args[0] being the program's name, and
// returns the exit status.
func Main(env *Env, args []string) int {
	return ifenslave.Main(env.Env, args, func(r *frame.Run, args []string) error {
		return (&command{Run: r}).run(env.Dial, args)
	})
}

// declared are the options for the scan, which sets them.
func (c *command) declared() *getopt.Declaration {
	o := &c.options
	d := new(getopt.Declaration)
	d.Add(&o.All, 'a', "all-interfaces", "show what all interfaces are")
	d.Add(&o.Change, 'c', "change-active", "make the slave the active one")
	d.Add(&o.Detach, 'd', "detach", "release the slaves")
	d.Add(&o.Force, 'f', "force", "nothing: it is taken for old scripts")
	d.Add(frame.AskHelp, 'h', "help", "print this")
	d.Add(frame.AskHelp, 'u', "usage", "likewise")
	d.Add(&o.Verbose, 'v', "verbose", "tell more")
	d.Add(frame.AskVersion, 'V', "version", "print the version")
	return d
}

func (c *command) run(dial func(int) (Kernel, error), args []string) error {
	words, err := c.Scan(c.declared(), args, nil)
	if err != nil {
		return err
	}
	if c.options.Verbose {
		c.Out.WriteString(c.VersionText()) //nolint:errcheck // Close tells
	}
	if c.options.All == (len(words) > 0) {
		return frame.Misused("")
	}
	k, err := dial(unix.AF_INET)
	if err != nil {
		return frame.Refused("socket", err)
	}
	defer k.Close() //nolint:errcheck // nothing is buffered
	if c.options.All {
		return c.showAll(k)
	}
	return c.bond(k, words)
}

func (c *command) say(line string) { c.Out.Errorf("%s\n", line) }

// tell says why a slave is refused, with -v.
func (c *command) tell(err error) {
	if c.options.Verbose {
		c.say("ifenslave: " + err.Error())
	}
}

func usage() string {
	return frame.Help("Usage: ifenslave [-fv] MASTER SLAVE...   make interfaces slaves of a bond\n"+
		"       ifenslave -d [-v] MASTER SLAVE... release them\n"+
		"       ifenslave -c [-v] MASTER SLAVE    choose the active one\n"+
		"       ifenslave {-a | IF}               show what interfaces are\n\n", new(command).declared())
}
