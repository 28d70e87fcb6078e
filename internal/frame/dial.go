package frame

import (
	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// Dialer returns dial or, for nil, a kernel that has sockets of no family.
func Dialer[K any](dial func(family int) (K, error)) func(family int) (K, error) {
	if dial != nil {
		return dial
	}
	return func(int) (none K, err error) {
		return none, &ioctl.Error{Request: "socket", Err: unix.EAFNOSUPPORT}
	}
}
