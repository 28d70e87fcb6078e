package resolve

import (
	"net/netip"
	"strings"

	"classicnet/internal/cnum"
)

// hostEntries reads a line of /etc/hosts: an address as inet_pton(3) reads it,
// then names. As in the C library an IPv4 look-up also hits the lines of
// IPv4-mapped addresses and of ::1, which then is 127.0.0.1.
func hostEntries(words []string) []entry {
	if len(words) < 2 {
		return nil
	}
	a, err := netip.ParseAddr(words[0])
	if err != nil || a.Zone() != "" {
		return nil
	}
	entries := []entry{{a, words[1:]}}
	switch {
	case a.Is4In6():
		entries = append(entries, entry{a.Unmap(), words[1:]})
	case a == netip.IPv6Loopback():
		entries = append(entries, entry{netip.AddrFrom4([4]byte{127, 0, 0, 1}), words[1:]})
	}
	return entries
}

// networkEntries reads a line of /etc/networks: a name, a number, aliases.
func networkEntries(words []string) []entry {
	if len(words) == 0 {
		return nil
	}
	number, names := "", words[:1]
	if len(words) > 1 {
		number = words[1]
		names = append(words[:1:1], words[2:]...)
	}
	return []entry{{networkNumber(number), names}}
}

// networkNumber reads a network's number: up to four bytes, decimal, octal or
// hexadecimal; those that are missing at the right are 0, so 10 is 10.0.0.0.
// What is no number is 255.255.255.255, as glibc takes inet_network(3)'s
// answer without a look.
func networkNumber(text string) netip.Addr {
	var number [4]byte
	for i := 0; ; i++ {
		part, rest, more := strings.Cut(text, ".")
		v, after := cnum.Strtoul(part)
		if i == len(number) || part == "" || part[0] < '0' || part[0] > '9' || after != "" || v > 0xff {
			return netip.AddrFrom4([4]byte{0xff, 0xff, 0xff, 0xff})
		}
		number[i] = byte(v)
		if text = rest; !more {
			return netip.AddrFrom4(number)
		}
	}
}
