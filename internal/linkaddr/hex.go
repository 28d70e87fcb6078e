// Package linkaddr is the text of addresses that aren't IP: those of link
// layers and those of the families whose addresses ifconfig takes beside IPv4
// and IPv6. In bytes they are what follows the family in a struct sockaddr.
//
// Printers append and never fail: bytes that an address lacks are zero.
// Parsers return at most the 14 bytes of sa_data.
package linkaddr

import "strings"

const (
	lowerDigits = "0123456789abcdef"
	upperDigits = "0123456789ABCDEF"
)

// AppendLower appends the first n bytes of addr, two lower-case digits each,
// with sep between them; sep 0 is none.
func AppendLower(b, addr []byte, n int, sep byte) []byte {
	return appendHex(b, addr, n, sep, lowerDigits)
}

// AppendUpper is AppendLower with upper-case digits.
func AppendUpper(b, addr []byte, n int, sep byte) []byte {
	return appendHex(b, addr, n, sep, upperDigits)
}

//go:noinline
func appendHex(b, addr []byte, n int, sep byte, digits string) []byte {
	for i := range n {
		if i > 0 && sep != 0 {
			b = append(b, sep)
		}
		c := byteAt(addr, i)
		b = append(b, digits[c>>4], digits[c&15])
	}
	return b
}

// byteAt returns byte i of addr: zero beyond its end, where the classic tools
// show what happens to be in memory.
func byteAt(addr []byte, i int) byte {
	if i < len(addr) {
		return addr[i]
	}
	return 0
}

// ParseHex reads an address of n bytes of two hex digits each. One colon may
// follow a byte. Bytes that are missing are zero, what follows n bytes is
// ignored: scripts pass MACs with and without colons, and with a comment
// behind. With short, a digit alone is a byte too, before a colon or the end.
// Other text is ErrSyntax.
func ParseHex(text string, n int, short bool) ([]byte, error) {
	addr := make([]byte, n)
	for i := 0; i < n && text != ""; i++ {
		v, size := byteOfHex(text, short)
		if size == 0 {
			return nil, ErrSyntax
		}
		addr[i] = v
		text = strings.TrimPrefix(text[size:], ":")
	}
	return addr, nil
}

// byteOfHex reads the byte at the start of text and tells how many characters it
// took, 0 if there is none. The colon that ends a digit alone is part of it,
// so 1::2 is two bytes as in the classic tools, and 01::2 none.
func byteOfHex(text string, short bool) (byte, int) {
	high, ok := nibble(text[0])
	if !ok {
		return 0, 0
	}
	if short && len(text) == 1 {
		return high, 1
	}
	if short && text[1] == ':' {
		return high, 2
	}
	if len(text) == 1 {
		return 0, 0
	}
	low, ok := nibble(text[1])
	if !ok {
		return 0, 0
	}
	return high<<4 | low, 2
}

func nibble(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}
