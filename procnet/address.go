package procnet

import (
	"encoding/binary"
	"net/netip"
)

// address4 is the IPv4 address that the kernel prints as a number in hex: the
// 32-bit word that holds it in network order, read in the machine's own byte
// order. 10.0.0.1 is 0100000A on a little-endian machine, 0A000001 on a
// big-endian one.
func address4(word uint32) netip.Addr {
	var a [4]byte
	binary.NativeEndian.PutUint32(a[:], word)
	return netip.AddrFrom4(a)
}

// hexWord reads the first 8 digits. What follows is ignored, as the classic
// tools do; fewer give 0.
func hexWord(word []byte) (v uint32, ok bool) {
	if len(word) < 8 {
		return 0, false
	}
	for _, c := range word[:8] {
		d := digit(c)
		if d > 15 {
			return 0, false
		}
		v = v<<4 | uint32(d)
	}
	return v, true
}

// address6 takes a word of 32 hex digits, an IPv6 address in network order, and
// leaves any other word.
func (c *cursor) address6() (netip.Addr, bool) {
	c.skipSpace()
	start := c.rest
	word, _ := c.text()
	var a [16]byte
	if !hexBytes(a[:], word) {
		c.rest = start
		return netip.Addr{}, false
	}
	return netip.AddrFrom16(a), true
}

// hexBytes reads two digits for each byte of to, neither more nor fewer.
func hexBytes(to, digits []byte) bool {
	if len(digits) != 2*len(to) {
		return false
	}
	for i := range to {
		high, low := digit(digits[2*i]), digit(digits[2*i+1])
		if high > 15 || low > 15 {
			return false
		}
		to[i] = byte(high<<4 | low)
	}
	return true
}
