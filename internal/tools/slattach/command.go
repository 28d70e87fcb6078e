// Package slattach is net-tools' slattach(8): it makes a network interface of a
// serial line, by the kernel's SLIP, and keeps it until a signal or a hang-up.
package slattach

import (
	"time"

	"golang.org/x/sys/unix"

	"classicnet/internal/cnum"
	"classicnet/internal/frame"
	"classicnet/internal/getopt"
	"classicnet/internal/version"
	"classicnet/tool"
)

// Env is the world of the command.
type Env struct {
	tool.Env
	// OpenLine opens a terminal by its path, "-" being standard input. nil is a
	// machine without any.
	OpenLine func(path string) (Line, error)
	// Locks are the locks of lines. nil is a machine without them.
	Locks Locks
	// Wait lets time pass, and tells whether a signal ended that. nil is a signal.
	Wait func(time.Duration) (ended bool)
	// Command runs a shell command. nil runs none.
	Command func(text string)
}

// Line is a terminal; *ioctl.TTY is one.
type Line interface {
	Settings() (unix.Termios, error)
	SetSettings(unix.Termios) error
	Discipline() (int, error)
	SetDiscipline(int) error
	SetEncapsulation(int) error
	SetKeepalive(seconds int) error
	SetOutfill(seconds int) error
	Interface() (string, error)
	Carrier() (bool, error)
	Slave() (string, error)
	SetMode(uint32) error
	Descriptor() int
	Close() error
}

// The exit statuses.
const (
	statusFailed = 1
	statusLine   = 3 // wrong use, too
)

var slattach = frame.Tool{
	Name: "slattach", Claims: version.NetTools210, Usage: usage,
	Misuse: statusLine, Failed: statusFailed, Write: statusFailed,
}

type options struct {
	Command   string
	Debug     bool
	Exit      bool
	Hangup    bool
	Keepalive string
	Lock      bool
	Local     bool
	Asis      bool
	NoMesg    bool
	Outfill   string
	Protocol  string
	Quiet     bool
	Speed     string
	Verbose   bool
}

// command is one run.
type command struct {
	*frame.Run
	env     *Env
	options options

	path    string // of the line
	line    Line
	slave   string // the other end of a pseudo-terminal
	saved   unix.Termios
	touched bool // the settings aren't the saved ones
	was     int  // the discipline
	locked  string
}

// Main runs the command line args, args[0] being the program's name, and
// returns the exit status.
func Main(env *Env, args []string) int {
	return slattach.Main(env.Env, args, func(r *frame.Run, args []string) error {
		c := &command{Run: r, env: env}
		words, err := c.Scan(c.parser(), args, func(error) error { return frame.Misused("") })
		switch {
		case err != nil:
			return err
		case len(words) != 1:
			return frame.Misused("")
		}
		return c.run(words[0])
	})
}

func (c *command) parser() *getopt.Declaration {
	o := &c.options
	o.Protocol = "cslip"
	d := new(getopt.Declaration)
	d.Add(&o.Command, 'c', "", "run this when the line was hung up").ValueName = "COMMAND"
	d.Add(&o.Debug, 'd', "", "tell each step")
	d.Add(&o.Exit, 'e', "", "end when the line is set up")
	d.Add(&o.Hangup, 'h', "", "end when the carrier is lost")
	d.Add(&o.Keepalive, 'k', "", "give the line up after that much silence").ValueName = "SECONDS"
	d.Add(&o.Lock, 'l', "", "lock the line by a file in /var/lock")
	d.Add(&o.Local, 'L', "", "three wires: no carrier and no flow control")
	d.Add(&o.Asis, 'm', "", "don't make the line raw")
	d.Add(&o.NoMesg, 'n', "", "nobody else may write to the line")
	d.Add(&o.Outfill, 'o', "", "send a byte after that much silence").ValueName = "SECONDS"
	d.Add(&o.Protocol, 'p', "", "how packets are packed; cslip if this isn't given").ValueName = "PROTOCOL"
	d.Add(&o.Quiet, 'q', "", "say nothing of a line that can't be opened or set")
	d.Add(&o.Speed, 's', "", "bits a second").ValueName = "SPEED"
	d.Add(&o.Verbose, 'v', "", "tell the interface")
	d.Add(frame.AskVersion, 'V', "version", "print the version")
	return d
}

func usage() string {
	text := frame.Help("Usage: slattach [-dehlLmnqv] [-c COMMAND] [-k SECONDS] [-o SECONDS] [-p PROTOCOL] [-s SPEED] TTY\n\n", new(command).parser())
	text += "\nPROTOCOL is one of"
	for _, p := range protocols {
		text += " " + p.name
	}
	return text + "\n"
}

// debug tells a step with -d, at once: the next one may take long.
func (c *command) debug(text string) {
	if c.options.Debug {
		c.Out.WriteString("slattach: " + text + "\n") //nolint:errcheck // Close tells
		c.Out.Flush()                                 //nolint:errcheck // likewise
	}
}

// seconds is a number of an option, 0 for none.
func seconds(text string) int { return int(cnum.Atoi(text)) }
