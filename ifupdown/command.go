package ifupdown

import (
	"errors"
	"path"
	"strings"

	"classicnet/internal/dialect"
	"classicnet/internal/frame"
)

// mode is what a run is for; the program's name tells.
type mode int

const (
	modeUp mode = iota
	modeDown
	modeQuery
)

// The exit statuses.
const (
	statusDone   = 0
	statusFailed = 1
)

// command is one run.
type command struct {
	*frame.Run
	env     *Env
	program string // the last part of the path it was invoked by
	mode    mode
	options options
	config  *Config
	store   Store
	files   ledgers
	sockets []socket
	flavour *flavour // of the files' syntax
	missing string   // what to say if the interface being worked on isn't there
	made    record   // of the interface being worked on
	turn    turn
	came    func() string   // the signal that came, while they are caught
	ending  bool            // one came
	told    map[string]bool // interfaces whose record isn't whole, which was told
	apart   bool            // each interface is worked on by itself
	failed  bool            // something went wrong and was told

	fresh []string // bridges that this run has made
	ports []string // that are in the bridges that it was about

	climbing []string        // interfaces being worked on, each needed by the one before it
	done     map[string]bool // interfaces that need no more work: shown with -n, or taken down
	shown    []string        // interfaces that -n showed as what others stand on
	needies  needies

	folders map[string][]string // the names in folders of scripts, since a program was run last
}

// programs are the names of the commands.
var programs = [...]struct {
	name string
	mode mode
}{{"ifup", modeUp}, {"ifdown", modeDown}, {"ifquery", modeQuery}}

// Main runs the command line args, args[0] being the program's path whose last
// part says which of the three is meant, and returns the exit status: 0, or 1
// if anything failed. A nil Env is the zero one.
func Main(env *Env, args []string) int {
	if env == nil {
		env = new(Env)
	}
	t := frame.Tool{Write: statusFailed}
	if len(args) > 0 {
		t.Name = path.Base(args[0])
	}
	whole := env.complete()
	return t.Main(env.Env, args, func(r *frame.Run, args []string) error {
		c := &command{Run: r, env: &whole, program: r.Name, done: map[string]bool{}}
		return frame.Status(c.main(args))
	})
}

// main is a run from the options on.
func (c *command) main(args []string) int {
	err := c.run(args)
	c.close()
	if err != nil {
		c.fail(err)
	}
	if _, usage := errors.AsType[usageError](err); usage {
		c.Out.Errorf("%s: --help tells more\n", c.program)
	}
	if c.failed {
		return statusFailed
	}
	return statusDone
}

// fail tells of something that went wrong, a line for each error of a join.
func (c *command) fail(err error) {
	c.failed = true
	if list, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range list.Unwrap() {
			c.fail(e)
		}
		return
	}
	c.say(reason(err))
}

// say writes a line to stderr, and never more than one.
func (c *command) say(text string) {
	c.Out.Errorf("%s: %s\n", c.program, strings.ReplaceAll(text, "\n", " "))
}

var errProgram = errors.New("the command is called ifup, ifdown or ifquery")

func (c *command) run(args []string) error {
	for _, p := range programs {
		if p.name == c.program {
			c.mode = p.mode
			return c.act(args)
		}
	}
	return errProgram
}

// act does what the command line asks for.
func (c *command) act(args []string) error {
	operands, err := c.scan(args)
	switch {
	case err != nil:
		return err
	case c.options.Help:
		return c.help()
	case c.options.Version:
		return c.version()
	}
	if c.options.Dialect == "list" {
		_, err := c.Out.WriteString(dialect.ListStanzas())
		return err
	}
	c.store = c.openStore()
	c.files = newLedgers(c.store)
	if err := c.read(); err != nil {
		return err
	}
	switch c.mode {
	case modeUp:
		return c.up(operands)
	case modeDown:
		return c.down(operands)
	}
	return c.query(operands)
}
