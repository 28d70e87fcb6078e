// Package slattach is net-tools' slattach(8): it makes a network interface of a
// serial line, by the kernel's SLIP, and keeps it until a signal or a hang-up.
package slattach

import (
	"time"

	"github.com/jessevdk/go-flags"
	"golang.org/x/sys/unix"

	"classicnet/internal/cnum"
	"classicnet/internal/frame"
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
	Command   string       `short:"c" value-name:"COMMAND" description:"run this when the line was hung up"`
	Debug     bool         `short:"d" description:"tell each step"`
	Exit      bool         `short:"e" description:"end when the line is set up"`
	Hangup    bool         `short:"h" description:"end when the carrier is lost"`
	Keepalive string       `short:"k" value-name:"SECONDS" description:"give the line up after that much silence"`
	Lock      bool         `short:"l" description:"lock the line by a file in /var/lock"`
	Local     bool         `short:"L" description:"three wires: no carrier and no flow control"`
	Asis      bool         `short:"m" description:"don't make the line raw"`
	NoMesg    bool         `short:"n" description:"nobody else may write to the line"`
	Outfill   string       `short:"o" value-name:"SECONDS" description:"send a byte after that much silence"`
	Protocol  string       `short:"p" value-name:"PROTOCOL" description:"how packets are packed; cslip if this isn't given"`
	Quiet     bool         `short:"q" description:"nothing"`
	Speed     string       `short:"s" value-name:"SPEED" description:"bits a second"`
	Verbose   bool         `short:"v" description:"tell the interface"`
	Version   func() error `short:"V" long:"version" description:"print the version"`
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

func (c *command) parser() *flags.Parser {
	c.options.Protocol = "cslip"
	c.options.Version = func() error { return frame.ErrVersion }
	return frame.Parser(&c.options)
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
