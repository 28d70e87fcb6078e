package ifupdown

import (
	"cmp"
	"errors"
	"strings"
	"time"

	"classicnet/internal/getopt"
)

// options are those of all three commands. Those that a command doesn't list
// in its help are taken all the same, as the original does.
type options struct {
	Help         bool
	Version      bool
	All          bool
	Allow        string
	Interfaces   string
	StateDir     string
	Exclude      []string
	NoAct        bool
	Verbose      bool
	NoMappings   bool
	NoScripts    bool
	NoLoopback   bool
	Force        bool
	IgnoreErrors bool
	List         bool
	State        bool
	JSON         bool
	Auto         bool
	Running      bool
	StateFile    string
	Dialect      string
	ReadEnviron  bool
	ng           ngOptions

	override []Option
	timeout  time.Duration // 0 for none
}

const (
	defaultInterfaces = "/etc/network/interfaces"
	defaultStateDir   = "/run/network"
)

// noClass is the class of --allow=, which no line of a file lists.
const noClass = " "

// maxTimeout is the longest time that a command may be given, in seconds.
const maxTimeout = 1<<31 - 1

var (
	errNoEquals = errors.New("-o wants OPTION=VALUE")
	errTimeout  = errors.New("-T wants a number of seconds")
)

// parser declares the options; they are stored in o as they are set.
func (o *options) parser() *getopt.Declaration {
	o.Interfaces, o.StateDir = defaultInterfaces, defaultStateDir
	d := new(getopt.Declaration)
	d.Add(&o.Help, 'h', "help", "print this")
	d.Add(&o.Version, 'V', "version", "print the version")
	d.Add(&o.All, 'a', "all", "all interfaces of class auto, or of --allow; for ifdown all that are up")
	d.Add(func(class string) { o.Allow = cmp.Or(class, noClass) }, 0, "allow", "only interfaces listed in allow-CLASS lines").ValueName = "CLASS"
	d.Add(&o.Interfaces, 'i', "interfaces", "read FILE in place of /etc/network/interfaces").ValueName = "FILE"
	d.Add(&o.StateDir, 0, "state-dir", "keep the state in DIR in place of /run/network").ValueName = "DIR"
	d.Add(&o.Exclude, 'X', "exclude", "leave out interfaces that match PATTERN").ValueName = "PATTERN"
	d.Add(&o.NoAct, 'n', "no-act", "print what would be done and don't do it (mapping scripts run)")
	d.Add(&o.Verbose, 'v', "verbose", "print what is done")
	d.Add(o.set, 'o', "option", "as if OPTION stood with VALUE in each stanza").ValueName = "OPTION=VALUE"
	d.Add(&o.NoMappings, 0, "no-mappings", "run no mapping scripts")
	d.Add(&o.NoScripts, 0, "no-scripts", "run no scripts of the if-*.d folders")
	d.Add(&o.NoLoopback, 0, "no-loopback", "do not add lo to class auto")
	d.Add(&o.Force, 'f', "force", "whatever the state says")
	d.Add(&o.IgnoreErrors, 0, "ignore-errors", "go on behind what fails")
	d.Add(&o.List, 'l', "list", "list the interfaces that are meant (ifquery)")
	d.Add(&o.State, 0, "state", "list what is up (ifquery)")
	d.AddExact(&o.JSON, 0, "json", "print JSON (ifquery)")
	d.AddExact(&o.NoAct, 0, "no-act-commands", "the same as --no-act")
	d.AddExact(&o.Dialect, 0, "dialect", "whose syntax files have: ifupdown-ng, ifupdown2; list shows them").ValueName = "NAME"
	d.Add(&o.ReadEnviron, 0, "read-environment", "heed VERBOSE, EXCLUDE_INTERFACES and CONFIGURE_INTERFACES")
	o.declareNG(d)
	return d
}

func (o *options) set(text string) error {
	name, value, ok := strings.Cut(text, "=")
	if !ok {
		return errNoEquals
	}
	if value != "" { // else the file's stands
		o.override = append(o.override, Option{Name: canonical(name), Value: value})
	}
	return nil
}

func (o *options) limit(text string) error {
	seconds, ok := parseNumber(text, maxTimeout)
	if !ok {
		return errTimeout
	}
	o.timeout = time.Duration(seconds) * time.Second
	return nil
}

// scan sets the options and returns the operands.
func (c *command) scan(args []string) (operands []string, err error) {
	operands, err = c.Scan(c.options.parser(), args, func(bad error) error { return usageError(bad.Error()) })
	if err != nil {
		return nil, usageError(err.Error())
	}
	c.options.All = c.options.All || c.options.Auto
	c.options.fromNG()
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
	case c.mode != modeQuery && o.lists():
		return usageError("listing is ifquery's")
	case o.All && len(operands) > 0:
		return usageError("either --all or interfaces, not both")
	case c.mode == modeQuery && o.All && !o.lists() && !c.showsAll():
		return usageError("--all goes with --list or --state")
	case len(operands) == 0 && !o.All && !(c.mode == modeQuery && o.lists()):
		return usageError("no interface given")
	}
	return nil
}

// showsAll tells whether ifquery -a shows stanzas, as that of ifupdown2 does.
func (c *command) showsAll() bool {
	s, _ := c.syntax() // what is wrong with it is told when the file is read
	return s == SyntaxIfupdown2
}

// lists tells whether ifquery lists names, so that it needs none.
func (o *options) lists() bool { return o.List || o.State || o.Running }

// usageError is a command line that makes no sense.
type usageError string

func (e usageError) Error() string { return string(e) }
