// Package nameif is the classic nameif(8): it gives interfaces the names that the
// command line or a file has for their hardware addresses.
package nameif

import (
	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
	"classicnet/internal/getopt"
	"classicnet/internal/host"
	"classicnet/internal/syslog"
	"classicnet/ioctl"
	"classicnet/tool"
)

// Env is the world of the command.
type Env struct {
	tool.Env
	// Dial opens a socket of an address family, always unix.AF_INET. nil is a
	// kernel without any.
	Dial func(family int) (Kernel, error)
	// Log sends a message to the machine's log. nil is a machine without one.
	Log func(text string)
}

// Kernel is what nameif asks of a socket; *ioctl.Conn is one.
type Kernel interface {
	HardwareAddr(name string) (ioctl.HardwareAddr, error)
	Rename(name, to string) error
	Close() error
}

// System is the Env of a real command.
func System() *Env { return &Env{Env: host.Env(), Dial: dial, Log: log} }

func dial(family int) (Kernel, error) {
	c, err := ioctl.OpenFamily(family)
	if err != nil {
		return nil, err // a nil *ioctl.Conn would be a Kernel that isn't nil
	}
	return c, nil
}

func log(text string) { syslog.Send(syslog.LocalError, "nameif", text) }

// The exit statuses. Wrong use is none of them: it ends with 0, as ever.
const (
	statusOK     = 0
	statusFailed = 1
)

var nameif = frame.Tool{Name: "nameif", Usage: usage, Misuse: statusOK, Failed: statusFailed, Write: statusFailed}

type options struct {
	Syslog bool

	config *string
}

// command is one run.
type command struct {
	*frame.Run
	env     *Env
	options options
	first   int // the place of the first operand behind the options
}

// Main runs the command line args, args[0] being the program's name, and
// returns the exit status.
func Main(env *Env, args []string) int {
	return nameif.Main(env.Env, args, func(r *frame.Run, args []string) error {
		c := &command{Run: r, env: env}
		words, err := c.Scan(c.parser(), args, nil)
		if err != nil {
			return err
		}
		c.first = 1 + len(args) - len(words)
		return c.tell(c.run(words))
	})
}

func (c *command) parser() *getopt.Declaration {
	o := &c.options
	d := new(getopt.Declaration)
	d.Add(func(path string) { o.config = &path }, 'c', "config-file", "read this file, not /etc/mactab").ValueName = "FILE"
	d.Add(&o.Syslog, 's', "syslog", "send messages to the machine's log")
	d.Add(frame.AskHelp, 'h', "help", "print this")
	return d
}

func usage() string {
	return frame.Help("Usage: nameif [-s] [-c FILE] [NAME MAC]...\n\n", new(command).parser())
}

// tell sends the message of a failure to the log with -s.
func (c *command) tell(err error) error {
	message, failed := err.(frame.Failed)
	if !failed || !c.options.Syslog {
		return err
	}
	c.warn(string(message))
	return frame.Status(statusFailed)
}

// warn says what doesn't end the command.
func (c *command) warn(message string) {
	switch {
	case !c.options.Syslog:
		c.Out.Errorf("%s\n", message)
	case c.env.Log != nil:
		c.env.Log(message)
	}
}

// run reads all that is asked for before anything is renamed.
func (c *command) run(words []string) error {
	if len(words)%2 != 0 {
		return frame.Misused("")
	}
	wanted, err := c.ofWords(words)
	if err != nil {
		return err
	}
	if len(words) == 0 || c.options.config != nil {
		if wanted, err = c.ofFile(wanted); err != nil {
			return err
		}
	}
	k, err := c.env.Dial(unix.AF_INET)
	if err != nil {
		return frame.Refused("socket", err)
	}
	defer k.Close() //nolint:errcheck // nothing is buffered
	return c.renameAll(k, wanted)
}
