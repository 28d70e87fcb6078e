// Package cnum reads numbers as the C library does on machines where long has
// 64 bits: white space before the number is skipped, what follows it is left,
// no number at all is 0, and a number that doesn't fit is the nearest that
// does. Scripts pass numbers to the classic tools in all of these shapes.
package cnum

import "math"

// Atoi returns what atoi(3) makes of s: the low 32 bits of Atol.
func Atoi(s string) int32 { return int32(Atol(s)) }

// Atol returns what atol(3) makes of s: strtol(3) in base 10.
func Atol(s string) int64 {
	n, _ := scan(s, 10)
	return n.signed()
}

// Strtol returns what strtol(3) in base 0 makes of s, and the text after the
// number. Base 0 takes 0x for hexadecimal and another 0 in front for octal.
// Where there is no number v is 0 and rest is s.
func Strtol(s string) (v int64, rest string) {
	n, rest := scan(s, 0)
	return n.signed(), rest
}

// Strtoul is Strtol for strtoul(3). A minus sign is taken too: -1 is the
// largest number, -2 the one before.
func Strtoul(s string) (v uint64, rest string) {
	n, rest := scan(s, 0)
	return n.unsigned(), rest
}

// StrtoulBase is Strtoul in base 10, or in base 16, where 0x may stand in front.
func StrtoulBase(s string, base int) (v uint64, rest string) {
	n, rest := scan(s, uint64(base))
	return n.unsigned(), rest
}

// A number is what the text says, before it is made to fit.
type number struct {
	negative  bool
	overflow  bool // more than 64 bits; magnitude is meaningless
	magnitude uint64
}

func (n number) signed() int64 {
	const limit = uint64(math.MaxInt64)
	switch {
	case n.negative && (n.overflow || n.magnitude > limit):
		return math.MinInt64
	case n.negative:
		return -int64(n.magnitude)
	case n.overflow || n.magnitude > limit:
		return math.MaxInt64
	}
	return int64(n.magnitude)
}

func (n number) unsigned() uint64 {
	switch {
	case n.overflow:
		return math.MaxUint64
	case n.negative:
		return -n.magnitude
	}
	return n.magnitude
}
