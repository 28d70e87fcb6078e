package ifupdown

import (
	"errors"
	"strings"
	"time"

	"github.com/jessevdk/go-flags"
)

// options are those of all three commands. Those that a command doesn't list
// in its help are taken all the same, as the original does.
type options struct {
	Help         bool               `short:"h" long:"help" description:"print this"`
	Version      bool               `short:"V" long:"version" description:"print the version"`
	All          bool               `short:"a" long:"all" description:"all interfaces of class auto, or of --allow; for ifdown all that are up"`
	Allow        string             `long:"allow" value-name:"CLASS" description:"only interfaces listed in allow-CLASS lines"`
	Interfaces   string             `short:"i" long:"interfaces" value-name:"FILE" description:"read FILE in place of /etc/network/interfaces"`
	StateDir     string             `long:"state-dir" value-name:"DIR" description:"keep the state in DIR in place of /run/network"`
	Exclude      []string           `short:"X" long:"exclude" value-name:"PATTERN" description:"leave out interfaces that match PATTERN"`
	NoAct        bool               `short:"n" long:"no-act" description:"print what would be done and don't do it (mapping scripts run)"`
	Verbose      bool               `short:"v" long:"verbose" description:"print what is done"`
	Set          func(string) error `short:"o" long:"option" value-name:"OPTION=VALUE" description:"as if OPTION stood with VALUE in each stanza"`
	NoMappings   bool               `long:"no-mappings" description:"run no mapping scripts"`
	NoScripts    bool               `long:"no-scripts" description:"run no scripts of the if-*.d folders"`
	NoLoopback   bool               `long:"no-loopback" description:"do not add lo to class auto"`
	Force        bool               `short:"f" long:"force" description:"whatever the state says"`
	IgnoreErrors bool               `long:"ignore-errors" description:"go on behind what fails"`
	List         bool               `short:"l" long:"list" description:"list the interfaces that are meant (ifquery)"`
	State        bool               `long:"state" description:"list what is up (ifquery)"`
	JSON         bool               `long:"json" exact:"yes" description:"print JSON (ifquery)"`
	Auto         bool               `long:"auto" exact:"yes" description:"the same as --all"`
	ListToo      bool               `short:"L" description:"the same as --list (ifquery)"`
	Running      bool               `short:"r" long:"running" exact:"yes" description:"list the names of what is up (ifquery)"`
	StateFile    string             `short:"S" long:"state-file" exact:"yes" value-name:"FILE" description:"keep the state in FILE, and beside it"`
	Timeout      func(string) error `short:"T" long:"timeout" exact:"yes" value-name:"SECONDS" description:"end a command that takes longer"`
	Dialect      string             `long:"dialect" exact:"yes" value-name:"NAME" description:"whose syntax files have: ifupdown-ng, ifupdown2; list shows them"`
	ReadEnviron  bool               `long:"read-environment" description:"heed VERBOSE, EXCLUDE_INTERFACES and CONFIGURE_INTERFACES"`

	override []Option
	timeout  time.Duration // 0 for none
}

const (
	defaultInterfaces = "/etc/network/interfaces"
	defaultStateDir   = "/run/network"
)

// maxTimeout is the longest time that a command may be given, in seconds.
const maxTimeout = 1<<31 - 1

var (
	errNoEquals = errors.New("-o wants OPTION=VALUE")
	errTimeout  = errors.New("-T wants a number of seconds")
)

// parser declares the options; they are stored in o as they are set.
func (o *options) parser(program string) (*flags.Parser, error) {
	o.Interfaces, o.StateDir = defaultInterfaces, defaultStateDir
	o.Set = func(text string) error {
		name, value, ok := strings.Cut(text, "=")
		if !ok {
			return errNoEquals
		}
		o.override = append(o.override, Option{Name: canonical(name), Value: value})
		return nil
	}
	o.Timeout = func(text string) error {
		seconds, ok := parseNumber(text, maxTimeout)
		if !ok {
			return errTimeout
		}
		o.timeout = time.Duration(seconds) * time.Second
		return nil
	}
	p := flags.NewNamedParser(program, flags.None)
	_, err := p.AddGroup("Options", "", o)
	return p, err
}

// scan sets the options and returns the operands.
func (c *command) scan(args []string) (operands []string, err error) {
	parser, err := c.options.parser(c.program)
	if err != nil {
		return nil, err
	}
	operands, err = c.Scan(parser, args, func(bad error) error { return usageError(bad.Error()) })
	if err != nil {
		return nil, usageError(err.Error())
	}
	c.options.All = c.options.All || c.options.Auto
	c.options.List = c.options.List || c.options.ListToo
	if c.options.ReadEnviron {
		c.options.readEnviron(c.Getenv)
	}
	return operands, c.check(operands)
}

// readEnviron takes options from the variables of Debian's
// /etc/default/networking, whose services give --read-environment.
func (o *options) readEnviron(getenv func(string) string) {
	o.Verbose = o.Verbose || getenv("VERBOSE") == "yes"
	o.NoAct = o.NoAct || getenv("CONFIGURE_INTERFACES") == "no"
	o.Exclude = append(o.Exclude, strings.Fields(getenv("EXCLUDE_INTERFACES"))...)
}

// check refuses what can't be meant together.
func (c *command) check(operands []string) error {
	o := &c.options
	switch {
	case o.Help || o.Version || o.Dialect == "list":
		return nil
	case o.All && len(operands) > 0:
		return usageError("either --all or interfaces, not both")
	case c.mode == modeQuery && o.All && !o.lists():
		return usageError("--all goes with --list or --state")
	case len(operands) == 0 && !o.All && !(c.mode == modeQuery && o.lists()):
		return usageError("no interface given")
	}
	return nil
}

// lists tells whether ifquery lists names, so that it needs none.
func (o *options) lists() bool { return o.List || o.State || o.Running }

// usageError is a command line that makes no sense.
type usageError string

func (e usageError) Error() string { return string(e) }
