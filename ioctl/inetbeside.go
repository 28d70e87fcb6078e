package ioctl

import (
	"net/netip"

	"golang.org/x/sys/unix"
)

// InetBeside returns the peer's address, the broadcast address or the netmask
// (kind) that belongs to addr, one of several IPv4 addresses with the same
// label name (SIOCGIFDSTADDR, SIOCGIFBRDADDR, SIOCGIFNETMASK with the address in
// the request). Where the label doesn't carry addr the kernel answers for the
// first address that it carries. Errors as Addr.
func (c *Conn) InetBeside(kind AddrKind, name string, addr netip.Addr) (netip.Addr, error) {
	id := kind.requests().get
	if err := c.prepare(id, name); err != nil {
		return netip.Addr{}, err
	}
	if !putInet(c.req.union(), addr) {
		return netip.Addr{}, failure(id.name, name, unix.EAFNOSUPPORT)
	}
	return c.askInet(id, name)
}
