package ioctl

import (
	"net/netip"

	"golang.org/x/sys/unix"
)

// Addr returns the IPv4 address that carries the label name, the first if
// there are several (SIOCGIFADDR). EADDRNOTAVAIL: there is none; ENODEV: no
// such interface. An answer of another address family is EAFNOSUPPORT.
func (c *Conn) Addr(name string) (netip.Addr, error) { return c.getInet(idGetAddr, name) }

// SetAddr replaces the IPv4 address that carries the label name, or makes the
// alias (SIOCSIFADDR). The kernel sets the netmask of the address's class and
// the broadcast that follows; 0.0.0.0 removes the address. EEXIST: the device
// has the address under another label.
func (c *Conn) SetAddr(name string, addr netip.Addr) error { return c.setInet(idSetAddr, name, addr) }

// DstAddr returns the peer's address on a point-to-point interface, else the
// address itself (SIOCGIFDSTADDR). Errors as Addr.
func (c *Conn) DstAddr(name string) (netip.Addr, error) { return c.getInet(idGetDstAddr, name) }

// SetDstAddr sets the peer's address (SIOCSIFDSTADDR). EADDRNOTAVAIL: the
// interface has no address yet.
func (c *Conn) SetDstAddr(name string, addr netip.Addr) error {
	return c.setInet(idSetDstAddr, name, addr)
}

// Broadcast returns the broadcast address (SIOCGIFBRDADDR), 0.0.0.0 where none
// is set. Errors as Addr.
func (c *Conn) Broadcast(name string) (netip.Addr, error) { return c.getInet(idGetBroadcast, name) }

// SetBroadcast sets the broadcast address (SIOCSIFBRDADDR). EADDRNOTAVAIL: the
// interface has no address yet.
func (c *Conn) SetBroadcast(name string, addr netip.Addr) error {
	return c.setInet(idSetBroadcast, name, addr)
}

// Netmask returns the netmask as an IPv4 address (SIOCGIFNETMASK). Errors as
// Addr.
func (c *Conn) Netmask(name string) (netip.Addr, error) { return c.getInet(idGetNetmask, name) }

// SetNetmask sets the netmask (SIOCSIFNETMASK). EINVAL: its bits aren't
// contiguous; EADDRNOTAVAIL: the interface has no address yet.
func (c *Conn) SetNetmask(name string, mask netip.Addr) error {
	return c.setInet(idSetNetmask, name, mask)
}

func (c *Conn) getInet(id requestID, name string) (netip.Addr, error) {
	if err := c.prepare(id, name); err != nil {
		return netip.Addr{}, err
	}
	return c.askInet(id, name)
}

// askInet carries out a prepared request for an IPv4 address.
func (c *Conn) askInet(id requestID, name string) (netip.Addr, error) {
	if err := c.do(id, name); err != nil {
		return netip.Addr{}, err
	}
	addr, ok := inetOf(c.req.union())
	if !ok {
		return netip.Addr{}, failure(id.name, name, unix.EAFNOSUPPORT)
	}
	return addr, nil
}

func (c *Conn) setInet(id requestID, name string, addr netip.Addr) error {
	if !addr.Is4() {
		return failure(id.name, name, unix.EAFNOSUPPORT)
	}
	return c.setSockaddr(id, name, InetSockaddr(addr))
}

// inetOf reads a sockaddr_in. A union that the kernel left alone, or filled
// with another family, is no address.
func inetOf(sockaddr []byte) (netip.Addr, bool) {
	if familyOf(sockaddr) != unix.AF_INET {
		return netip.Addr{}, false
	}
	return netip.AddrFrom4([4]byte(sockaddr[inetAddr:])), true
}

// putInet writes a sockaddr_in; it fails unless addr is IPv4.
func putInet(sockaddr []byte, addr netip.Addr) bool {
	if !addr.Is4() {
		return false
	}
	putFamily(sockaddr, unix.AF_INET)
	a := addr.As4()
	copy(sockaddr[inetAddr:], a[:])
	return true
}
