package ioctl

import (
	"io/fs"

	"golang.org/x/sys/unix"
)

// Error is a request that the kernel refused, or that couldn't be sent.
type Error struct {
	// Request is the ioctl's name in the C headers ("SIOCSIFADDR"), or
	// "socket" or "close" for the system call of that name.
	Request string
	// Name is the interface or alias that was asked for, "" where the request
	// takes none. A request that takes the number of an interface has the name
	// here, or "#7" where number 7 has none.
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

// Is tells whether the errno means target: fs.ErrNotExist (there is no such
// interface, alias, address, route or neighbour: ENODEV, EADDRNOTAVAIL, ESRCH,
// ENXIO, ENOENT), fs.ErrExist (EEXIST) or fs.ErrPermission (EPERM, EACCES). The
// errno itself is found by Unwrap.
func (e *Error) Is(target error) bool {
	switch target {
	case fs.ErrNotExist:
		return e.missing()
	case fs.ErrExist:
		return e.Err == unix.EEXIST
	case fs.ErrPermission:
		return e.Err == unix.EPERM || e.Err == unix.EACCES
	}
	return false
}

// missing tells whether what was asked for isn't there. Of a hardware address
// EADDRNOTAVAIL says that no card may have it.
func (e *Error) missing() bool {
	switch e.Err {
	case unix.ENODEV, unix.ENXIO, unix.ESRCH, unix.ENOENT:
		return true
	case unix.EADDRNOTAVAIL:
		return e.Request != idSetHwAddr.name
	}
	return false
}

// failure makes an *Error of what a system call returned.
//
//go:noinline
func failure(request, name string, err error) error {
	errno, ok := err.(unix.Errno)
	if !ok {
		errno = unix.EIO // no system call of ours returns anything else
	}
	return &Error{Request: request, Name: name, Err: errno}
}
