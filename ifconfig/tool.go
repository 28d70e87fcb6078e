package ifconfig

import (
	"errors"
	"io/fs"
	"strings"

	"classicnet/internal/frame"
	"classicnet/internal/version"
	"classicnet/ioctl"
)

// longestName is how much of an interface's name the kernel takes. Longer ones
// are cut silently, as they always were: scripts that number aliases rely on
// the device being found.
const longestName = 15

var ifconfig = frame.Tool{
	Name: "ifconfig", Claims: version.NetTools, Usage: usage,
	Help:    frame.Answer{Status: statusUsage, Stderr: true},
	Version: frame.Answer{Status: statusUsage, Stderr: true},
	Misuse:  statusUsage, Failed: statusFailed, Write: statusFailed,
}

// command is one run of the tool.
type command struct {
	*frame.Run
	sockets
	options
	netstat bool // the short format is the table of netstat -i
}

// Main is the whole command: args are those of the process, its own name
// first. It returns the exit status and leaves nothing open. A nil Env is the zero
// one.
func Main(env *Env, args []string) int {
	if env == nil {
		env = new(Env)
	}
	return ifconfig.Main(env.Env, args, func(r *frame.Run, args []string) error {
		t := newCommand(r, env.Dial)
		defer t.sockets.close()
		return frame.Status(t.main(args))
	})
}

func newCommand(r *frame.Run, dial dialer) *command {
	return &command{Run: r, sockets: sockets{openFile: r.Open, kernel: dial}}
}

// main does what the number of arguments behind the options asks for.
func (t *command) main(args []string) int {
	args, err := t.scan(args)
	if err == nil {
		err = t.ChooseDialect(t.options.Dialect)
	}
	if err != nil {
		return t.stop(err)
	}
	if len(args) == 0 {
		return t.list()
	}
	name := args[0][:min(len(args[0]), longestName)]
	switch {
	case len(args) == 1:
		return t.query(name)
	case strings.IndexByte(args[0], ':') >= longestName:
		return t.stop(roomless(args[0]))
	}
	return t.configure(name, args[1:])
}

// roomless is the error of an alias whose device has the longest of names: cut, the
// alias's would be the device's own, and it is the device that was changed.
func roomless(name string) error {
	return &wordError{name + ": the device's name leaves an alias no room"}
}

// stop ends the command for an error that doesn't let it go on. One of the kernel
// has words of its own.
func (t *command) stop(err error) int {
	switch err.(type) {
	case *ioctl.Error, *fetchError:
		err = frame.Failed(message(err))
	}
	return t.Report(err)
}

// report tells what a listing had to do without, and returns the status.
func (t *command) report(l *Listing) int {
	if t.Verbose {
		for _, err := range l.Malformed {
			t.Out.Errorf("%s\n", err.Error())
		}
	}
	status := statusOK
	if l.ConfErr != nil {
		t.Out.Errorf("%s\n", message(l.ConfErr))
		status = statusFailed
	}
	for _, r := range l.Refused {
		t.Out.Errorf("%s\n", message(&fetchError{r.Name, r.Err}))
		status = statusFailed
	}
	if path, opening := errors.AsType[*fs.PathError](l.Inet6Err); l.Inet6Err != nil && (!opening || path.Op != "open") {
		t.Out.Errorf("%s: %s\n", pathInet6, frame.Reason(l.Inet6Err))
		status = statusFailed
	}
	if l.DevErr == nil {
		return status
	}
	return max(status, t.reportDev(l.DevErr))
}

// reportDev tells why there is no /proc/net/dev: none at all is usual in a
// container, one that can't be read is a failure.
func (t *command) reportDev(err error) int {
	if path, ok := errors.AsType[*fs.PathError](err); ok && path.Op == "open" {
		t.Out.Errorf("Warning: cannot open %s (%s). Limited output.\n", pathDev, frame.Reason(err))
		return statusOK
	}
	t.Out.Errorf("%s: %s\n", pathDev, frame.Reason(err))
	return statusFailed
}
