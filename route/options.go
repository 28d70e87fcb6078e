package route

import (
	"github.com/jessevdk/go-flags"

	"classicnet/internal/getopt"
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
	Dialect  string             `long:"dialect" exact:"yes" value-name:"NAME" description:"list as the route of that name did; list shows the names"`
	JSON     bool               `long:"json" exact:"yes" description:"list as JSON"`
}

// longFamilies are the families that are options of their own, in the classic
// table's order: --i is --ip.
var longFamilies = [...]string{
	"ax25", "x25", "ip", "ipx", "appletalk", "netrom", "inet", "inet6", "ddp", "unix", "tcpip",
}

// optionGroup is the index of options among the parser's groups, behind that
// of longFamilies.
const optionGroup = 1

// parser declares the options; they are stored in c as they are set.
func (c *command) parser() (*flags.Parser, error) {
	choose := func(name string) func() error {
		return func() error { return c.chooseFamilies(name) }
	}
	c.options.Version = func() error { return &failure{message: versionText(), status: statusVersion} }
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
	c.program, args = rewrite(args)
	parser, err := c.parser()
	if err != nil {
		return nil, err
	}
	options, table := getopt.Declared(parser)
	for word, bad := range getopt.Scan(table, args, c.env.Getenv("POSIXLY_CORRECT") != "") {
		switch {
		case bad != nil:
			c.out.Errorf("%s: %s\n", c.program, bad)
			c.options.Help = true
		case word.Row == getopt.Operand:
			operands = append(operands, word.Text)
		default:
			if err := getopt.Set(options[word.Row], word.Text); err != nil {
				return nil, err
			}
		}
	}
	return operands, nil
}

// The words -net and -host stand among the operands and must not be taken for
// clusters of options; '#' is what they show as in messages.
const (
	wordNet  = "#net"
	wordHost = "#host"
)

// rewrite protects -net and -host wherever they stand, and splits off the
// program's name.
func rewrite(args []string) (program string, rest []string) {
	words := make([]string, max(len(args), 1))
	for i, arg := range args {
		if arg == "-net" || arg == "-host" {
			arg = "#" + arg[1:]
		}
		words[i] = arg
	}
	return words[0], words[1:]
}
