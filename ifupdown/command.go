package ifupdown

import (
	"errors"
	"path"
	"strings"

	"classicnet/internal/out"
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
	env     *Env
	out     *out.Streams
	program string
	mode    mode
	options options
	config  *Config
	store   Store
	sockets []socket
	missing string // what to say if the interface being worked on isn't there
	failed  bool   // something went wrong and was told
}

// programs are the names of the commands.
var programs = [...]struct {
	name string
	mode mode
}{{"ifup", modeUp}, {"ifdown", modeDown}, {"ifquery", modeQuery}}

// Main runs the command line args, args[0] being the program's path whose last
// part says which of the three is meant, and returns the exit status: 0, or 1
// if anything failed.
func Main(env *Env, args []string) int {
	c := &command{env: env, out: out.New(env.Stdout, env.Stderr, env.Terminal)}
	if len(args) > 0 {
		c.program = path.Base(args[0])
	}
	err := c.run(args)
	c.close()
	if err != nil {
		c.fail(err)
	}
	if usage := usageError(""); errors.As(err, &usage) {
		c.out.Errorf("%s: --help tells more\n", c.program)
	}
	if err := c.out.Close(); err != nil {
		c.fail(err)
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
	c.out.Errorf("%s: %s\n", c.program, strings.ReplaceAll(text, "\n", " "))
}

var errProgram = errors.New("the command is called ifup, ifdown or ifquery")

func (c *command) run(args []string) error {
	for _, p := range programs {
		if p.name == c.program {
			c.mode = p.mode
			return c.act(args[1:])
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
	c.store = c.openStore()
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
