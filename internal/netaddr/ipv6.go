package netaddr

import (
	"net/netip"
	"strings"
)

// Pton6 reads an IPv6 address as inet_pton(3) does: no zone, no brackets, no
// white space.
func Pton6(s string) (netip.Addr, bool) {
	if strings.IndexByte(s, '%') >= 0 {
		return netip.Addr{}, false
	}
	a, err := netip.ParseAddr(s)
	if err != nil || !a.Is6() {
		return netip.Addr{}, false
	}
	return a, true
}

// Append6 appends an IPv6 address as inet_ntop(3) of glibc writes it: the
// first of the longest runs of at least two zero groups becomes "::", and an
// address that starts with six zero groups (::1.2.3.4; not ::1 and the like)
// or is IPv4-mapped ends in a dotted quad.
func Append6(b []byte, a netip.Addr) []byte {
	groups := groupsOf(a)
	start, length := zeros(groups)
	dotted := start == 0 && (length == 6 || length == 5 && groups[5] == 0xffff)
	for i := 0; i < len(groups); i++ {
		if i == start {
			b = append(b, ':', ':')
			if i += length; i == len(groups) {
				break
			}
		} else if i > 0 {
			b = append(b, ':')
		}
		if dotted && i == 6 {
			return Append4(b, addr4(uint32(groups[6])<<16|uint32(groups[7])))
		}
		b = appendHex(b, groups[i])
	}
	return b
}

// AppendPlain6 is Append6 but writes an IPv4-mapped address as its dotted quad
// alone, as net-tools does since 2003.
func AppendPlain6(b []byte, a netip.Addr) []byte {
	if a.Is4In6() {
		return Append4(b, a)
	}
	return Append6(b, a)
}

func groupsOf(a netip.Addr) (groups [8]uint16) {
	bytes := a.As16()
	for i := range groups {
		groups[i] = uint16(bytes[2*i])<<8 | uint16(bytes[2*i+1])
	}
	return groups
}

// zeros returns the first of the longest runs of two or more zero groups;
// start is -1 where there is none.
func zeros(groups [8]uint16) (start, length int) {
	start, length = -1, 1
	run := 0
	for i, g := range groups {
		if g != 0 {
			run = 0
			continue
		}
		if run++; run > length {
			start, length = i+1-run, run
		}
	}
	return start, length
}

func appendHex(b []byte, v uint16) []byte {
	const digits = "0123456789abcdef"
	shift := 12
	for shift > 0 && v>>shift == 0 {
		shift -= 4
	}
	for ; shift >= 0; shift -= 4 {
		b = append(b, digits[v>>shift&0xf])
	}
	return b
}
