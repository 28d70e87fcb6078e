package ioctl

import "golang.org/x/sys/unix"

// Sockaddr is a struct sockaddr of any family: two bytes of family in the
// machine's byte order, then what <linux/ipx.h>, <linux/atalk.h> ... lay out.
type Sockaddr [sockaddrSize]byte

// Family is the address family, AF_IPX and so on.
func (s *Sockaddr) Family() uint16 { return familyOf(s[:]) }

// SetFamily sets the address family.
func (s *Sockaddr) SetFamily(family uint16) { putFamily(s[:], family) }

// FamilyAddr returns an interface's address of a family other than IPv4
// (SIOCGIFADDR on a socket of that family). ask is sent along: IPX reads the
// frame type from it. An answer of another family is EAFNOSUPPORT;
// EADDRNOTAVAIL: there is no address.
func (c *Conn) FamilyAddr(name string, ask Sockaddr) (Sockaddr, error) {
	if err := c.prepare(idGetAddr, name); err != nil {
		return Sockaddr{}, err
	}
	copy(c.req.union(), ask[:])
	if err := c.do(idGetAddr, name); err != nil {
		return Sockaddr{}, err
	}
	answer := Sockaddr(c.req.union())
	if answer.Family() != ask.Family() {
		return Sockaddr{}, failure(idGetAddr.name, name, unix.EAFNOSUPPORT)
	}
	return answer, nil
}

// SetFamilyAddr sets an interface's address of a family other than IPv4
// (SIOCSIFADDR on a socket of that family).
func (c *Conn) SetFamilyAddr(name string, addr Sockaddr) error {
	if err := c.prepare(idSetAddr, name); err != nil {
		return err
	}
	copy(c.req.union(), addr[:])
	return c.do(idSetAddr, name)
}
