package ioctl

import (
	"net/netip"
	"unsafe"

	"golang.org/x/sys/unix"
)

// sockaddr6 is struct sockaddr_in6, and room for a sockaddr_in.
type sockaddr6 [unix.SizeofSockaddrInet6]byte

// afterFlow is where a sockaddr_in6 has its address (ipv6(7)).
const afterFlow = 8

// Sockname returns the IP address that a socket of AF_INET or AF_INET6 has, as
// getsockname(2) tells it. ok is false for any other, and where it isn't told.
func Sockname(fd int) (addr netip.Addr, ok bool) {
	var sa sockaddr6
	size := uint32(len(sa))
	_, _, errno := unix.Syscall(unix.SYS_GETSOCKNAME, uintptr(fd), uintptr(unsafe.Pointer(&sa)), uintptr(unsafe.Pointer(&size)))
	switch {
	case errno != 0:
		return addr, false
	case familyOf(sa[:]) == unix.AF_INET6:
		return netip.AddrFrom16([16]byte(sa[afterFlow : afterFlow+16])), true
	}
	return inetOf(sa[:])
}
