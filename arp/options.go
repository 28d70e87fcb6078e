package arp

import (
	"slices"

	"github.com/jessevdk/go-flags"
	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
	"classicnet/internal/linktype"
)

// options are declared in the order of the classic table, which decides
// between abbreviations.
type options struct {
	Verbose   bool               `short:"v" long:"verbose" description:"tell what is done"`
	Version   func() error       `short:"V" long:"version" description:"print the version"`
	All       func() error       `short:"a" long:"all" description:"list in the style of BSD"`
	Table     bool               `short:"e" description:"list in columns (the default)"`
	Delete    func() error       `short:"d" long:"delete" description:"delete the entry of a HOST"`
	File      func() error       `short:"f" long:"file" description:"make the entries that a FILE (/etc/ethers) lists"`
	Numeric   bool               `short:"n" long:"numeric" description:"numbers, not names"`
	Set       func() error       `short:"s" long:"set" description:"make an entry"`
	Protocol  func(string) error `short:"A" long:"protocol" value-name:"AF" description:"address family; there is inet alone"`
	P         func(string) error `short:"p" hidden:"yes" value-name:"AF"`
	Hardware  func(string) error `short:"H" long:"hw-type" value-name:"TYPE" description:"entries of this hardware type"`
	T         func(string) error `short:"t" hidden:"yes" value-name:"TYPE"`
	Device    string             `short:"i" long:"device" value-name:"IF" description:"entries of this interface"`
	Help      func() error       `short:"h" long:"help" description:"print this"`
	Question  func() error       `short:"?" hidden:"yes"`
	UseDevice bool               `short:"D" long:"use-device" description:"take the hardware address of an interface"`
	Symbolic  func() error       `short:"N" long:"symbolic" description:"nothing yet"`
	frame.Listing

	bsd bool // -a was given
}

// mode is what the command does with its operands. The last option that
// chooses one counts.
type mode func(c *command, operands []string) error

// familyInet is the one address family that has a table. The others are
// known by name.
const (
	familyInet = "inet"
	afInet     = unix.AF_INET
)

var families = [...]string{
	"unspec", "unix", familyInet, "inet6", "ax25", "netrom", "rose", "ipx", "ddp", "ec", "x25", "ash",
}

// types are the hardware types of the command line.
const types = linktype.NetTools210

// deviceRoom is what the kernel takes of an interface's name. Longer ones are
// cut silently, as they always were.
const deviceRoom = 15

// parser declares the options; they are stored in c as they are set.
func (c *command) parser() *flags.Parser {
	o := &c.options
	choose := func(m mode) func() error {
		return func() error { c.mode = m; return nil }
	}
	o.Version = func() error { return frame.ErrVersion }
	o.All = func() error { c.mode, o.bsd = (*command).list, true; return nil }
	o.Delete, o.File, o.Set = choose((*command).remove), choose((*command).load), choose((*command).set)
	o.Protocol, o.P = c.chooseFamily, c.chooseFamily
	o.Hardware, o.T = c.chooseHardware, c.chooseHardware
	o.Help, o.Question = c.help, func() error { return frame.Misused("") }
	o.Symbolic = func() error { c.Out.Errorf("arp: -N not yet supported.\n"); return nil }
	return frame.Parser(o)
}

// scan sets the options, each when it is met, and returns the operands.
func (c *command) scan(args []string) (operands []string, err error) {
	c.mode = (*command).list
	if operands, err = c.Scan(c.parser(), args, nil); err != nil {
		return nil, err
	}
	c.options.Device = cutDevice(c.options.Device)
	return operands, c.ChooseDialect(c.options.Dialect)
}

func cutDevice(name string) string { return name[:min(len(name), deviceRoom)] }

func (c *command) chooseFamily(name string) error {
	if !slices.Contains(families[:], name) {
		return frame.Failed("arp: " + name + ": unknown address family.")
	}
	c.family = name
	return nil
}

func (c *command) chooseHardware(keyword string) error {
	if c.hw = types.ByKeyword(keyword); c.hw == nil {
		return frame.Failed("arp: " + keyword + ": unknown hardware type.")
	}
	return nil
}
