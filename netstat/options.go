package netstat

import (
	"classicnet/internal/frame"
	"classicnet/internal/getopt"
)

// options are declared in the order of the classic table, which decides
// between abbreviations; see parser for what stands before them. The hidden ones
// mean nothing, or are for what no machine has.
type options struct {
	Interfaces int
	Route      int
	Masquerade int
	TCP        bool
	SCTP       bool
	UDP        bool
	UDPLite    bool
	Raw        bool
	L2CAP      bool
	RFCOMM     bool
	Listening  bool
	All        bool
	Timers     bool
	Continuous bool
	Extend     int
	Programs   bool
	Verbose    bool
	Statistics int
	Wide       bool
	Numeric    bool
	Hosts      bool
	Ports      bool
	Users      bool
	Symbolic   bool
	Cache      bool
	FIB        bool
	Groups     bool
	Debug      bool
	frame.Listing
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
	d.Add(frame.AskVersion, 'V', "version", "print the version")
	d.Add(&o.Interfaces, 'i', "interfaces", "list the interfaces")
	d.Add(helped, 'h', "help", "print this")
	d.Add(&o.Route, 'r', "route", "list the routing table")
	d.Add(&o.Masquerade, 'M', "masquerade", "list the masqueraded connections")
	d.Add(c.chooseFamilies, 'A', "protocol", "address families, separated by commas").ValueName = "AF"
	d.Add(&o.TCP, 't', "tcp", "TCP sockets")
	d.Add(&o.SCTP, 'S', "sctp", "SCTP sockets")
	d.Add(&o.UDP, 'u', "udp", "UDP sockets")
	d.Add(&o.UDPLite, 'U', "udplite", "UDP-Lite sockets")
	d.Add(&o.Raw, 'w', "raw", "raw sockets")
	d.Add(choose("unix"), 'x', "unix", "UNIX domain sockets")
	d.Add(&o.L2CAP, '2', "l2cap", "").Hidden = true
	d.Add(&o.RFCOMM, 'f', "rfcomm", "").Hidden = true
	d.Add(&o.Listening, 'l', "listening", "servers alone")
	d.Add(&o.All, 'a', "all", "servers, too; interfaces that are down, too")
	d.Add(&o.Timers, 'o', "timers", "timers of sockets")
	d.Add(&o.Continuous, 'c', "continuous", "list again every second")
	d.Add(&o.Extend, 'e', "extend", "users and inodes of sockets; other columns of routes, all of them if given twice; blocks of interfaces")
	d.Add(&o.Programs, 'p', "programs", "the processes that have the sockets")
	d.Add(&o.Verbose, 'v', "verbose", "tell of tables that are missing, and of lines that can't be read")
	d.Add(&o.Statistics, 's', "statistics", "list the counters of protocols")
	d.Add(&o.Wide, 'W', "wide", "don't cut addresses")
	d.Add(&o.Numeric, 'n', "numeric", "numbers, not names")
	d.AddApart(&o.Hosts, "numeric-hosts", "addresses, not names of hosts")
	d.AddApart(&o.Ports, "numeric-ports", "ports, not names of services")
	d.AddApart(&o.Users, "numeric-users", "numbers, not names of users")
	d.Add(&o.Symbolic, 'N', "symbolic", "the same as -n for routes")
	d.Add(&o.Cache, 'C', "cache", "list the routing cache")
	d.Add(&o.FIB, 'F', "fib", "list the routing table (the default)")
	d.Add(&o.Groups, 'g', "groups", "multicast groups")
	d.Add(&o.Debug, 'd', "", "").Hidden = true
	d.Add(func() error { return errContext }, 'Z', "context", "").Hidden = true
	d.Add(func() error { return frame.Misused("") }, '?', "", "").Hidden = true
	d.Add(choose("inet"), '4', "", "the same as -A inet")
	d.Add(choose("inet6"), '6', "", "the same as -A inet6")
	o.Listing.Declare(d)
	return d
}

// extended tells whether sockets have users and inodes.
func (o *options) extended() bool { return o.Extend > 0 }

// scan sets the options, each when it is met. Operands mean nothing, as ever.
func (c *command) scan(args []string) error {
	if _, err := c.Scan(c.parser(), args, nil); err != nil {
		return err
	}
	return c.ChooseDialect(c.options.Dialect)
}
