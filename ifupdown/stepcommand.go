package ifupdown

import (
	"errors"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// The steps that run something.
type (
	// Command is a line of a stanza, for a shell.
	Command struct {
		Text string
		Env  []string // KEY=VALUE, the whole environment
	}
	// Program is a command of ours: words, no shell.
	Program struct {
		Args, Env []string
	}
	// Hooks are the scripts in a folder, taken as run-parts(8) does.
	Hooks struct {
		Folder      string
		ExitOnError bool // the first that fails ends it, and fails
		Verbose     bool // tell the name of each
		Env         []string
		Done        []string // scripts whose work is done: they aren't run
	}
	// Signals go to the process whose number is in a file, if there is one.
	Signals struct {
		PidFile string
		Signals []unix.Signal
	}
	// Notice tells of something that isn't done.
	Notice struct{ Text string }
)

func (s Command) String() string { return s.Text }
func (s Program) String() string { return strings.Join(s.Args, " ") }
func (s Signals) String() string { return "end the process in " + s.PidFile }
func (s Notice) String() string  { return s.Text }

func (s Hooks) String() string {
	text := "run-parts "
	if s.ExitOnError {
		text += "--exit-on-error "
	}
	if s.Verbose {
		text += "--verbose "
	}
	return text + s.Folder
}

func (s Command) do(c *command) error {
	return Program{[]string{"/bin/sh", "-c", s.Text}, s.Env}.do(c)
}

func (s Program) do(c *command) error {
	c.Out.Flush() // what we printed comes before what it prints
	return c.env.Runner.Run(Invocation{Args: s.Args, Env: s.Env, Timeout: c.options.timeout})
}

func (s Notice) do(c *command) error {
	c.say(s.Text)
	return nil
}

func (s Hooks) do(c *command) error {
	names, err := c.env.ReadDir(s.Folder)
	if err != nil {
		return ignoreMissing(err)
	}
	slices.Sort(names)
	for _, name := range names {
		path := s.Folder + "/" + name
		if !plainName(name) || !c.env.Executable(path) {
			continue
		}
		if slices.Contains(s.Done, name) {
			s.passedOver(c, path)
			continue
		}
		if s.Verbose {
			c.say("running " + path)
		}
		err := Program{[]string{path}, s.Env}.do(c)
		switch {
		case err == nil:
		case s.ExitOnError:
			return errors.New(path + ": " + reason(err))
		default:
			c.say(path + ": " + reason(err))
		}
	}
	return nil
}

func (s Hooks) passedOver(c *command, path string) {
	if s.Verbose {
		c.say("not running " + path + ": its work is done here")
	}
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func (s Signals) do(c *command) error {
	file, err := c.Open(s.PidFile)
	if err != nil {
		return ignoreMissing(err)
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, 32))
	if err != nil {
		return err
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil || pid <= 1 {
		return errors.New("no process number in " + s.PidFile)
	}
	for _, signal := range s.Signals {
		if err := c.env.Kill(pid, signal); err != nil {
			return unless(err, unix.ESRCH)
		}
	}
	return nil
}

func itoa(n int) string { return strconv.Itoa(n) }
