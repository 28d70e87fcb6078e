package route

import "classicnet/internal/frame"

// misuse is wrong use of a family's own words: the reason, "" for none, which
// the family's usage text follows.
type misuse string

// Error returns the reason.
func (e misuse) Error() string { return string(e) }

// noTarget is an edit of nothing.
const noTarget = "route: no target given"

// twice is a word that may come but once.
func twice(what, value string) error {
	return misuse("route: " + value + ": " + what + " given before")
}

// unresolved is a gateway or netmask that can't be found.
func unresolved(text string) error {
	return &frame.Failure{Message: text, Status: statusAddress}
}

// kernelError is perror(3) after a system call or ioctl.
func kernelError(request string, err error) error {
	return &frame.Failure{Message: request + ": " + frame.Reason(err), Status: statusKernel}
}
