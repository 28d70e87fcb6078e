package dns

import (
	"net/netip"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// SourceOf is the address that packets to another come from: that of a socket that
// is connected to it and sends nothing.
func (guarded) SourceOf(to netip.Addr) (netip.Addr, bool) {
	family := unix.AF_INET
	if !to.Is4() {
		family = unix.AF_INET6
	}
	fd, err := unix.Socket(family, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return netip.Addr{}, false
	}
	defer unix.Close(fd) //nolint:errcheck // nothing was sent
	if unix.Connect(fd, sockaddr(fd, netip.AddrPortFrom(to, port))) != nil {
		return netip.Addr{}, false
	}
	return ioctl.Sockname(fd)
}
