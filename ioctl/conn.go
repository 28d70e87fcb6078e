package ioctl

import (
	"golang.org/x/sys/unix"
)

// Conn is a socket that takes interface and routing requests. Open or
// Descriptor makes one. It belongs to the network namespace of the thread that
// opened it, whatever thread uses it; InetAddrs alone asks in that of the calling
// thread.
type Conn struct {
	fd    int
	owned bool
	req   request // reused by every call, so that a listing allocates nothing
}

// Open opens an AF_INET datagram socket, close-on-exec, as netdevice(7)
// describes. The error is an *Error with the request "socket": EAFNOSUPPORT on
// a kernel without IPv4, EPERM or EACCES in a sandbox, EMFILE.
func Open() (*Conn, error) { return OpenFamily(unix.AF_INET) }

// OpenFamily is Open for another address family (unix.AF_INET6 ...). NET/ROM
// and X.25 know sequenced packet sockets only and get these.
func OpenFamily(family int) (*Conn, error) {
	kind := unix.SOCK_DGRAM
	if family == unix.AF_NETROM || family == unix.AF_X25 {
		kind = unix.SOCK_SEQPACKET
	}
	for {
		fd, err := unix.Socket(family, kind|unix.SOCK_CLOEXEC, 0)
		if err == unix.EINTR {
			continue
		}
		if err != nil {
			return nil, failure("socket", "", err)
		}
		return &Conn{fd: fd, owned: true}, nil
	}
}

// Descriptor returns a Conn over a descriptor that stays the caller's. With -1
// every request fails with EBADF, on one that is no socket with ENOTTY.
func Descriptor(fd int) *Conn { return &Conn{fd: fd} }

// Close closes the socket if Open or OpenFamily opened it.
func (c *Conn) Close() error {
	if !c.owned {
		return nil
	}
	c.owned = false
	if err := unix.Close(c.fd); err != nil {
		return failure("close", "", err)
	}
	return nil
}
