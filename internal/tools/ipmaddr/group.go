package ipmaddr

import "strings"

// parseGroup reads an address of the link layer: pairs of hexadecimal digits, with
// colons or dots between them, or nothing. A single digit counts before any one
// character. Bytes that aren't given are zero; more than there is room for are no
// address.
func parseGroup(text string) (group [14]byte, ok bool) {
	for i := 0; ; i++ {
		text = strings.TrimLeft(text, ":.")
		switch {
		case text == "":
			return group, true
		case i == len(group) || len(text) == 1:
			return group, false
		}
		if group[i], ok = pair(text[0], text[1]); !ok {
			return group, false
		}
		text = text[2:]
	}
}

// pair is the byte of a digit and what is behind it.
func pair(first, second byte) (byte, bool) {
	high, ok := digit(first)
	if low, both := digit(second); both {
		return high<<4 | low, ok
	}
	return high, ok
}

func digit(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return (c | 0x20) - 'a' + 10, true
	}
	return 0, false
}
