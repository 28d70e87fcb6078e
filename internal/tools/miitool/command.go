// Package miitool is net-tools' mii-tool(8): it shows and sets what a card's
// transceiver agrees on with the one at the other end of the wire.
package miitool

import (
	"time"

	"golang.org/x/sys/unix"

	"classicnet/internal/cnum"
	"classicnet/internal/frame"
	"classicnet/internal/getopt"
	"classicnet/internal/host"
	"classicnet/internal/syslog"
	"classicnet/internal/version"
	"classicnet/ioctl"
	"classicnet/tool"
)

// Env is the world of the command.
type Env struct {
	tool.Env
	// Dial opens a socket of an address family, always unix.AF_INET. nil is a
	// kernel without any.
	Dial func(family int) (Kernel, error)
	// Log sends a message to the machine's log. nil is a machine without one.
	Log func(text string)
	// Clock is the time of day as -w shows it, HH:MM:SS. nil is midnight.
	Clock func() string
	// Wait lets the time between two looks of -w pass, and tells whether to go on.
	// nil ends after the first look.
	Wait func() bool
}

// Kernel is what mii-tool asks of a socket; *ioctl.Conn is one.
type Kernel interface {
	MIIPhy(name string) (uint16, error)
	MIIRegister(name string, phy, register uint16) (uint16, error)
	SetMIIRegister(name string, phy, register, value uint16) error
	Close() error
}

// System is the Env of a real command.
func System() *Env {
	return &Env{Env: host.Env(), Dial: dial, Log: log, Clock: clock, Wait: wait}
}

func dial(family int) (Kernel, error) {
	c, err := ioctl.OpenFamily(family)
	if err != nil {
		return nil, err // a nil *ioctl.Conn would be a Kernel that isn't nil
	}
	return c, nil
}

func log(text string) { syslog.Send(syslog.UserInfo, "mii-tool", text) }

func clock() string { return timeOfDay(time.Now().Clock()) }

// timeOfDay is HH:MM:SS, for which the layouts of package time are much code.
func timeOfDay(hour, minute, second int) string {
	digit := func(n int) byte { return '0' + byte(n) }
	return string([]byte{
		digit(hour / 10), digit(hour % 10), ':', digit(minute / 10), digit(minute % 10), ':', digit(second / 10), digit(second % 10),
	})
}

func wait() bool {
	time.Sleep(time.Second)
	return true
}

// The exit statuses.
const (
	statusFailed = 1
	statusUsage  = 2
)

var miitool = frame.Tool{
	Name: "mii-tool", Claims: version.NetTools210, Usage: usage,
	Help:   frame.Answer{Status: statusUsage, Stderr: true},
	Misuse: statusUsage, Failed: statusFailed, Write: statusFailed,
}

type options struct {
	Log     bool
	Restart bool
	Reset   bool
	Verbose int
	Watch   bool
	Version bool
	JSON    bool
	wrong   bool // usage is wanted, or an option is none

	advertise, force uint16  // bits of the register of abilities
	unknown          [2]bool // what was last asked for of either is none
	phy              int32   // negative: the card's own
}

// command is one run.
type command struct {
	*frame.Run
	env     *Env
	k       Kernel
	options options
	list    *listing // of --json
}

// Main runs the command line args, args[0] being the program's name, and
// returns the exit status.
func Main(env *Env, args []string) int {
	return miitool.Main(env.Env, args, func(r *frame.Run, args []string) error {
		c := &command{Run: r, env: env}
		names, err := c.Scan(c.parser(), args, c.unknown)
		if err == nil {
			err = c.check(names)
		}
		if err != nil {
			return err
		}
		return c.run(env.Dial, names)
	})
}

func (c *command) parser() *getopt.Declaration {
	o := &c.options
	o.phy = -1
	d := new(getopt.Declaration)
	d.Add(c.media(&o.advertise, &o.unknown[0]), 'A', "advertise", "offer these alone, with commas between them, and negotiate").ValueName = "MEDIUM"
	d.Add(c.media(&o.force, &o.unknown[1]), 'F', "force", "use this one and don't negotiate").ValueName = "MEDIUM"
	d.Add(func(number string) { o.phy = cnum.Atoi(number) }, 'p', "phy", "the number of the transceiver to ask").ValueName = "N"
	d.Add(&o.Log, 'l', "log", "with -w, send changes to the machine's log")
	d.Add(&o.Restart, 'r', "restart", "negotiate again")
	d.Add(&o.Reset, 'R', "reset", "reset the transceiver")
	d.Add(&o.Verbose, 'v', "verbose", "tell more; twice, show registers; three times, all of them")
	d.Add(&o.Version, 'V', "version", "print the version")
	d.Add(&o.Watch, 'w', "watch", "show changes until a signal comes")
	d.Add(&o.wrong, 0, "help", "print this")
	d.AddExact(&o.JSON, 0, "json", "list as JSON")
	return d
}

// media sets the bits that a list of media stands for, or tells that it is none: all
// of them are told, and of several lists the last one counts.
func (c *command) media(bits *uint16, unknown *bool) func(string) {
	return func(list string) {
		var err error
		if *bits, err = parseMedia(list); err != nil {
			c.Out.Errorf("%s\n", err.Error())
		}
		*unknown = err != nil
	}
}

// unknown tells of an option that is none. All of them are told before the usage text.
func (c *command) unknown(err error) error {
	c.options.wrong = true
	c.Out.Errorf("%s: %s\n", c.Program, err.Error())
	return nil
}

// check refuses what contradicts itself.
func (c *command) check(names []string) error {
	o := &c.options
	switch {
	case o.unknown != [2]bool{}:
		return frame.Status(statusUsage)
	case o.wrong, o.force != 0 && (o.advertise != 0 || o.Restart), o.force&(o.force-1) != 0:
		return frame.Misused("")
	case o.Version:
		return frame.ErrVersion
	case len(names) == 0:
		return frame.Misused("No interface specified")
	}
	return nil
}

func (c *command) run(dial func(int) (Kernel, error), names []string) (err error) {
	if c.k, err = dial(unix.AF_INET); err != nil {
		return frame.Refused("socket", err)
	}
	defer c.k.Close() //nolint:errcheck // nothing is buffered
	if c.options.JSON {
		c.list = newListing()
		defer c.list.end(c)
	}
	if c.options.Verbose > 1 && !c.options.JSON {
		c.Out.WriteString("Using SIOCGMIIPHY=0x" + hex(ioctl.MIIPhyRequest) + "\n") //nolint:errcheck // Close tells
	}
	ports, err := c.ports(names)
	if c.options.Watch && len(ports) > 0 && !c.options.JSON {
		return c.watch(ports, err)
	}
	return err
}

func usage() string {
	text := frame.Help("Usage: mii-tool [-vRrwl] [-A MEDIUM,... | -F MEDIUM] [-p N] IF...\n\n", new(command).parser())
	text += "\nMEDIUM is one of"
	for _, m := range media {
		text += " " + m.name
	}
	return text + "\n"
}
