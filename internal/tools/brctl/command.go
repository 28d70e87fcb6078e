// Package brctl is the classic brctl(8) of bridge-utils: it makes bridges, gives
// them ports and settings, and shows them. Settings are written to /sys where
// that has the bridge and may be written, else sent by the requests of the time
// before it.
package brctl

import (
	"strings"

	"classicnet/internal/frame"
	"classicnet/internal/host"
	"classicnet/internal/sysfs"
	"classicnet/ioctl"
	"classicnet/tool"
)

// Env is the world of the command.
type Env struct {
	tool.Env
	// Dial opens a socket. nil is a kernel without any.
	Dial func(family int) (Kernel, error)
	// ReadDir returns the names in a folder in byte order.
	ReadDir func(path string) ([]string, error)
	// WriteAttribute writes a setting to a file of /sys, which it doesn't make.
	// Its errors are *fs.PathError, with the Op "open" where nothing was written.
	WriteAttribute func(path, text string) error
}

// System is the Env of a real command.
func System() *Env {
	return &Env{Env: host.Env(), Dial: dial, ReadDir: host.ReadDir, WriteAttribute: host.WriteAttribute}
}

func dial(family int) (Kernel, error) {
	c, err := ioctl.OpenFamily(family)
	if err != nil {
		return nil, err // a nil *ioctl.Conn would be a Kernel that isn't nil
	}
	return c, nil
}

// statusFailed is that of everything that goes wrong.
const statusFailed = 1

var brctl = frame.Tool{
	Name: "brctl", Claims: "bridge-utils, 1.7", Usage: usage, Beside: true,
	Misuse: statusFailed, Failed: statusFailed, Write: statusFailed,
}

// command is one run.
type command struct {
	*frame.Run
	source
	options options
}

// Main runs the command line args, args[0] being the program's name, and
// returns the exit status.
func Main(env *Env, args []string) int {
	return brctl.Main(env.Env, args, func(r *frame.Run, args []string) error {
		c := &command{Run: r}
		c.sys = sysfs.FS{Open: r.Open, ReadDir: env.ReadDir, Write: env.WriteAttribute}
		return c.run(env.Dial, args)
	})
}

// run does what the command line asks for.
func (c *command) run(dial func(int) (Kernel, error), args []string) error {
	operands, err := c.Scan(c.declared(), args, func(err error) error {
		return misused(c.Program + ": " + err.Error() + "\nUnknown option '?'")
	})
	if err == nil {
		err = c.ChooseDialect(c.options.Dialect)
	}
	switch {
	case err != nil:
		return err
	case len(operands) == 0:
		return misused("")
	}
	v := verbByName(operands[0])
	words := operands[1:]
	switch {
	case v == nil:
		return misused("never heard of command [" + operands[0] + "]")
	case len(words) < v.words:
		return &frame.Failure{Note: "Incorrect number of arguments for command\nUsage: brctl " + v.line(), Status: statusFailed}
	}
	if c.kernel, err = dial(anyFamily); err != nil {
		return frame.Failed("can't setup bridge control: " + frame.Reason(err))
	}
	defer c.kernel.Close() //nolint:errcheck // nothing is buffered
	if v.set != nil {
		return c.set(v.set, words)
	}
	return v.run(c, words)
}

// misused is wrong use: the reason on stderr, how to use brctl on stdout.
func misused(reason string) error {
	return &frame.Failure{Message: reason, Note: strings.TrimSuffix(usage(), "\n"), Status: statusFailed}
}
