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
	// shellLine is a line of a stanza, for a shell.
	shellLine struct {
		Text string
		Env  []string // KEY=VALUE, the whole environment
	}
	// program is a command of ours: words, no shell.
	program struct {
		Args, Env []string
	}
	// hooks are the scripts in a folder, taken as run-parts(8) does.
	hooks struct {
		Folder      string
		ExitOnError bool            // the first that fails ends it, and fails
		Verbose     bool            // tell the name of each
		Env         func() []string // most folders have none to run
		Done        []string        // scripts whose work is done: they aren't run
	}
	// signals go to the process whose number is in a file, if there is one.
	signals struct {
		PidFile string
		Signals []unix.Signal
	}
	// notice tells of something that isn't done.
	notice struct{ Text string }
)

func (s shellLine) String() string { return s.Text }
func (s program) String() string   { return strings.Join(s.Args, " ") }
func (s signals) String() string   { return "end the process in " + s.PidFile }
func (s notice) String() string    { return s.Text }

func (s hooks) String() string {
	text := "run-parts "
	if s.ExitOnError {
		text += "--exit-on-error "
	}
	if s.Verbose {
		text += "--verbose "
	}
	return text + s.Folder
}

func (s shellLine) do(c *command) error {
	c.watch(s.Text, s.Env)
	return program{[]string{"/bin/sh", "-c", s.Text}, s.Env}.do(c)
}

func (s program) do(c *command) error {
	c.Out.Flush() // what we printed comes before what it prints
	return c.invoke(Invocation{Args: s.Args, Env: s.Env, Timeout: c.options.timeout})
}

// invoke runs a program. What it does to the folders of scripts isn't known.
func (c *command) invoke(i Invocation) error {
	c.folders = nil
	return c.env.Runner.Run(i)
}

// scriptsIn returns the names in a folder of scripts, sorted.
func (c *command) scriptsIn(folder string) ([]string, error) {
	if names, known := c.folders[folder]; known {
		return names, nil
	}
	names, err := c.env.ReadDir(folder)
	if err := ignoreMissing(err); err != nil {
		return nil, err
	}
	slices.SortStableFunc(names, strings.Compare)
	if c.folders == nil {
		c.folders = map[string][]string{}
	}
	c.folders[folder] = names
	return names, nil
}

func (s notice) do(c *command) error {
	c.say(s.Text)
	return nil
}

func (s hooks) do(c *command) error {
	names, err := c.scriptsIn(s.Folder)
	if err != nil {
		return err
	}
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
		env := s.Env()
		c.watch("", env)
		err := program{[]string{path}, env}.do(c)
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

func (s hooks) passedOver(c *command, path string) {
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

func (s signals) do(c *command) error {
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
