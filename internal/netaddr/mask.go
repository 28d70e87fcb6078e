package netaddr

import (
	"net/netip"

	"classicnet/internal/cnum"
)

// Mask returns the IPv4 netmask with the upper bits set: 0 to 32 of them.
// Fewer count as 0, more as 32.
func Mask(bits int) netip.Addr {
	bits = min(max(bits, 0), 32)
	return addr4(^uint32(0) << (32 - bits))
}

// Prefix reads an IPv4 prefix length as the tools take it behind a slash: a
// number as strtoul(3) in base 0 reads it ("0x18", "030", " +8"), which must
// be the whole text and 0 to 32. The originals take any number modulo 32, by
// which /32 becomes /0 and cuts the machine off; so that isn't kept.
func Prefix(text string) (bits int, ok bool) {
	v, rest := cnum.Strtoul(text)
	if text == "" || rest != "" || v > 32 {
		return 0, false
	}
	return int(v), true
}
