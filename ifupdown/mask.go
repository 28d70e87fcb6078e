package ifupdown

import (
	"net/netip"
	"strings"

	"classicnet/internal/netaddr"
)

// parse4 reads an IPv4 address as inet_pton(3) does.
func parse4(text string) (netip.Addr, bool) {
	a, err := netip.ParseAddr(text)
	return a, err == nil && a.Is4()
}

// parseMask reads a netmask as a dotted quad or a prefix length.
func parseMask(text string) (netip.Addr, bool) {
	if strings.Contains(text, ".") {
		return parse4(text)
	}
	bits, ok := parseNumber(text, 32)
	return netaddr.Mask(bits), ok
}

// classMask is the netmask of an address's class; multicast and beyond is one
// host.
func classMask(a netip.Addr) netip.Addr {
	switch first := a.As4()[0]; {
	case first < 128:
		return netaddr.Mask(8)
	case first < 192:
		return netaddr.Mask(16)
	case first < 224:
		return netaddr.Mask(24)
	}
	return netaddr.Mask(32)
}

// hostMask is the netmask of an address that has a peer: that of one host, else the kernel
// takes the peer's network to be on the link.
func hostMask() netip.Addr { return netaddr.Mask(32) }

// prefixOf is an address with the length of its netmask.
func prefixOf(addr, mask netip.Addr) netip.Prefix { return netip.PrefixFrom(addr, bits(mask)) }

// bits is the length of a netmask.
func bits(mask netip.Addr) (n int) {
	for _, b := range mask.As4() {
		for ; b != 0; b <<= 1 {
			n++
		}
	}
	return n
}

// parseNumber reads a decimal number from 0 to limit.
func parseNumber(text string, limit int) (n int, ok bool) {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return 0, false
		}
		if n = n*10 + int(text[i]-'0'); n > limit {
			return 0, false
		}
	}
	return n, text != ""
}
