// Package rarp is net-tools' rarp(8): it lists and changes the kernel's table of
// hardware addresses that ask for their IPv4 address. Linux lost it in 2.3, so that
// on any newer kernel it says no more than that.
package rarp

import (
	"io"

	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
	"classicnet/internal/getopt"
	"classicnet/internal/host"
	"classicnet/internal/linktype"
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
}

// Kernel is what rarp asks of a socket; *ioctl.Conn is one.
type Kernel interface {
	SetRARP(ioctl.ARPEntry) error
	DelRARP(ioctl.ARPEntry) error
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

// The exit statuses.
const (
	statusFailed = 1
	statusUsage  = 3
	statusFile   = 255
)

var rarp = frame.Tool{
	Name: "rarp", Claims: version.NetTools210, Usage: func() string { return usage() + types.ARPList() },
	Misuse: statusUsage, Failed: statusFailed, Write: statusFailed,
}

// types are the hardware types of the command line.
const types = linktype.NetTools210

type options struct {
	Verbose bool

	keyword string
}

// mode is what the command does with its operands, of which there are so many.
type mode struct {
	least, most int
	act         func(*command, []string) error
}

// command is one run.
type command struct {
	*frame.Run
	dial    func(family int) (Kernel, error)
	options options
	mode    mode // that was chosen
	hw      *linktype.Type
}

// Main runs the command line args, args[0] being the program's name, and
// returns the exit status.
func Main(env *Env, args []string) int {
	return rarp.Main(env.Env, args, func(r *frame.Run, args []string) error {
		c := &command{Run: r, dial: env.Dial}
		words, err := c.Scan(c.parser(), args, nil)
		if err != nil {
			return err
		}
		return c.run(words)
	})
}

func (c *command) parser() *getopt.Declaration {
	o := &c.options
	choose := func(m mode) func() error { return func() error { return c.choose(m) } }
	o.keyword = "ether"
	help := func() error {
		c.Out.WriteString(usage()) //nolint:errcheck // Close tells
		c.Out.Errorf("%s", types.ARPList())
		return frame.Status(0)
	}
	d := new(getopt.Declaration)
	d.Add(choose(mode{0, 0, (*command).list}), 'a', "list", "list the table")
	d.Add(choose(mode{1, 1, (*command).remove}), 'd', "delete", "delete the entry of a HOST")
	d.Add(choose(mode{2, 2, (*command).set}), 's', "set", "make the entry of a HOST")
	// this one takes the place of others before it
	d.Add(func() { c.mode = mode{0, 1, (*command).load} }, 'f', "", "make those of a FILE (/etc/ethers)")
	d.Add(func(word string) { o.keyword = word }, 't', "", "hardware type; ether if this isn't given").ValueName = "TYPE"
	d.Add(frame.AskVersion, 'V', "version", "print the version")
	d.Add(&o.Verbose, 'v', "verbose", "nothing more")
	d.Add(help, 'h', "help", "print this")
	d.Add(func() error { return frame.Misused("") }, 'H', "", "wrong use; it is -t here")
	return d
}

// choose takes a mode where there is none yet.
func (c *command) choose(m mode) error {
	if c.mode.act != nil {
		return frame.Misused(c.Program + ": illegal option mix.")
	}
	c.mode = m
	return nil
}

func (c *command) run(words []string) error {
	if len(words) > 2 { // which no mode takes
		return frame.Misused("")
	}
	if c.hw = types.ByKeyword(c.options.keyword); c.hw == nil {
		return frame.Failed("rarp: " + c.options.keyword + ": unknown hardware type.")
	}
	if c.mode.act == nil || len(words) < c.mode.least || len(words) > c.mode.most {
		return frame.Misused("")
	}
	return c.mode.act(c, words)
}

func usage() string {
	const head = "Usage: rarp -a                          list the table\n" +
		"       rarp [-v] -d HOST                delete an entry\n" +
		"       rarp [-v] [-t TYPE] -s HOST HWADDR   make one\n" +
		"       rarp [-v] [-t TYPE] -f [FILE]        make those of FILE\n\n"
	return frame.Help(head, new(command).parser()) + "\nTYPE is one of:\n"
}

const tableFile = "/proc/net/rarp"

// list prints the kernel's file as it is.
func (c *command) list([]string) error {
	f, err := c.Open(tableFile)
	if err != nil {
		return frame.Failed("This kernel does not support RARP.")
	}
	defer f.Close() //nolint:errcheck // read only
	text, err := io.ReadAll(f)
	c.Out.Write(text) //nolint:errcheck // Close tells
	if err != nil {
		return frame.Failed("rarp: " + tableFile + ": " + frame.Reason(err))
	}
	return nil
}

// connect opens the socket, hands it to act and closes it.
func (c *command) connect(act func(Kernel) error) error {
	k, err := c.dial(unix.AF_INET)
	if err != nil {
		return frame.Refused("socket", err)
	}
	defer k.Close() //nolint:errcheck // nothing is buffered
	return act(k)
}
