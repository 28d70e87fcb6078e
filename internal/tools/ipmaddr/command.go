// Package ipmaddr is net-tools' ipmaddr(8): it lists the groups that interfaces
// listen to and joins and leaves those of the link layer.
package ipmaddr

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

// Kernel is what ipmaddr asks of a socket; *ioctl.Conn is one.
type Kernel interface {
	AddMulticast(name string, group [14]byte) error
	DelMulticast(name string, group [14]byte) error
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
	statusFailed = 1
	statusUsage  = 3
)

var ipmaddr = frame.Tool{
	Name: "ipmaddr", Claims: version.NetTools210, Usage: usage,
	Misuse: statusUsage, Failed: statusFailed, Write: statusFailed,
}

// command is one run.
type command struct {
	*frame.Run
	dial    func(family int) (Kernel, error)
	options dashwords.Options
}

// Main runs the command line args, args[0] being the program's name, and
// returns the exit status.
func Main(env *Env, args []string) int {
	return ipmaddr.Main(env.Env, args, func(r *frame.Run, args []string) error {
		c := &command{Run: r, dial: env.Dial}
		return c.run(args)
	})
}

// verb is a command. A word that it starts with stands for it.
type verb struct {
	name, usage, about string
	act                func(*command, []string) error
}

// verbs are tried in this order.
var verbs = [...]verb{
	{"add", "GROUP dev NAME", "join a group of the link layer", (*command).add},
	{"delete", "GROUP dev NAME", "leave one", (*command).remove},
	{"show", "[link|ipv4|ipv6|all] [[dev] NAME]", "list the groups", (*command).show},
	{"list", "", "show", (*command).show},
	{"lst", "", "show", (*command).show},
}

func (c *command) run(args []string) (err error) {
	if c.options, args, err = dashwords.Scan(args); err != nil {
		return err
	}
	if len(args) == 0 {
		return c.show(nil)
	}
	for i := range verbs {
		if strings.HasPrefix(verbs[i].name, args[0]) {
			return verbs[i].act(c, args[1:])
		}
	}
	return frame.Misused("")
}

func usage() string {
	return "Usage: ipmaddr [OPTION]... [show] [link|ipv4|ipv6|all] [[dev] NAME]\n" +
		"       ipmaddr [OPTION]... add|delete GROUP dev NAME\n" + dashwords.Usage()
}

func (c *command) add(words []string) error    { return c.change(words, Kernel.AddMulticast) }
func (c *command) remove(words []string) error { return c.change(words, Kernel.DelMulticast) }

// change joins or leaves a group.
func (c *command) change(words []string, act func(Kernel, string, [14]byte) error) error {
	name, group, err := changed(words)
	if err != nil {
		return err
	}
	k, err := c.dial(unix.AF_INET)
	if err != nil {
		return frame.Refused("socket", err)
	}
	defer k.Close() //nolint:errcheck // nothing is buffered
	if err := act(k, name[:min(len(name), room)], group); err != nil {
		return frame.Refused("ioctl", err)
	}
	return nil
}

// room is what the kernel takes of a name.
const room = unix.IFNAMSIZ - 1

const dev = "dev"

// changed reads a group and an interface, in any order. No group is that of all
// zeros.
func changed(words []string) (name string, group [14]byte, err error) {
	groups := 0
	for len(words) > 0 {
		word := words[0]
		words = words[1:]
		if word == dev {
			if len(words) == 0 || words[0] == "" || name != "" {
				return "", group, frame.Misused("")
			}
			name, words = words[0], words[1:]
			continue
		}
		var ok bool
		if group, ok = parseGroup(word); !ok || groups > 0 {
			return "", group, frame.Misused("")
		}
		groups++
	}
	if name == "" {
		return "", group, frame.Misused("")
	}
	return name, group, nil
}
