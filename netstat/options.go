package netstat

import (
	"github.com/jessevdk/go-flags"

	"classicnet/internal/dialect"
	"classicnet/internal/getopt"
	"classicnet/route"
)

// options are declared in the order of the classic table, which decides
// between abbreviations; see parser for what stands before them. The hidden
// ones choose and shape what isn't supported. Beside -r and -i they are ignored,
// as they always were.
type options struct {
	Version    func() error       `short:"V" long:"version" description:"print the version"`
	Interfaces []bool             `short:"i" long:"interfaces" description:"list the interfaces"`
	Help       func() error       `short:"h" long:"help" description:"print this"`
	Route      []bool             `short:"r" long:"route" description:"list the routing table"`
	Masquerade []bool             `short:"M" long:"masquerade" hidden:"yes"`
	Protocol   func(string) error `short:"A" long:"protocol" value-name:"AF" description:"address families, separated by commas"`
	TCP        bool               `short:"t" long:"tcp" hidden:"yes"`
	SCTP       bool               `short:"S" long:"sctp" hidden:"yes"`
	UDP        bool               `short:"u" long:"udp" hidden:"yes"`
	UDPLite    bool               `short:"U" long:"udplite" hidden:"yes"`
	Raw        bool               `short:"w" long:"raw" hidden:"yes"`
	Unix       func() error       `short:"x" long:"unix" hidden:"yes"`
	Listening  bool               `short:"l" long:"listening" hidden:"yes"`
	All        bool               `short:"a" long:"all" description:"interfaces that are down, too"`
	Timers     bool               `short:"o" long:"timers" hidden:"yes"`
	Continuous bool               `short:"c" long:"continuous" description:"list again every second"`
	Extend     []bool             `short:"e" long:"extend" description:"other columns of routes, all of them if given twice; blocks of interfaces"`
	Programs   bool               `short:"p" long:"programs" hidden:"yes"`
	Verbose    bool               `short:"v" long:"verbose" description:"tell of lines that can't be read"`
	Statistics []bool             `short:"s" long:"statistics" hidden:"yes"`
	Wide       bool               `short:"W" long:"wide" hidden:"yes"`
	Numeric    bool               `short:"n" long:"numeric" description:"numbers, not names"`
	Hosts      bool               `long:"numeric-hosts" apart:"yes" description:"the same as -n"`
	Ports      bool               `long:"numeric-ports" apart:"yes" hidden:"yes"`
	Users      bool               `long:"numeric-users" apart:"yes" hidden:"yes"`
	Symbolic   bool               `short:"N" long:"symbolic" description:"the same as -n"`
	Cache      bool               `short:"C" long:"cache" description:"list the routing cache"`
	FIB        bool               `short:"F" long:"fib" description:"list the routing table (the default)"`
	Groups     bool               `short:"g" long:"groups" hidden:"yes"`
	Debug      bool               `short:"d" hidden:"yes"`
	Question   func() error       `short:"?" hidden:"yes"`
	IPv4       func() error       `short:"4" description:"the same as -A inet"`
	IPv6       func() error       `short:"6" description:"the same as -A inet6"`
	Dialect    string             `long:"dialect" exact:"yes" value-name:"NAME" description:"list as the netstat of that name did; list shows the names"`
	JSON       bool               `long:"json" exact:"yes" description:"list as JSON"`
}

// optionGroup is the index of options among the parser's groups, behind the
// families that are options of their own.
const optionGroup = 1

// parser declares the options; they are stored in c as they are set.
func (c *command) parser() (*flags.Parser, error) {
	choose := func(name string) func() error {
		return func() error { return c.chooseFamilies(name) }
	}
	o := &c.options
	o.Version = func() error { return errVersion }
	o.Help, o.Question = func() error { return errUsage }, func() error { return errUsage }
	o.Protocol = c.chooseFamilies
	o.IPv4, o.IPv6, o.Unix = choose("inet"), choose("inet6"), choose("unix")

	p := flags.NewNamedParser("netstat", flags.None)
	families, err := p.AddGroup("families", "", &struct{}{})
	if err == nil {
		for _, name := range route.FamilyOptions() {
			families.AddOption(&flags.Option{LongName: name}, choose(name))
		}
		_, err = p.AddGroup("options", "", o)
	}
	return p, err
}

func (c *command) chooseFamilies(list string) error {
	if status, ok := c.routes.Choose(list); !ok {
		return statusError(status)
	}
	return nil
}

// scan sets the options, each when it is met. Operands mean nothing, as ever.
func (c *command) scan(args []string) error {
	if len(args) > 0 {
		c.program, args = args[0], args[1:]
	}
	parser, err := c.parser()
	if err != nil {
		return err
	}
	options, table := getopt.Declared(parser)
	for word, bad := range getopt.Scan(table, args, c.env.Getenv("POSIXLY_CORRECT") != "") {
		switch {
		case bad != nil:
			c.out.Errorf("%s: %s\n", c.program, bad)
			return errUsage
		case word.Row == getopt.Operand:
		default:
			if err := getopt.Set(options[word.Row], word.Text); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *command) chooseDialect() (err error) {
	c.dialect, err = dialect.ChooseBeside(c.options.Dialect, c.env.Getenv(dialect.Variable))
	return err
}
