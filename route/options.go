package route

import (
	"github.com/jessevdk/go-flags"

	"classicnet/internal/frame"
)

// options are declared in the order of the classic table, which decides
// between abbreviations; see parser for what stands before them.
type options struct {
	Extend   []bool             `short:"e" long:"extend" description:"other columns; twice for all of them"`
	Verbose  bool               `short:"v" long:"verbose" description:"tell of lines that can't be read"`
	Version  func() error       `short:"V" long:"version" description:"print the version"`
	Numeric  bool               `short:"n" long:"numeric" description:"numbers, not names"`
	Symbolic bool               `short:"N" long:"symbolic" description:"the same as -n"`
	Protocol func(string) error `short:"A" long:"protocol" value-name:"AF" description:"address families, separated by commas"`
	Cache    bool               `short:"C" long:"cache" description:"list the routing cache"`
	FIB      bool               `short:"F" long:"fib" description:"list the routing table (the default)"`
	Help     bool               `short:"h" long:"help" description:"print this, or how to edit the AF given"`
	Question bool               `short:"?" hidden:"yes"`
	IPv4     func() error       `short:"4" description:"the same as -A inet"`
	IPv6     func() error       `short:"6" description:"the same as -A inet6"`
	frame.Listing
}

// longFamilies are the families that are options of their own, in the classic
// table's order: --i is --ip.
var longFamilies = [...]string{
	"ax25", "x25", "ip", "ipx", "appletalk", "netrom", "inet", "inet6", "ddp", "unix", "tcpip",
}

// parser declares the options; they are stored in c as they are set.
func (c *command) parser() (*flags.Parser, error) {
	choose := func(name string) func() error {
		return func() error { return c.chooseFamilies(name) }
	}
	c.options.Version = func() error { return frame.ErrVersion }
	c.options.Protocol = c.chooseFamilies
	c.options.IPv4, c.options.IPv6 = choose("inet"), choose("inet6")

	p := flags.NewNamedParser("route", flags.None)
	families, err := p.AddGroup("families", "", &struct{}{})
	if err == nil {
		for _, name := range longFamilies {
			families.AddOption(&flags.Option{LongName: name}, choose(name))
		}
		_, err = p.AddGroup("options", "", &c.options)
	}
	return p, err
}

// scan sets the options, each when it is met, and returns the operands. What
// can't be recognised is reported and counts as a call for help.
func (c *command) scan(args []string) (operands []string, err error) {
	parser, err := c.parser()
	if err != nil {
		return nil, err
	}
	program := rewrite([]string{c.Program})[0]
	return c.Scan(parser, rewrite(args), func(bad error) error {
		c.Out.Errorf("%s: %s\n", program, bad)
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
