package out

import "strconv"

// The functions below are the conversions of printf that listings are made of,
// without its cost.

// AppendBlanks appends n blanks, none if n is negative.
//
//go:noinline
func AppendBlanks(b []byte, n int) []byte {
	for ; n > len(blanks); n -= len(blanks) {
		b = append(b, blanks...)
	}
	return append(b, blanks[:max(n, 0)]...)
}

const blanks = "                                "

// PadRight fills up with blanks what was appended since start, as %-*s does.
// What is longer stays whole.
func PadRight(b []byte, start, width int) []byte {
	return AppendBlanks(b, width-(len(b)-start))
}

// AppendLeft appends s at the left of a column, as %-*s.
//
//go:noinline
func AppendLeft(b []byte, s string, width int) []byte {
	return PadRight(append(b, s...), len(b), width)
}

// AppendRight appends s at the right of a column, as %*s.
func AppendRight(b []byte, s string, width int) []byte {
	return append(AppendBlanks(b, width-len(s)), s...)
}

// AppendLeftInt appends v at the left of a column, as %-*d.
func AppendLeftInt(b []byte, v int64, width int) []byte {
	return PadRight(strconv.AppendInt(b, v, 10), len(b), width)
}

// AppendRightInt appends v at the right of a column, as %*d.
func AppendRightInt(b []byte, v int64, width int) []byte {
	var digits [20]byte
	return appendRight(b, strconv.AppendInt(digits[:0], v, 10), width)
}

// AppendLeftUint appends v at the left of a column, as %-*u.
func AppendLeftUint(b []byte, v uint64, width int) []byte {
	return PadRight(strconv.AppendUint(b, v, 10), len(b), width)
}

// AppendRightUint appends v at the right of a column, as %*u.
func AppendRightUint(b []byte, v uint64, width int) []byte {
	var digits [20]byte
	return appendRight(b, strconv.AppendUint(digits[:0], v, 10), width)
}

func appendRight(b, text []byte, width int) []byte {
	return append(AppendBlanks(b, width-len(text)), text...)
}
