package mksock

import (
	"errors"

	"golang.org/x/sys/unix"
)

// connecting is a socket that waits for the answer to its SYN.
func connecting(args []string) (int, error) {
	if len(args) < 2 {
		return -1, errEnds
	}
	fd, err := bound(args[0], unix.SOCK_STREAM|unix.SOCK_NONBLOCK, 0)
	if err == nil {
		err = connectTo(fd, args[1])
	}
	if err == unix.EINPROGRESS {
		err = nil
	}
	return fd, err
}

// deferTime is how long a listener waits for data before it takes a connection for
// one, in seconds: longer than a lab lasts.
const deferTime = 120

func deferred(args []string) (int, error) {
	fd, err := listen(args)
	if err == nil {
		err = unix.SetsockoptInt(fd, unix.IPPROTO_TCP, unix.TCP_DEFER_ACCEPT, deferTime)
	}
	return fd, err
}

// timeWait leaves the nearer end in TIME_WAIT, and returns the listener.
func timeWait(args []string) (int, error) {
	if len(args) < 2 {
		return -1, errEnds
	}
	l, err := listen(args[1:])
	if err != nil {
		return -1, err
	}
	near, err := connect(args)
	if err != nil {
		return -1, err
	}
	far, _, err := unix.Accept4(l, unix.SOCK_CLOEXEC)
	if err == nil {
		err = errors.Join(unix.Shutdown(near, unix.SHUT_WR), waitFor(near, tcpFinWait2), unix.Close(near), unix.Close(far))
	}
	return l, err
}

func unixSequence(args []string) (int, error) {
	fd, err := unixBound(args[0], unix.SOCK_SEQPACKET)
	if err == nil {
		err = unix.Listen(fd, 5)
	}
	return fd, err
}

// unixPair returns one end of a pair; the other is inherited beside it.
func unixPair(args []string) (int, error) {
	kind := unix.SOCK_STREAM
	if args[0] == "dgram" {
		kind = unix.SOCK_DGRAM
	}
	// Without SOCK_CLOEXEC: the process that stays has the far end, too.
	ends, err := unix.Socketpair(unix.AF_UNIX, kind, 0)
	return ends[0], err
}
