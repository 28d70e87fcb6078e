package ioctl

import (
	"encoding/binary"
	"encoding/hex"
	"net/netip"

	"golang.org/x/sys/unix"
)

// Offsets in struct sockaddr and, for inetAddr, in struct sockaddr_in (ip(7)).
const (
	sockaddrFamily = 0
	sockaddrData   = 2
	inetAddr       = 4
	sockaddrSize   = 16
)

// Sockaddr is a struct sockaddr of any family: two bytes of family in the
// machine's byte order, then what ip(7), <linux/ipx.h>, <linux/atalk.h> ...
// lay out.
type Sockaddr [16]byte

// InetSockaddr is the sockaddr_in of an IPv4 address, with port 0. Another
// address gives the zero Sockaddr.
func InetSockaddr(addr netip.Addr) Sockaddr {
	var s Sockaddr
	putInet(s[:], addr)
	return s
}

// Family is the address family, a unix.AF_ number.
func (s Sockaddr) Family() uint16 { return familyOf(s[:]) }

// SetFamily sets the address family.
func (s *Sockaddr) SetFamily(family uint16) { putFamily(s[:], family) }

// Data are the 14 bytes after the family.
func (s *Sockaddr) Data() []byte { return s[sockaddrData:] }

// String is the dotted quad of an IPv4 address and hex digits for the others.
func (s Sockaddr) String() string {
	if addr, ok := inetOf(s[:]); ok {
		return addr.String()
	}
	return hex.EncodeToString(s[:])
}

func familyOf(sockaddr []byte) uint16 {
	return binary.NativeEndian.Uint16(sockaddr[sockaddrFamily:])
}

func putFamily(sockaddr []byte, family uint16) {
	binary.NativeEndian.PutUint16(sockaddr[sockaddrFamily:], family)
}

// AddrKind says which address of an interface is meant.
type AddrKind uint8

// The addresses that an interface has in each family.
const (
	AddrLocal     AddrKind = iota // SIOCSIFADDR
	AddrPeer                      // SIOCSIFDSTADDR
	AddrBroadcast                 // SIOCSIFBRDADDR
	AddrNetmask                   // SIOCSIFNETMASK
)

// String is the name of the request that sets the address.
func (k AddrKind) String() string { return k.requests().set.name }

// addrRequest are the requests that set and read an address.
type addrRequest struct{ set, get requestID }

var addrRequests = [...]addrRequest{
	AddrLocal:     {idSetAddr, idGetAddr},
	AddrPeer:      {idSetDstAddr, idGetDstAddr},
	AddrBroadcast: {idSetBroadcast, idGetBroadcast},
	AddrNetmask:   {idSetNetmask, idGetNetmask},
}

// requests are those of the kind; what is no kind is AddrLocal.
func (k AddrKind) requests() *addrRequest {
	if int(k) >= len(addrRequests) {
		k = AddrLocal
	}
	return &addrRequests[k]
}

// SetSockaddr sets an address of any family, on a socket of that family.
// Errors as SetAddr, SetDstAddr, SetBroadcast and SetNetmask have.
func (c *Conn) SetSockaddr(kind AddrKind, name string, addr Sockaddr) error {
	return c.setSockaddr(kind.requests().set, name, addr)
}

func (c *Conn) setSockaddr(id requestID, name string, addr Sockaddr) error {
	if err := c.prepare(id, name); err != nil {
		return err
	}
	copy(c.req.union(), addr[:])
	return c.do(id, name)
}

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
