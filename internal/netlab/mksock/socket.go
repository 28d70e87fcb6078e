package mksock

import (
	"fmt"
	"net/netip"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// The states of TCP that are waited for.
const (
	tcpEstablished = 1
	tcpFinWait2    = 5
)

// bound is a new socket that is bound to an address and a port.
func bound(local string, kind, protocol int) (int, error) {
	end, err := netip.ParseAddrPort(local)
	if err != nil {
		return -1, err
	}
	fd, err := make6(end.Addr().Is6(), kind, protocol)
	if err != nil {
		return -1, err
	}
	return fd, unix.Bind(fd, sockaddr(end))
}

// make6 makes a socket; one of IPv6 takes no IPv4.
func make6(six bool, kind, protocol int) (int, error) {
	family := unix.AF_INET
	if six {
		family = unix.AF_INET6
	}
	fd, err := unix.Socket(family, kind|unix.SOCK_CLOEXEC, protocol)
	if err != nil {
		return -1, err
	}
	if kind == unix.SOCK_STREAM {
		err = unix.SetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_REUSEADDR, 1)
	}
	if err == nil && six && kind != unix.SOCK_RAW {
		err = unix.SetsockoptInt(fd, unix.IPPROTO_IPV6, unix.IPV6_V6ONLY, 1)
	}
	return fd, err
}

func sockaddr(end netip.AddrPort) unix.Sockaddr {
	if end.Addr().Is4() {
		return &unix.SockaddrInet4{Port: int(end.Port()), Addr: end.Addr().As4()}
	}
	return &unix.SockaddrInet6{Port: int(end.Port()), Addr: end.Addr().As16()}
}

func connectTo(fd int, remote string) error {
	end, err := netip.ParseAddrPort(remote)
	if err != nil {
		return err
	}
	return unix.Connect(fd, sockaddr(end))
}

// waitFor waits until a TCP socket is in a state.
func waitFor(fd int, state uint8) error {
	for end := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		info, err := unix.GetsockoptTCPInfo(fd, unix.IPPROTO_TCP, unix.TCP_INFO)
		switch {
		case err != nil:
			return err
		case info.State == state:
			return nil
		case time.Now().After(end):
			return fmt.Errorf("state %d instead of %d", info.State, state)
		}
	}
}

// raw makes a raw socket, of IPv4 unless an address says otherwise.
func raw(args []string) (int, error) {
	protocol, err := strconv.Atoi(args[0])
	if err != nil {
		return -1, err
	}
	var ends []netip.AddrPort
	for _, word := range args[1:] {
		a, err := netip.ParseAddr(strings.Trim(word, "[]"))
		if err != nil {
			return -1, err
		}
		ends = append(ends, netip.AddrPortFrom(a, 0))
	}
	if len(ends) == 0 {
		ends = append(ends, netip.AddrPortFrom(netip.IPv4Unspecified(), 0))
	}
	fd, err := make6(ends[0].Addr().Is6(), unix.SOCK_RAW, protocol)
	if err == nil && !ends[0].Addr().IsUnspecified() {
		err = unix.Bind(fd, sockaddr(ends[0]))
	}
	if err == nil && len(ends) > 1 {
		err = unix.Connect(fd, sockaddr(ends[1]))
	}
	return fd, err
}

func unixListen(args []string) (int, error) {
	fd, err := unixBound(args[0], unix.SOCK_STREAM)
	if err == nil {
		err = unix.Listen(fd, 5)
	}
	return fd, err
}

func unixDatagram(args []string) (int, error) { return unixBound(args[0], unix.SOCK_DGRAM) }

func unixBound(path string, kind int) (int, error) {
	fd, err := unix.Socket(unix.AF_UNIX, kind|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return -1, err
	}
	return fd, unix.Bind(fd, &unix.SockaddrUnix{Name: path})
}
