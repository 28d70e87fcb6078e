// Package tunctl is the classic tunctl(8) of User Mode Linux: it makes tap
// devices that stay, for virtual machines that are started by others, and lets
// them go.
package tunctl

import (
	"os"

	"classicnet/internal/frame"
	"classicnet/internal/getopt"
	"classicnet/internal/host"
	"classicnet/ioctl"
	"classicnet/tool"
)

// Env is the world of the command.
type Env struct {
	tool.Env
	// OpenTun opens the tun driver at a path. nil is a kernel without it.
	OpenTun func(path string) (Tun, error)
	// UID is the caller's effective number.
	UID func() int
}

// System is the Env of a real command.
func System() *Env { return &Env{Env: host.Env(), OpenTun: openTun, UID: os.Geteuid} }

// openTun keeps a nil *ioctl.Tun from becoming a Tun that isn't nil.
func openTun(path string) (Tun, error) {
	t, err := ioctl.OpenTun(path)
	if err != nil {
		return nil, err
	}
	return t, nil
}

// statusFailed is that of everything that goes wrong.
const statusFailed = 1

var tunctl = frame.Tool{Name: "tunctl", Usage: usage, Misuse: statusFailed, Failed: statusFailed, Write: statusFailed}

type options struct {
	Brief  bool
	File   string
	Device string
	Drop   bool

	owners
}

// command is one run.
type command struct {
	*frame.Run
	env     *Env
	options options
}

// Main runs the command line args, args[0] being the program's name, and
// returns the exit status.
func Main(env *Env, args []string) int {
	return tunctl.Main(env.Env, args, func(r *frame.Run, args []string) error {
		c := &command{Run: r, env: env}
		words, err := c.Scan(c.declared(), args, nil)
		switch {
		case err != nil:
			return err
		case len(words) > 0:
			return frame.Misused("")
		}
		return c.run()
	})
}

// declared are the options for the scan, which sets them.
func (c *command) declared() *getopt.Declaration {
	o := &c.options
	o.File, o.owners = ioctl.TunPath, owners{nobody, nobody}
	d := new(getopt.Declaration)
	d.Add(&o.Brief, 'b', "", "print the name alone")
	d.Add(func(name string) { o.Device, o.Drop = name, true }, 'd', "", "let this device go").ValueName = "DEVICE"
	d.Add(&o.File, 'f', "", "where the tun driver is; /dev/net/tun if this isn't given").ValueName = "FILE"
	d.Add(c.setGroup, 'g', "", "whose members may use the device").ValueName = "GROUP"
	d.Add(&o.Device, 't', "", "its name; the next free tapN if this isn't given").ValueName = "DEVICE"
	d.Add(c.setUser, 'u', "", "who may use the device; you if neither this nor -g is given").ValueName = "USER"
	return d
}

func usage() string {
	return frame.Help("Usage: tunctl [-b] [-u USER] [-g GROUP] [-t DEVICE] [-f FILE]  make a tap device that stays\n"+
		"       tunctl -d DEVICE [-f FILE]                           let one go\n\n", new(command).declared())
}
