package ioctltest

import (
	"net/netip"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// Interfaces is ioctl's.
func (c *Conn) Interfaces() ([]ioctl.InterfaceAddr, error) {
	if err := c.begin("SIOCGIFCONF", "", false); err != nil {
		return nil, err
	}
	var list []ioctl.InterfaceAddr
	for _, d := range c.kernel().interfaces {
		for _, a := range d.Addrs {
			list = append(list, ioctl.InterfaceAddr{Name: a.Label, Addr: a.Local})
		}
	}
	return list, nil
}

// The parts of an address, by ioctl's kinds.
var parts = [...]func(*Addr) *netip.Addr{
	ioctl.AddrLocal:     func(a *Addr) *netip.Addr { return &a.Local },
	ioctl.AddrPeer:      func(a *Addr) *netip.Addr { return &a.Peer },
	ioctl.AddrBroadcast: func(a *Addr) *netip.Addr { return &a.Broadcast },
	ioctl.AddrNetmask:   func(a *Addr) *netip.Addr { return &a.Mask },
}

// part reads a part of the address that carries a label, of beside where that is
// one of several.
func (c *Conn) part(kind ioctl.AddrKind, name string, beside netip.Addr) (netip.Addr, error) {
	if int(kind) >= len(parts) {
		kind = ioctl.AddrLocal
	}
	request := strings.Replace(kind.String(), "SIOCS", "SIOCG", 1)
	d, err := c.get(request, name)
	if err != nil {
		return netip.Addr{}, err
	}
	at := d.label(name)
	if at < 0 {
		return netip.Addr{}, failure(request, name, unix.EADDRNOTAVAIL)
	}
	for i := range d.Addrs {
		if d.Addrs[i].Label == name && d.Addrs[i].Local == beside {
			at = i
			break
		}
	}
	return *parts[kind](&d.Addrs[at]), nil
}

// Addr is ioctl's.
func (c *Conn) Addr(name string) (netip.Addr, error) {
	return c.part(ioctl.AddrLocal, name, netip.Addr{})
}

// DstAddr is ioctl's.
func (c *Conn) DstAddr(name string) (netip.Addr, error) {
	return c.part(ioctl.AddrPeer, name, netip.Addr{})
}

// Broadcast is ioctl's.
func (c *Conn) Broadcast(name string) (netip.Addr, error) {
	return c.part(ioctl.AddrBroadcast, name, netip.Addr{})
}

// Netmask is ioctl's.
func (c *Conn) Netmask(name string) (netip.Addr, error) {
	return c.part(ioctl.AddrNetmask, name, netip.Addr{})
}

// InetBeside is ioctl's.
func (c *Conn) InetBeside(kind ioctl.AddrKind, name string, addr netip.Addr) (netip.Addr, error) {
	if !addr.Is4() {
		return netip.Addr{}, failure(strings.Replace(kind.String(), "SIOCS", "SIOCG", 1), name, unix.EAFNOSUPPORT)
	}
	return c.part(kind, name, addr)
}

// FamilyAddr is ioctl's.
func (c *Conn) FamilyAddr(name string, ask ioctl.Sockaddr) (ioctl.Sockaddr, error) {
	d, err := c.get("SIOCGIFADDR", name)
	if err != nil {
		return ioctl.Sockaddr{}, err
	}
	answer, ok := d.Others[ask]
	switch {
	case !ok:
		return ioctl.Sockaddr{}, failure("SIOCGIFADDR", name, unix.EADDRNOTAVAIL)
	case answer.Family() != ask.Family():
		return ioctl.Sockaddr{}, failure("SIOCGIFADDR", name, unix.EAFNOSUPPORT)
	}
	return answer, nil
}

// SetAddr is ioctl's.
func (c *Conn) SetAddr(name string, addr netip.Addr) error {
	return c.setInet(ioctl.AddrLocal, name, addr)
}

// SetDstAddr is ioctl's.
func (c *Conn) SetDstAddr(name string, addr netip.Addr) error {
	return c.setInet(ioctl.AddrPeer, name, addr)
}

// SetBroadcast is ioctl's.
func (c *Conn) SetBroadcast(name string, addr netip.Addr) error {
	return c.setInet(ioctl.AddrBroadcast, name, addr)
}

// SetNetmask is ioctl's.
func (c *Conn) SetNetmask(name string, mask netip.Addr) error {
	return c.setInet(ioctl.AddrNetmask, name, mask)
}

func (c *Conn) setInet(kind ioctl.AddrKind, name string, addr netip.Addr) error {
	if !addr.Is4() {
		return failure(kind.String(), name, unix.EAFNOSUPPORT)
	}
	return c.SetSockaddr(kind, name, ioctl.InetSockaddr(addr))
}
