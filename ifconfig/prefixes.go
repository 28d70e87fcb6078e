package ifconfig

import (
	"net/netip"

	"classicnet/ioctl"
)

// Prefix is the address with the length of its netmask. Where the mask has holes or
// isn't known the Prefix has the address and isn't valid.
func (a InetAddr) Prefix() netip.Prefix {
	bits, ok := ioctl.MaskLen(a.Netmask)
	if !ok {
		bits = -1
	}
	return netip.PrefixFrom(a.Addr, bits)
}

// Prefixes are the addresses of the interface, IPv4's first, each with the length of
// its netmask as InetAddr.Prefix has it. Those that share a label with another are
// there only where Everything was asked for, as in More.
func (i *Interface) Prefixes() []netip.Prefix {
	var list []netip.Prefix
	if i.Addr.IsValid() {
		list = append(list, InetAddr{Addr: i.Addr, Netmask: i.Netmask}.Prefix())
	}
	for _, a := range i.More {
		list = append(list, a.Prefix())
	}
	for _, a := range i.Inet6 {
		list = append(list, a.Prefix())
	}
	return list
}
