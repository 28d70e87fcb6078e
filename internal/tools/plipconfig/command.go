// Package plipconfig is net-tools' plipconfig(8): it shows and sets the times of a
// parallel line.
package plipconfig

import (
	"strconv"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/internal/cnum"
	"classicnet/internal/frame"
	"classicnet/internal/host"
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

// Kernel is what plipconfig asks of a socket; *ioctl.Conn is one.
type Kernel interface {
	PLIP(name string) (ioctl.PLIP, error)
	SetPLIP(name string, times ioctl.PLIP) error
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
	statusWrite  = 1
	statusUsage  = 3
	statusFailed = 255
)

var plipconfig = frame.Tool{
	Name: "plipconfig", Claims: version.NetTools210, Usage: usage,
	Misuse: statusUsage, Failed: statusFailed, Write: statusWrite,
}

// option is a first word in place of an interface, always in full.
type option struct {
	word, about string
	is          func() error
}

var options = [...]option{
	{"-h", "print this", help},
	{"--help", "print this", help},
	{"-V", "print the version", release},
	{"--version", "print the version", release},
}

func help() error    { return frame.ErrHelp }
func release() error { return frame.ErrVersion }

// keyword is a time that can be set.
type keyword struct {
	word, about string
	of          func(*ioctl.PLIP) *uint64
}

var keywords = [...]keyword{
	{"nibble", "how long to wait for half a byte, in microseconds", func(p *ioctl.PLIP) *uint64 { return &p.Nibble }},
	{"trigger", "how long to wait for an answer, in microseconds", func(p *ioctl.PLIP) *uint64 { return &p.Trigger }},
}

func usage() string {
	text := "Usage: plipconfig IF [nibble N] [trigger N]...\n\n"
	for _, k := range keywords {
		text += "  " + k.word + " N" + strings.Repeat(" ", 12-len(k.word)) + k.about + "\n"
	}
	for _, o := range options {
		text += "  " + o.word + strings.Repeat(" ", 14-len(o.word)) + o.about + "\n"
	}
	return text
}

// Main runs the command line args, args[0] being the program's name, and
// returns the exit status.
func Main(env *Env, args []string) int {
	return plipconfig.Main(env.Env, args, func(r *frame.Run, args []string) error {
		return run(r, env.Dial, args)
	})
}

func run(r *frame.Run, dial func(int) (Kernel, error), args []string) error {
	name, err := first(args)
	if err != nil {
		return err
	}
	k, err := dial(unix.AF_INET)
	if err != nil {
		return frame.Refused("socket", err)
	}
	defer k.Close() //nolint:errcheck // nothing is buffered
	times, err := k.PLIP(name[:min(len(name), room)])
	if err != nil {
		return frame.Refused("ioctl", err)
	}
	if err := set(k, name, &times, args[1:]); err != nil {
		return err
	}
	r.Out.WriteString(name + "\tnibble " + number(times.Nibble) + "  trigger " + number(times.Trigger) + "\n") //nolint:errcheck // Close tells
	return nil
}

// room is what the kernel takes of a name.
const room = unix.IFNAMSIZ - 1

// first is the interface, or what an option in its place asks for.
func first(args []string) (string, error) {
	if len(args) == 0 {
		return "", frame.Misused("")
	}
	for _, o := range options {
		if o.word == args[0] {
			return "", o.is()
		}
	}
	if strings.HasPrefix(args[0], "-") {
		return "", frame.Misused("")
	}
	return args[0], nil
}

// set changes the times that the words name, all at once. A device that has none
// is told before wrong words are, as ever.
func set(k Kernel, name string, times *ioctl.PLIP, words []string) error {
	if len(words) == 0 {
		return nil
	}
	for ; len(words) > 0; words = words[2:] {
		field := fieldOf(words[0], times)
		if field == nil || len(words) < 2 {
			return frame.Misused("")
		}
		v, rest := cnum.StrtoulBase(words[1], 10)
		if rest != "" || words[1] == "" {
			return frame.Misused("")
		}
		*field = v
	}
	if err := k.SetPLIP(name[:min(len(name), room)], *times); err != nil {
		return frame.Refused("ioctl", err)
	}
	return nil
}

func fieldOf(word string, times *ioctl.PLIP) *uint64 {
	for _, k := range keywords {
		if k.word == word {
			return k.of(times)
		}
	}
	return nil
}

func number(v uint64) string { return strconv.FormatUint(v, 10) }
