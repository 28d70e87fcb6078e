package netstat

import (
	"github.com/jessevdk/go-flags"

	"classicnet/internal/frame"
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
	RFComm     bool               `short:"f" hidden:"yes"` // sockets of Bluetooth, which no table here has
	Groups     bool               `short:"g" long:"groups" hidden:"yes"`
	Debug      bool               `short:"d" hidden:"yes"`
	Question   func() error       `short:"?" hidden:"yes"`
	IPv4       func() error       `short:"4" description:"the same as -A inet"`
	IPv6       func() error       `short:"6" description:"the same as -A inet6"`
	frame.Listing
}

// parser declares the options; they are stored in c as they are set.
func (c *command) parser() (*flags.Parser, error) {
	choose := func(name string) func() error {
		return func() error { return c.chooseFamilies(name) }
	}
	o := &c.options
	o.Version = func() error { return frame.ErrVersion }
	o.Help, o.Question = func() error { return frame.ErrHelp }, func() error { return frame.ErrHelp }
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
		return frame.Status(status)
	}
	return nil
}

// scan sets the options, each when it is met. Operands mean nothing, as ever.
func (c *command) scan(args []string) error {
	parser, err := c.parser()
	if err == nil {
		_, err = c.Scan(parser, args, nil)
	}
	if err != nil {
		return err
	}
	return c.ChooseDialect(c.options.Dialect)
}
