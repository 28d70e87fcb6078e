package ioctl

import "golang.org/x/sys/unix"

// lockName is in the abstract namespace of unix(7), which each network namespace
// has one of, and which forgets a name with the process that has bound it.
const lockName = "@classicnet/labels"

const (
	// lockTries is how often a lock is asked for, and lockPause the nanoseconds
	// between: two seconds in all.
	lockTries = 2000
	lockPause = 1e6
)

// LockLabels keeps other processes that ask for it from choosing labels in this
// network namespace, until unlock is called: SIOCSIFADDR replaces the address of
// a label that somebody else has just chosen, too. Where the lock can't be had in
// two seconds, or there are no unix sockets, nothing is locked.
func (c *Conn) LockLabels() (unlock func()) {
	fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return func() {}
	}
	for range lockTries {
		if unix.Bind(fd, &unix.SockaddrUnix{Name: lockName}) != unix.EADDRINUSE {
			break
		}
		unix.Nanosleep(&unix.Timespec{Nsec: lockPause}, nil) //nolint:errcheck // shorter is fine
	}
	return func() { unix.Close(fd) } //nolint:errcheck // nothing is lost with a socket
}
