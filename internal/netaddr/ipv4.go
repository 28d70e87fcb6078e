// Package netaddr reads and writes IP addresses in the text forms of the C
// library that the classic tools use. Addresses are those of net/netip.
package netaddr

import (
	"net/netip"

	"classicnet/internal/cnum"
)

// Aton reads an IPv4 address as inet_aton(3) of glibc does: one to four parts,
// decimal, octal or hexadecimal each, of which the last fills the bytes that
// are left ("10.1" is 10.0.0.1). Text after white space is ignored.
func Aton(s string) (netip.Addr, bool) {
	v, rest, ok := aton(s)
	if !ok || rest != "" && !space(rest[0]) {
		return netip.Addr{}, false
	}
	return addr4(v), true
}

// AtonExact is Aton for the whole text, as getaddrinfo(3) reads it: nothing
// may follow.
func AtonExact(s string) (netip.Addr, bool) {
	v, rest, ok := aton(s)
	if !ok || rest != "" {
		return netip.Addr{}, false
	}
	return addr4(v), true
}

// aton reads the parts up to the first byte that belongs to none.
func aton(s string) (v uint32, rest string, ok bool) {
	for shift := 24; ; shift -= 8 {
		if s == "" || s[0] < '0' || s[0] > '9' {
			return 0, s, false
		}
		part, rest := cnum.Strtoul(s)
		if rest == "" || rest[0] != '.' {
			return v | uint32(part), rest, part < 1<<(shift+8)
		}
		if part > 0xff || shift == 0 {
			return 0, s, false
		}
		v |= uint32(part) << shift
		s = rest[1:]
	}
}

func addr4(v uint32) netip.Addr {
	return netip.AddrFrom4([4]byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)})
}

// space is isspace(3) in the C locale.
func space(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

// Append4 appends an address as a dotted quad: that of an IPv4 or IPv4-mapped
// address, 0.0.0.0 for the zero Addr. It allocates nothing but room in b.
func Append4(b []byte, a netip.Addr) []byte {
	quad := a.As16() // never fails, unlike As4
	var room [len("255.255.255.255")]byte
	n := putByte(room[:], quad[12])
	for _, v := range quad[13:] {
		room[n] = '.'
		n += 1 + putByte(room[n+1:], v)
	}
	return append(b, room[:n]...)
}

// putByte writes up to three digits and returns how many.
func putByte(to []byte, v byte) int {
	n := 0
	if v >= 100 {
		to[n] = '0' + v/100
		n++
	}
	if v >= 10 {
		to[n] = '0' + v/10%10
		n++
	}
	to[n] = '0' + v%10
	return n + 1
}
