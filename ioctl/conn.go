package ioctl

import (
	"golang.org/x/sys/unix"
)

// Conn is a socket that takes interface and routing requests. Open or
// Descriptor makes one; on the zero Conn, and after Close, every request fails
// with EBADF. It belongs to the network namespace of the thread that
// opened it, whatever thread uses it; InetAddrs alone asks in that of the calling
// thread.
type Conn struct {
	file  descriptor
	owned bool
	req   request // reused by every call, so that a listing allocates nothing
}

// descriptor is one more than the number of an open one. The zero value is none,
// which the kernel knows as -1: no request may go to what 0 is, standard input.
type descriptor int

func (d descriptor) number() int { return int(d) - 1 }

// numbered is a Conn over a descriptor; any negative number is none.
func numbered(fd int, owned bool) Conn { return Conn{file: descriptor(max(fd, -1) + 1), owned: owned} }

// fd is the number that the kernel is told.
func (c *Conn) fd() int { return c.file.number() }

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
		c := numbered(fd, true)
		return &c, nil
	}
}

// Descriptor returns a Conn over a descriptor that stays the caller's. With -1
// every request fails with EBADF, on one that is no socket with ENOTTY.
func Descriptor(fd int) *Conn {
	c := numbered(fd, false)
	return &c
}

// Close closes the socket if Open or OpenFamily opened it, and ends the use of
// the Conn: its number may be somebody else's from then on.
func (c *Conn) Close() error {
	fd, owned := c.fd(), c.owned
	c.file, c.owned = 0, false
	if !owned {
		return nil
	}
	if err := unix.Close(fd); err != nil {
		return failure("close", "", err)
	}
	return nil
}
