package netstat

import (
	"github.com/jessevdk/go-flags"

	"classicnet/internal/frame"
)

// options are declared in the order of the classic table, which decides
// between abbreviations; see parser for what stands before them. The hidden ones
// mean nothing, or are for what no machine has.
type options struct {
	Version    func() error       `short:"V" long:"version" description:"print the version"`
	Interfaces []bool             `short:"i" long:"interfaces" description:"list the interfaces"`
	Help       func() error       `short:"h" long:"help" description:"print this"`
	Route      []bool             `short:"r" long:"route" description:"list the routing table"`
	Masquerade []bool             `short:"M" long:"masquerade" description:"list the masqueraded connections"`
	Protocol   func(string) error `short:"A" long:"protocol" value-name:"AF" description:"address families, separated by commas"`
	TCP        bool               `short:"t" long:"tcp" description:"TCP sockets"`
	SCTP       bool               `short:"S" long:"sctp" description:"SCTP sockets"`
	UDP        bool               `short:"u" long:"udp" description:"UDP sockets"`
	UDPLite    bool               `short:"U" long:"udplite" description:"UDP-Lite sockets"`
	Raw        bool               `short:"w" long:"raw" description:"raw sockets"`
	Unix       func() error       `short:"x" long:"unix" description:"UNIX domain sockets"`
	L2CAP      bool               `short:"2" long:"l2cap" hidden:"yes"`
	RFCOMM     bool               `short:"f" long:"rfcomm" hidden:"yes"`
	Listening  bool               `short:"l" long:"listening" description:"servers alone"`
	All        bool               `short:"a" long:"all" description:"servers, too; interfaces that are down, too"`
	Timers     bool               `short:"o" long:"timers" description:"timers of sockets"`
	Continuous bool               `short:"c" long:"continuous" description:"list again every second"`
	Extend     []bool             `short:"e" long:"extend" description:"users and inodes of sockets; other columns of routes, all of them if given twice; blocks of interfaces"`
	Programs   bool               `short:"p" long:"programs" description:"the processes that have the sockets"`
	Verbose    bool               `short:"v" long:"verbose" description:"tell of tables that are missing, and of lines that can't be read"`
	Statistics []bool             `short:"s" long:"statistics" description:"list the counters of protocols"`
	Wide       bool               `short:"W" long:"wide" description:"don't cut addresses"`
	Numeric    bool               `short:"n" long:"numeric" description:"numbers, not names"`
	Hosts      bool               `long:"numeric-hosts" apart:"yes" description:"addresses, not names of hosts"`
	Ports      bool               `long:"numeric-ports" apart:"yes" description:"ports, not names of services"`
	Users      bool               `long:"numeric-users" apart:"yes" description:"numbers, not names of users"`
	Symbolic   bool               `short:"N" long:"symbolic" description:"the same as -n for routes"`
	Cache      bool               `short:"C" long:"cache" description:"list the routing cache"`
	FIB        bool               `short:"F" long:"fib" description:"list the routing table (the default)"`
	Groups     bool               `short:"g" long:"groups" description:"multicast groups"`
	Debug      bool               `short:"d" hidden:"yes"`
	Context    func() error       `short:"Z" long:"context" hidden:"yes"`
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
	o.Help, o.Question = func() error { return helped() }, func() error { return frame.Misused("") }
	o.Context = func() error { return errContext }
	o.Protocol = c.chooseFamilies
	o.IPv4, o.IPv6, o.Unix = choose("inet"), choose("inet6"), choose("unix")

	p := flags.NewNamedParser("netstat", flags.None)
	families, err := p.AddGroup("families", "", &struct{}{})
	if err == nil {
		for _, name := range longFamilies {
			families.AddOption(&flags.Option{LongName: name}, choose(name))
		}
		_, err = p.AddGroup("options", "", o)
	}
	return p, err
}

// extended tells whether sockets have users and inodes.
func (o *options) extended() bool { return len(o.Extend) > 0 }

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
