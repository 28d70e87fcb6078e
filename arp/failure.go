package arp

import (
	"errors"

	"golang.org/x/sys/unix"

	"classicnet/internal/dialect"
	"classicnet/ioctl"
)

// failure is why a command ends without having done its work, or what it says
// instead of it.
type failure struct {
	message string // lines for stderr, without the last newline
	note    string // lines for stdout, likewise
	usage   bool   // how to use arp follows on stderr
	status  int
}

// Error returns the message.
func (f *failure) Error() string { return f.message }

// failed is a failure that one message tells.
func failed(message string) error { return &failure{message: message, status: statusFailed} }

// misused is wrong use.
func misused(message string) error {
	return &failure{message: message, usage: true, status: statusUsage}
}

// kernelError is perror(3) after a system call or ioctl.
func kernelError(request string, err error) error { return failed(request + ": " + reason(err)) }

// report shows what err, from run, has to say and returns the exit status.
func (c *command) report(err error) int {
	if err == nil {
		return statusOK
	}
	f := c.failure(err)
	if f.note != "" {
		c.out.WriteString(f.note + "\n")
	}
	if f.message != "" {
		c.out.Errorf("%s\n", f.message)
	}
	if f.usage {
		c.out.Errorf("%s%s", c.usage(), hardwareTypes())
	}
	return f.status
}

func (c *command) failure(err error) *failure {
	var unknown *dialect.UnknownError
	f, ok := err.(*failure)
	switch {
	case ok:
		return f
	case err == dialect.ErrList:
		c.out.WriteString(dialect.List())
		return &failure{status: statusOK}
	case errors.As(err, &unknown):
		return &failure{message: "arp: " + err.Error(), status: statusDialect}
	}
	return &failure{message: "arp: " + err.Error(), status: statusFailed}
}

// reason is strerror(3) of the errno in err, or err's own text.
func reason(err error) string {
	var errno unix.Errno
	if errors.As(err, &errno) {
		return ioctl.Strerror(errno)
	}
	return err.Error()
}
