package ioctl

import "golang.org/x/sys/unix"

// Error is a request that the kernel refused, or that couldn't be sent.
type Error struct {
	// Request is the ioctl's name in the C headers ("SIOCSIFADDR"), or
	// "socket" or "close" for the system call of that name.
	Request string
	// Name is the interface or alias that was asked for, "" where the request
	// takes none.
	Name string
	// Err is the errno.
	Err unix.Errno
}

// Error returns request, name and reason: "SIOCSIFADDR eth1:0: No such device".
func (e *Error) Error() string {
	if e.Name == "" {
		return e.Request + ": " + Strerror(e.Err)
	}
	return e.Request + " " + e.Name + ": " + Strerror(e.Err)
}

// Unwrap returns the errno, for errors.Is(err, unix.ENODEV).
func (e *Error) Unwrap() error { return e.Err }

// failure makes an *Error of what a system call returned.
func failure(request, name string, err error) error {
	errno, ok := err.(unix.Errno)
	if !ok {
		errno = unix.EIO // no system call of ours returns anything else
	}
	return &Error{Request: request, Name: name, Err: errno}
}
