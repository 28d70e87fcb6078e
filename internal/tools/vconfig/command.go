// Package vconfig is the classic vconfig(8) of the vlan package, release 1.9: it
// makes and deletes VLANs and sets what else SIOCSIFVLAN does.
package vconfig

import (
	"strings"

	"classicnet/internal/frame"
	"classicnet/internal/host"
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

// System is the Env of a real command.
func System() *Env { return &Env{Env: host.Env(), Dial: dial} }

func dial(family int) (Kernel, error) {
	c, err := ioctl.OpenFamily(family)
	if err != nil {
		return nil, err // a nil *ioctl.Conn would be a Kernel that isn't nil
	}
	return c, nil
}

// The exit statuses that aren't a command's own.
const (
	statusUsage   = 1
	statusUnknown = 5 // the command
)

var vconfig = frame.Tool{Name: "vconfig", Usage: usage, Misuse: statusUsage, Failed: statusUsage, Write: statusUsage}

// command is one run.
type command struct {
	*frame.Run
	dial func(family int) (Kernel, error)
}

// Main runs the command line args, args[0] being the program's name, and
// returns the exit status.
func Main(env *Env, args []string) int {
	return vconfig.Main(env.Env, args, func(r *frame.Run, args []string) error {
		return (&command{r, env.Dial}).run(args)
	})
}

// usage is made of the commands.
func usage() string {
	b := "Usage: vconfig COMMAND\n\nCOMMAND is one of:\n"
	for i := range verbs {
		b += "  " + verbs[i].name + " " + verbs[i].usage + "\n        " + verbs[i].about + "\n"
	}
	b += "\nTYPE is one of:\n"
	for _, w := range ways {
		b += "  " + w.name + " (" + w.example + ")\n"
	}
	return b
}

// misused is wrong use: the reason on stderr, how to use vconfig on stdout.
func misused(reason string, status int) error {
	return &frame.Failure{Message: reason, Note: strings.TrimSuffix(usage(), "\n"), Status: status}
}
