package frame

import (
	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// NoFamily is the error of a kernel that has sockets of no family, as that of an
// Env is which says no way to open one.
func NoFamily() error {
	return &ioctl.Error{Request: "socket", Err: unix.EAFNOSUPPORT}
}
