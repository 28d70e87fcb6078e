package route

import (
	"errors"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// failure is why a command ends without having done its work.
type failure struct {
	message string // lines for stderr, without the last newline
	note    string // a line for stdout
	usage   usage  // what is shown after them
	status  int
}

// Error returns the message.
func (f *failure) Error() string { return f.message }

// misused is wrong syntax: the usage text alone.
func misused(u usage) error { return &failure{usage: u, status: statusUsage} }

// refused is a request that reads well and makes no sense.
func refused(text string) error {
	return &failure{message: "route: " + text, usage: mainUsage, status: statusUsage}
}

// unable is an operation that a family doesn't have.
func unable(text string, u usage) error {
	return &failure{message: text, usage: u, status: statusUsage}
}

// unresolved is an address or name that can't be found.
func unresolved(text string, status int) error {
	return &failure{message: text, status: status}
}

// kernelError is perror(3) after a system call or ioctl.
func kernelError(request string, err error) error {
	return &failure{message: request + ": " + reason(err), status: statusKernel}
}

// report shows what err, from run, has to say and returns the exit status.
func (c *command) report(err error) int {
	if err == nil {
		return statusOK
	}
	f, ok := err.(*failure)
	if !ok {
		f = &failure{message: "route: " + err.Error(), status: statusFailed}
	}
	if f.message != "" {
		c.out.Errorf("%s\n", f.message)
	}
	if f.note != "" && !c.options.JSON {
		c.out.WriteString(f.note + "\n")
	}
	if f.usage != noUsage {
		c.out.Errorf("%s", c.usageText(f.usage))
	}
	return f.status
}

// reason is strerror(3) of the errno in err, or err's own text.
func reason(err error) string {
	var errno unix.Errno
	if errors.As(err, &errno) {
		return ioctl.Strerror(errno)
	}
	return err.Error()
}
