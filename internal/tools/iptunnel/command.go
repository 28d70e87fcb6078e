// Package iptunnel is net-tools' iptunnel(8): it lists, makes, changes and deletes
// tunnels of IP packets over IPv4.
package iptunnel

import (
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
	"classicnet/internal/host"
	"classicnet/internal/tools/dashwords"
	"classicnet/internal/version"
	"classicnet/ioctl"
	"classicnet/tool"
)

// Env is the world of the command.
type Env struct {
	tool.Env
	// Dial opens a socket of an address family, always unix.AF_INET. nil is a
	// kernel without any.
	Dial func(family int) (Kernel, error)
}

// Kernel is what iptunnel asks of a socket; *ioctl.Conn is one.
type Kernel interface {
	Index(name string) (int, error)
	Name(index int) (string, error)
	HardwareAddr(name string) (ioctl.HardwareAddr, error)
	Tunnel(device string, like ioctl.Tunnel) (ioctl.Tunnel, error)
	AddTunnel(device string, t ioctl.Tunnel) error
	ChangeTunnel(device string, t ioctl.Tunnel) error
	DelTunnel(device string, t ioctl.Tunnel) error
	Close() error
}

// System is the Env of a real command.
func System() *Env { return &Env{Env: host.Env(), Dial: dial} }

func dial(family int) (Kernel, error) {
	c, err := ioctl.OpenFamily(family)
	if err != nil {
		return nil, err // a nil *ioctl.Conn would be a Kernel that isn't nil
	}
	return c, nil
}

// The exit statuses.
const (
	statusAddress = 1 // no IPv4 address, or a failed write
	statusUsage   = 3
	statusFailed  = 255
)

var iptunnel = frame.Tool{
	Name: "iptunnel", Claims: version.NetTools210, Usage: usage,
	Misuse: statusUsage, Failed: statusFailed, Write: statusAddress,
}

// command is one run.
type command struct {
	*frame.Run
	k       Kernel
	options dashwords.Options
}

// Main runs the command line args, args[0] being the program's name, and
// returns the exit status.
func Main(env *Env, args []string) int {
	return iptunnel.Main(env.Env, args, func(r *frame.Run, args []string) error {
		return (&command{Run: r}).run(env.Dial, args)
	})
}

// verb is a command. A word that it starts with stands for it.
type verb struct {
	name, about string
	act         func(*command, *request) error
}

// verbs are tried in this order.
var verbs = [...]verb{
	{"add", "make a tunnel", (*command).add},
	{"change", "change one", (*command).change},
	{"del", "delete one", (*command).remove},
	{"show", "list tunnels", (*command).show},
	{"list", "list tunnels", (*command).show},
	{"lst", "list tunnels", (*command).show},
}

func (c *command) run(dial func(int) (Kernel, error), args []string) (err error) {
	if c.options, args, err = dashwords.Scan(args); err != nil {
		return err
	}
	v, words := command0(args)
	if v == nil {
		return frame.Misused("")
	}
	r, err := parse(words, nothing())
	if err != nil {
		return err
	}
	if c.k, err = dial(unix.AF_INET); err != nil {
		return frame.Refused("socket", err)
	}
	defer c.k.Close() //nolint:errcheck // nothing is buffered
	if err := r.complete(c.k); err != nil {
		return err
	}
	return v.act(c, r)
}

// command0 is the command of a line; without one it is show.
func command0(args []string) (*verb, []string) {
	if len(args) == 0 {
		args = []string{"show"}
	}
	for i := range verbs {
		if strings.HasPrefix(verbs[i].name, args[0]) {
			return &verbs[i], args[1:]
		}
	}
	return nil, nil
}

func usage() string {
	text := "Usage: iptunnel [OPTION]... [COMMAND] [NAME] [WORD]...\n\nCOMMAND, cut to any length:\n"
	for _, v := range verbs {
		text += "  " + v.name + strings.Repeat(" ", 8-len(v.name)) + v.about + "\n"
	}
	text += "\nWORD is one of"
	for _, k := range keywords {
		text += " [" + strings.TrimRight(k.word+" "+k.value, " ") + "]"
	}
	return text + "\n" + dashwords.Usage()
}
