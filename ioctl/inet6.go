package ioctl

import (
	"net/netip"
	"unsafe"

	"golang.org/x/sys/unix"
)

// ifreq6 is struct in6_ifreq of <linux/ipv6.h>.
type ifreq6 struct {
	addr      [16]byte
	prefixLen uint32
	index     int32
}

// AddAddr6 adds an IPv6 address to the interface with the given number
// (SIOCSIFADDR with struct in6_ifreq, on an AF_INET6 socket). EEXIST: it is
// there; EINVAL: the prefix is longer than 128; EACCES: IPv6 is off there;
// EAFNOSUPPORT: addr is of IPv4. A zone isn't looked at.
func (c *Conn) AddAddr6(index int, addr netip.Addr, prefixLen uint32) error {
	return c.inet6(idSetAddr, index, addr, prefixLen)
}

// DelAddr6 removes an IPv6 address of exactly that prefix length (SIOCDIFADDR).
// EADDRNOTAVAIL: there is none.
func (c *Conn) DelAddr6(index int, addr netip.Addr, prefixLen uint32) error {
	return c.inet6(idDelAddr, index, addr, prefixLen)
}

// SetDstAddr6 makes a tunnel to an IPv4-compatible address on the sit device
// (SIOCSIFDSTADDR). ENODEV: the interface is no sit device.
func (c *Conn) SetDstAddr6(index int, addr netip.Addr, prefixLen uint32) error {
	return c.inet6(idSetDstAddr, index, addr, prefixLen)
}

func (c *Conn) inet6(id requestID, index int, addr netip.Addr, prefixLen uint32) error {
	if !addr.Is6() {
		return c.failureOn(id, index, unix.EAFNOSUPPORT)
	}
	arg := ifreq6{addr: addr.As16(), prefixLen: prefixLen, index: int32(index)}
	return c.callOn(id, index, unsafe.Pointer(&arg))
}
