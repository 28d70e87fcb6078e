package ioctltest

import (
	"net/netip"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// Prefix is ioctl's.
func (c *Conn) Prefix(name string) (netip.Prefix, error) {
	addr, err := c.Addr(name)
	if err != nil {
		return netip.Prefix{}, err
	}
	mask, err := c.InetBeside(ioctl.AddrNetmask, name, addr)
	if err != nil {
		return netip.Prefix{}, err
	}
	bits, ok := ioctl.MaskLen(mask)
	if !ok {
		return netip.Prefix{}, failure("SIOCGIFNETMASK", name, unix.EINVAL)
	}
	return netip.PrefixFrom(addr, bits), nil
}

// SetPrefix is ioctl's.
func (c *Conn) SetPrefix(name string, prefix netip.Prefix) error {
	if err := c.SetAddr(name, prefix.Addr()); err != nil {
		return err
	}
	return c.SetNetmask(name, ioctl.Mask(prefix.Bits()))
}

// InetAddrs is ioctl's.
func (c *Conn) InetAddrs() ([]ioctl.InetAddr, error) {
	if err := c.begin("RTM_GETADDR", "", false); err != nil {
		return nil, err
	}
	var list []ioctl.InetAddr
	for _, d := range c.kernel().interfaces {
		for _, a := range d.Addrs {
			bits, _ := maskLen(word(a.Mask))
			list = append(list, ioctl.InetAddr{
				Index: d.Index, Label: a.Label, PrefixLen: uint8(bits),
				Addr: a.Local, Peer: a.Peer, Broadcast: a.Broadcast,
			})
		}
	}
	return list, nil
}
