package route

import (
	"classicnet/internal/frame"
	"classicnet/internal/getopt"
)

// options are declared in the order of the classic table, which decides
// between abbreviations; see parser for what stands before them.
type options struct {
	Extend   int
	Verbose  bool
	Numeric  bool
	Symbolic bool
	Cache    bool
	FIB      bool
	Help     bool
	Question bool
	frame.Listing
}

// longFamilies are the families that are options of their own, in the classic
// table's order: --i is --ip.
var longFamilies = [...]string{
	"ax25", "x25", "ip", "ipx", "appletalk", "netrom", "inet", "inet6", "ddp", "unix", "tcpip",
}

// parser declares the options; they are stored in c as they are set.
func (c *command) parser() *getopt.Declaration {
	o := &c.options
	choose := func(name string) func() error {
		return func() error { return c.chooseFamilies(name) }
	}
	d := new(getopt.Declaration)
	for _, name := range longFamilies {
		d.Add(choose(name), 0, name, "")
	}
	d.Add(&o.Extend, 'e', "extend", "other columns; twice for all of them")
	d.Add(&o.Verbose, 'v', "verbose", "tell of lines that can't be read")
	d.Add(frame.AskVersion, 'V', "version", "print the version")
	d.Add(&o.Numeric, 'n', "numeric", "numbers, not names")
	d.Add(&o.Symbolic, 'N', "symbolic", "the same as -n")
	d.Add(c.chooseFamilies, 'A', "protocol", "address families, separated by commas").ValueName = "AF"
	d.Add(&o.Cache, 'C', "cache", "list the routing cache")
	d.Add(&o.FIB, 'F', "fib", "list the routing table (the default)")
	d.Add(&o.Help, 'h', "help", "print this, or how to edit the AF given")
	d.Add(&o.Question, '?', "", "").Hidden = true
	d.Add(choose("inet"), '4', "", "the same as -A inet")
	d.Add(choose("inet6"), '6', "", "the same as -A inet6")
	o.Listing.Declare(d)
	return d
}

// scan sets the options, each when it is met, and returns the operands. What
// can't be recognised is reported and counts as a call for help.
func (c *command) scan(args []string) (operands []string, err error) {
	program := rewrite([]string{c.Program})[0]
	return c.Scan(c.parser(), rewrite(args), func(bad error) error {
		c.Out.Errorf("%s: %s\n", program, bad.Error())
		c.options.Help = true
		return nil
	})
}

// The words -net and -host stand among the operands and must not be taken for
// clusters of options; '#' is what they show as in messages.
const (
	wordNet  = "#net"
	wordHost = "#host"
)

// rewrite protects -net and -host wherever they stand, in the program's name too.
func rewrite(args []string) []string {
	words := make([]string, len(args))
	for i, arg := range args {
		if arg == "-net" || arg == "-host" {
			arg = "#" + arg[1:]
		}
		words[i] = arg
	}
	return words
}
