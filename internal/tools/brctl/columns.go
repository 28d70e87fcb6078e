package brctl

import (
	"strconv"

	"classicnet/internal/out"
	"classicnet/ioctl"
)

// column appends a value in its column.
type column func([]byte, uint32) []byte

// appendPair appends a line with two values, without its newline but with that
// of the line before.
func appendPair(b []byte, left string, value column, v uint32, right string, w uint32) []byte {
	b = value(append(append(b, "\n "...), left...), v)
	return value(append(append(b, "\t\t\t"...), right...), w)
}

func appendTimes(b []byte, left string, v uint32, right string, w uint32) []byte {
	return appendPair(b, left, appendTime, v, right, w)
}

// appendCount appends a number as %4i does.
func appendCount(b []byte, v uint32) []byte { return out.AppendRightInt(b, int64(int32(v)), 4) }

// appendTime appends 1/100 s as seconds, %4i.%.2i.
func appendTime(b []byte, v uint32) []byte {
	return appendCents(out.AppendRightUint(b, uint64(v/100), 4), v)
}

func appendCents(b []byte, v uint32) []byte {
	return append(b, '.', '0'+byte(v/10%10), '0'+byte(v%10))
}

// appendID appends "8000.020000000001".
func appendID(b []byte, id ioctl.BridgeID) []byte {
	for i, octet := range id {
		if i == 2 {
			b = append(b, '.')
		}
		b = appendHex(b, uint64(octet), 2)
	}
	return b
}

// appendHex appends v in hexadecimal with zeros in front, %.*x.
func appendHex(b []byte, v uint64, width int) []byte {
	const digits = 16
	var text [digits]byte
	hex := strconv.AppendUint(text[:0], v, digits)
	for range width - len(hex) {
		b = append(b, '0')
	}
	return append(b, hex...)
}

func appendFlag(b []byte, set bool, word string) []byte {
	if set {
		b = append(b, word...)
	}
	return b
}

func yesNo(v bool) string {
	if v {
		return "yes"
	}
	return "no"
}
