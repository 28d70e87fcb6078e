package dns

import (
	"bytes"
	"net/netip"
	"strconv"
)

// A length of a label from here on is a pointer to where the rest of the name
// stands, of two bytes; what is between the longest label and this is nothing.
const pointerMark = 0xc0

// maxPointers is more than any server needs for a name.
const maxPointers = 10

// skipName returns the place behind the name that starts at a place, -1 if it
// has no end.
func skipName(message []byte, at int) int {
	for at < len(message) {
		n := int(message[at])
		switch {
		case n == 0:
			return at + 1
		case n >= pointerMark:
			return at + 2
		case n > longestLabel:
			return -1
		}
		at += 1 + n
	}
	return -1
}

// readName reads the name that starts at a place, a dot behind each label. A dot
// in a label could make one name look like another and is malformed.
func readName(message []byte, at int) (string, error) {
	var name []byte
	for pointers := 0; at < len(message) && pointers <= maxPointers && len(name) < longestName; {
		n := int(message[at])
		at++
		switch {
		case n == 0:
			return string(name), nil
		case n >= pointerMark && at < len(message):
			at = (n-pointerMark)<<8 | int(message[at])
			pointers++
		case n <= longestLabel && at+n <= len(message) && bytes.IndexByte(message[at:at+n], '.') < 0:
			name = append(append(name, message[at:at+n]...), '.')
			at += n
		default:
			return "", errMalformed
		}
	}
	return "", errMalformed
}

// reverseName is the name under which an address has its PTR records: bytes of
// IPv4 and digits of IPv6 from the last to the first. An IPv4-mapped address has
// those of the IPv4 one.
func reverseName(a netip.Addr) string {
	a = a.Unmap()
	var name []byte
	octets := a.AsSlice()
	for i := len(octets) - 1; i >= 0; i-- {
		if a.Is4() {
			name = append(strconv.AppendUint(name, uint64(octets[i]), 10), '.')
			continue
		}
		const digits = "0123456789abcdef"
		name = append(name, digits[octets[i]&0xf], '.', digits[octets[i]>>4], '.')
	}
	if a.Is4() {
		return string(name) + "in-addr.arpa."
	}
	return string(name) + "ip6.arpa."
}
