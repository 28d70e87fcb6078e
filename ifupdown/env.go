package ifupdown

import (
	"io"
	"time"

	"golang.org/x/sys/unix"

	"classicnet/tool"
)

// Env is the world of the commands. A function that is nil stands for what isn't
// there: no sockets, no programs, no folders, no place for the state.
type Env struct {
	tool.Env
	// Dial opens a socket of an address family (unix.AF_INET or AF_INET6) that
	// takes requests.
	Dial func(family int) (Kernel, error)
	// Runner runs the commands of stanzas, hook scripts, mapping scripts and
	// DHCP clients.
	Runner Runner
	// State opens the folder in which it is kept what is up.
	State func(dir string) Store
	// ReadDir returns the names in a folder.
	ReadDir func(path string) ([]string, error)
	// Executable tells whether a path is a file that may be run.
	Executable func(path string) bool
	// WriteFile writes to a file that exists: those of /proc/sys.
	WriteFile func(path, text string) error
	// Environ returns the environment as KEY=VALUE.
	Environ func() []string
	// Sleep waits, for IPv6 addresses to become usable.
	Sleep func(time.Duration)
	// Random is where random hardware addresses come from.
	Random io.Reader
	// Kill sends a signal to a process.
	Kill func(pid int, signal unix.Signal) error
	// Catch catches the signals that end a program until stop is called, and
	// returns what tells the name of the one that came, "" if none has.
	Catch func() (came func() string, stop func())
	// Hooks is the folder of if-up.d and its like; "" is /etc/network.
	Hooks string
}

// Runner runs commands. The error of Run is nil if the command ended with
// status 0; its text is what is wrong, as "exit status 1".
type Runner interface {
	Run(Invocation) error // waits until the command has ended
}

// Invocation is a command to run.
type Invocation struct {
	// Args are its words; the first is a path, or looked up in PATH of Env.
	Args []string
	// Env is its whole environment, as KEY=VALUE.
	Env []string
	// Dir is where it starts; "" is where the caller is.
	Dir string
	// Stdin is what it reads; nil is the stdin of the caller.
	Stdin io.Reader
	// Stdout takes what it writes; nil is the stdout of the caller.
	Stdout io.Writer
	// Timeout is how long it may take before it is killed; 0 is for ever.
	Timeout time.Duration
}
