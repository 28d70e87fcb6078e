package arp

import (
	"slices"

	"github.com/jessevdk/go-flags"
	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
	"classicnet/internal/getopt"
	"classicnet/internal/linktype"
)

// options are declared in the order of the classic table, which decides
// between abbreviations.
type options struct {
	Verbose   bool
	Table     bool
	Numeric   bool
	Device    string
	UseDevice bool
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
func (c *command) parser() *getopt.Declaration {
	o := &c.options
	choose := func(m mode) func() error {
		return func() error { c.mode = m; return nil }
	}
	d := new(getopt.Declaration)
	d.Add(&o.Verbose, 'v', "verbose", "tell what is done")
	d.Add(frame.AskVersion, 'V', "version", "print the version")
	d.Add(func() error { c.mode, o.bsd = (*command).list, true; return nil }, 'a', "all", "list in the style of BSD")
	d.Add(&o.Table, 'e', "", "list in columns (the default)")
	d.Add(choose((*command).remove), 'd', "delete", "delete the entry of a HOST")
	d.Add(choose((*command).load), 'f', "file", "make the entries that a FILE (/etc/ethers) lists")
	d.Add(&o.Numeric, 'n', "numeric", "numbers, not names")
	d.Add(choose((*command).set), 's', "set", "make an entry")
	d.Add(c.chooseFamily, 'A', "protocol", "address family; there is inet alone").ValueName = "AF"
	hide(d.Add(c.chooseFamily, 'p', "", ""), "AF")
	d.Add(c.chooseHardware, 'H', "hw-type", "entries of this hardware type").ValueName = "TYPE"
	hide(d.Add(c.chooseHardware, 't', "", ""), "TYPE")
	d.Add(&o.Device, 'i', "device", "entries of this interface").ValueName = "IF"
	d.Add(c.help, 'h', "help", "print this")
	d.Add(func() error { return frame.Misused("") }, '?', "", "").Hidden = true
	d.Add(&o.UseDevice, 'D', "use-device", "take the hardware address of an interface")
	d.Add(func() error { c.Out.Errorf("arp: -N not yet supported.\n"); return nil }, 'N', "symbolic", "nothing yet")
	o.Listing.Declare(d)
	return d
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

// hide leaves an option out of the usage text.
func hide(o *flags.Option, value string) { o.Hidden, o.ValueName = true, value }
