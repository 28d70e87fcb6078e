package linkaddr

import (
	"encoding/binary"
	"strconv"
)

// AppendDLCI appends the number of a frame relay circuit: the first two bytes
// as a signed number in the machine's byte order.
func AppendDLCI(b, addr []byte) []byte {
	raw := [2]byte{byteAt(addr, 0), byteAt(addr, 1)}
	return strconv.AppendInt(b, int64(int16(binary.NativeEndian.Uint16(raw[:]))), 10)
}

// AppendIrDA appends an infrared device's address, its four bytes from the last
// to the first.
func AppendIrDA(b, addr []byte) []byte {
	reversed := [4]byte{byteAt(addr, 3), byteAt(addr, 2), byteAt(addr, 1), byteAt(addr, 0)}
	return AppendLower(b, reversed[:], len(reversed), ':')
}

// AppendAsh appends an Ash address in brackets, one digit for each of the first
// n bytes: the first that C's %x has for it as a signed char.
func AppendAsh(b, addr []byte, n int) []byte {
	b = append(b, '[')
	for i := range n {
		b = append(b, firstDigit(byteAt(addr, i)))
	}
	return append(b, ']')
}

func firstDigit(c byte) byte {
	switch {
	case c >= 0x80:
		return 'f'
	case c >= 0x10:
		return lowerDigits[c>>4]
	}
	return lowerDigits[c]
}
