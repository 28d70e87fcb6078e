package ifconfig

import (
	"errors"
	"io/fs"

	"classicnet/internal/dialect"
	"classicnet/internal/out"
	"classicnet/internal/resolve"
)

// longestName is how much of an interface's name the kernel takes. Longer ones
// are cut silently, as they always were: scripts that number aliases rely on
// the device being found.
const longestName = 15

// tool is one run of the command.
type tool struct {
	sockets
	out   *out.Streams
	names *resolve.Resolver
	options
	formatter Formatter
}

// Main is the whole command: args are those of the process, its own name
// first. It returns the exit status and leaves nothing open.
func Main(env *Env, args []string) int {
	t := &tool{
		sockets: sockets{env: *env},
		out:     out.New(env.Stdout, env.Stderr, env.Terminal),
		names:   resolve.New(env.Open, env.DNS),
	}
	defer t.sockets.close()
	status := t.main(args[min(1, len(args)):])
	if err := t.out.Close(); err != nil {
		t.out.Errorf("ifconfig: write error: %s\n", reason(err))
		return statusFailed
	}
	return status
}

// main does what the number of arguments behind the options asks for.
func (t *tool) main(args []string) int {
	args, err := t.scan(args)
	if err == nil {
		err = t.chooseDialect()
	}
	if err != nil {
		return t.stop(err)
	}
	if len(args) == 0 {
		return t.list()
	}
	name := args[0][:min(len(args[0]), longestName)]
	if len(args) == 1 {
		return t.query(name)
	}
	return t.configure(name, args[1:])
}

// stop ends the command for an error that doesn't let it go on.
func (t *tool) stop(err error) int {
	var unknown *dialect.UnknownError
	switch {
	case err == errUsage:
		t.out.Errorf("%s", usage())
		return statusUsage
	case err == errVersion:
		t.out.Errorf("%s", versionText)
		return statusUsage
	case err == dialect.ErrList:
		t.out.WriteString(dialect.List())
		return statusOK
	case errors.As(err, &unknown):
		t.out.Errorf("ifconfig: %s\n", err)
		return statusUsage
	}
	t.out.Errorf("%s\n", message(err))
	return statusFailed
}

// report tells what a listing had to do without, and returns the status.
func (t *tool) report(l *Listing) int {
	if t.Verbose {
		for _, err := range l.Malformed {
			t.out.Errorf("%s\n", err)
		}
	}
	status := statusOK
	if l.ConfErr != nil {
		t.out.Errorf("%s\n", message(l.ConfErr))
		status = statusFailed
	}
	for _, r := range l.Refused {
		t.out.Errorf("%s\n", message(&fetchError{r.Name, r.Err}))
		status = statusFailed
	}
	if l.DevErr == nil {
		return status
	}
	return max(status, t.reportDev(l.DevErr))
}

// reportDev tells why there is no /proc/net/dev: none at all is usual in a
// container, one that can't be read is a failure.
func (t *tool) reportDev(err error) int {
	var path *fs.PathError
	if errors.As(err, &path) && path.Op == "open" {
		t.out.Errorf("Warning: cannot open %s (%s). Limited output.\n", pathDev, reason(err))
		return statusOK
	}
	t.out.Errorf("%s: %s\n", pathDev, reason(err))
	return statusFailed
}
