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
	var all uint64
	for _, c := range word[:8] {
		all |= digit(c)
		v = v<<4 | uint32(digit(c))
	}
	if all > 15 {
		return 0, false
	}
	return v, true
}

// shortAddress reads the addresses that kernels print: 8 digits, one blank
// before and one after. Anything else it leaves.
func (c *cursor) shortAddress() (v uint32, ok bool) {
	b := c.rest()
	if len(b) < 10 || !isSpace(b[0]) || !isSpace(b[9]) {
		return 0, false
	}
	if v, ok = hexWord(b[1:9]); ok {
		c.at += 9
	}
	return v, ok
}

// hexBytes takes a word of two digits for each byte of to, as the kernel
// prints IPv6 and hardware addresses. Any other word it leaves, and to is zero.
func (c *cursor) hexBytes(to []byte) bool {
	c.skipSpace()
	start := c.at
	word, _ := c.text()
	if len(word) == 2*len(to) && putHex(to, word) {
		return true
	}
	clear(to)
	c.at = start
	return false
}

// putHex looks once, at the end, whether all were digits: it has 96 of them in
// a line of the IPv6 table.
func putHex(to, digits []byte) bool {
	var all uint64
	for i := range to {
		high, low := digit(digits[2*i]), digit(digits[2*i+1])
		all |= high | low
		to[i] = byte(high<<4 | low)
	}
	return all <= 15
}
