package ioctl

import (
	"net/netip"

	"golang.org/x/sys/unix"

	"classicnet/internal/netaddr"
)

// Mask returns the netmask of a prefix length: 255.255.255.0 of 24. Lengths
// beyond 0 to 32 are taken for the nearest of these.
func Mask(bits int) netip.Addr { return netaddr.Mask(bits) }

// MaskLen returns the prefix length of a netmask: 24 of 255.255.255.0. ok is
// false for what is no IPv4 address and for a mask whose bits aren't contiguous.
func MaskLen(mask netip.Addr) (bits int, ok bool) {
	if !mask.Is4() {
		return 0, false
	}
	for bits = range 33 {
		if netaddr.Mask(bits) == mask {
			return bits, true
		}
	}
	return 0, false
}

// Prefix returns the IPv4 address that carries the label name with the length of
// its netmask (SIOCGIFADDR, SIOCGIFNETMASK). Masked of it is the net. Errors as
// Addr; EINVAL: the netmask has holes, which current kernels don't allow.
func (c *Conn) Prefix(name string) (netip.Prefix, error) {
	addr, err := c.Addr(name)
	if err != nil {
		return netip.Prefix{}, err
	}
	mask, err := c.InetBeside(AddrNetmask, name, addr)
	if err != nil {
		return netip.Prefix{}, err
	}
	bits, ok := MaskLen(mask)
	if !ok {
		return netip.Prefix{}, failure(idGetNetmask.name, name, unix.EINVAL)
	}
	return netip.PrefixFrom(addr, bits), nil
}

// SetPrefix sets the IPv4 address of the label name and its netmask (SIOCSIFADDR,
// SIOCSIFNETMASK). The broadcast address follows. Errors as SetAddr and
// SetNetmask; where the second fails the address has the mask of its class.
func (c *Conn) SetPrefix(name string, prefix netip.Prefix) error {
	if err := c.SetAddr(name, prefix.Addr()); err != nil {
		return err
	}
	return c.SetNetmask(name, Mask(prefix.Bits()))
}
