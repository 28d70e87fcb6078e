package ifupdown

import (
	"bytes"
	"errors"
	"strings"
)

// resolve finds the logical interface of a target by the mappings: each that
// matches the name as it is by then may change it.
func (c *command) resolve(t target) (target, error) {
	if c.options.NoMappings {
		return t, nil
	}
	for i := range c.config.Mappings {
		m := &c.config.Mappings[i]
		if !m.Matches(t.logical) {
			continue
		}
		c.verbose("mapping " + t.logical + " by " + m.Script)
		logical, err := c.ask(m, t.logical)
		if err != nil {
			return t, &Error{m.Pos, "mapping script " + m.Script + " on " + t.logical + ": " + reason(err)}
		}
		t.logical = logical
	}
	return t, nil
}

var errNoOutput = errors.New("no output")

// ask runs a mapping's script and returns the first line that it prints.
func (c *command) ask(m *Mapping, logical string) (string, error) {
	var input strings.Builder
	for _, line := range m.Input {
		input.WriteString(line + "\n")
	}
	output := &limited{left: maxVariable}
	err := c.invoke(Invocation{
		Args:   []string{m.Script, logical},
		Dir:    "/",
		Env:    c.env.Environ(),
		Stdin:  strings.NewReader(input.String()),
		Stdout: output,

		Timeout: c.options.timeout,
	})
	if err != nil {
		return "", err
	}
	line, _, _ := strings.Cut(output.String(), "\n")
	if line == "" {
		return "", errNoOutput
	}
	return line, nil
}

// limited keeps the first bytes written to it.
type limited struct {
	bytes.Buffer
	left int
}

func (l *limited) Write(p []byte) (int, error) {
	n := min(len(p), l.left)
	l.left -= n
	l.Buffer.Write(p[:n])
	return len(p), nil
}

// verbose writes a line to stderr if -v is given.
func (c *command) verbose(text string) {
	if c.options.Verbose {
		c.say(text)
	}
}
