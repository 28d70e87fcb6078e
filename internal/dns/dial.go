package dns

import (
	"io"
	"net/netip"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// conn is a connection to a server.
type conn interface {
	io.ReadWriteCloser
	// Limit ends reading and writing after some time, at once if that is none. It
	// takes the place of an earlier limit, also of what waits already.
	Limit(time.Duration)
}

// socket is a conn that the runtime's poller waits for, so that many questions
// need no threads. It isn't the os.File itself: that has a method for a time.Time,
// which is found to be used where a conn has it, and brings the time zones.
type socket struct{ file *os.File }

func (s socket) Read(b []byte) (int, error)  { return s.file.Read(b) }
func (s socket) Write(b []byte) (int, error) { return s.file.Write(b) }
func (s socket) Close() error                { return s.file.Close() }

func (s socket) Limit(d time.Duration) {
	s.file.SetDeadline(time.Now().Add(d)) //nolint:errcheck // it would wait longer
}

// dialer connects to a server; network is "udp" or "tcp".
type dialer func(network string, server netip.AddrPort) (conn, error)

// dial waits for nothing: a TCP connection comes about while the question is
// written.
func dial(network string, server netip.AddrPort) (conn, error) {
	kind := unix.SOCK_DGRAM
	if network == "tcp" {
		kind = unix.SOCK_STREAM
	}
	family := unix.AF_INET
	if !server.Addr().Is4() {
		family = unix.AF_INET6
	}
	fd, err := unix.Socket(family, kind|unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	tellUnreachable(fd, family)
	if err := unix.Connect(fd, sockaddr(fd, server)); err != nil && err != unix.EINPROGRESS {
		unix.Close(fd) //nolint:errcheck // nothing was sent
		return nil, err
	}
	return socket{os.NewFile(uintptr(fd), network)}, nil
}

// tellUnreachable has the kernel report a server that isn't reached, as routers
// and neighbours find out, instead of leaving that to the deadline.
func tellUnreachable(fd, family int) {
	level, option := unix.IPPROTO_IP, unix.IP_RECVERR
	if family == unix.AF_INET6 {
		level, option = unix.IPPROTO_IPV6, unix.IPV6_RECVERR
	}
	unix.SetsockoptInt(fd, level, option, 1) //nolint:errcheck // the deadline is left
}

// sockaddr is the server's address for a socket of its family.
func sockaddr(fd int, server netip.AddrPort) unix.Sockaddr {
	a := server.Addr()
	if a.Is4() {
		return &unix.SockaddrInet4{Port: int(server.Port()), Addr: a.As4()}
	}
	return &unix.SockaddrInet6{Port: int(server.Port()), Addr: a.As16(), ZoneId: index(fd, a.Zone())}
}

// index is the number of the interface on whose link a server is; 0 stands for
// none, and for one that there isn't.
func index(fd int, zone string) uint32 {
	request, err := unix.NewIfreq(zone)
	if zone == "" || err != nil || unix.IoctlIfreq(fd, unix.SIOCGIFINDEX, request) != nil {
		return 0
	}
	return request.Uint32()
}
