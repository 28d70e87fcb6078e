package procnet

import "math"

// The bases of numbers in the files: scanf's %d and %x.
const (
	base10 = 10
	base16 = 16
)

// number is %d or %x, cut to 32 bits: 4294967295 and -1 are the same. What has more
// bits is wide.
func (c *cursor) number(base uint64) (uint32, bool) {
	if v, ok := c.short(base); ok {
		c.wide = v > math.MaxUint32
		return uint32(v), true
	}
	m, ok := c.magnitude(base)
	c.wide = !m.fits32()
	if base == base10 {
		return uint32(m.signed()), ok
	}
	return uint32(m.unsigned()), ok
}

// long is %llu or %llx: -1 is the largest number, and so is what doesn't fit,
// which is wide.
func (c *cursor) long(base uint64) (uint64, bool) {
	if v, ok := c.short(base); ok {
		return v, true
	}
	m, ok := c.magnitude(base)
	c.wide = m.overflow
	return m.unsigned(), ok
}

// short reads the numbers that kernels print: up to 15 digits without sign or
// 0x, then white space or the end. Anything else it leaves to magnitude.
func (c *cursor) short(base uint64) (v uint64, ok bool) {
	b, at := c.line, c.at
	for at < len(b) && isSpace(b[at]) {
		at++
	}
	start := at
	for ; at < len(b); at++ {
		d := digit(b[at])
		if d >= base {
			break
		}
		v = v*base + d
	}
	if n := at - start; n == 0 || n > 15 || at < len(b) && !isSpace(b[at]) {
		return 0, false
	}
	c.at = at
	return v, true
}

// magnitude reads an optional sign, for base 16 an optional 0x, and digits.
// Without a digit it isn't ok, and only white space is used up; but 0x alone
// is 0, as in glibc.
func (c *cursor) magnitude(base uint64) (m magnitude, ok bool) {
	c.skipSpace()
	b := c.rest()
	i := 0
	if len(b) > 0 && (b[0] == '-' || b[0] == '+') {
		m.negative = b[0] == '-'
		i = 1
	}
	if base == base16 && len(b) > i+1 && b[i] == '0' && b[i+1]|0x20 == 'x' {
		i, ok = i+2, true
	}
	for i < len(b) && digit(b[i]) < base {
		m.add(base, digit(b[i]))
		i, ok = i+1, true
	}
	if ok {
		c.at += i
	}
	return m, ok
}

// magnitude is a number before its C type limits it.
type magnitude struct {
	value    uint64
	negative bool
	overflow bool // more than 64 bits
}

// add appends a digit.
func (m *magnitude) add(base, d uint64) {
	if m.value > (math.MaxUint64-d)/base {
		m.overflow = true
	}
	m.value = m.value*base + d
}

// fits32 tells whether 32 bits hold the value, with a sign or without.
func (m magnitude) fits32() bool {
	switch {
	case m.overflow || m.value > math.MaxUint32:
		return false
	case m.negative:
		return m.value <= -math.MinInt32
	}
	return true
}

// signed is the value as strtol(3) gives it.
func (m magnitude) signed() int64 {
	switch large := m.overflow || m.value > math.MaxInt64; {
	case large && m.negative:
		return math.MinInt64
	case large:
		return math.MaxInt64
	case m.negative:
		return -int64(m.value)
	}
	return int64(m.value)
}

// unsigned is the value as strtoul(3) gives it: a sign means the complement.
func (m magnitude) unsigned() uint64 {
	switch {
	case m.overflow:
		return math.MaxUint64
	case m.negative:
		return -m.value
	}
	return m.value
}

// digitPlusOne holds the value of each hexadecimal digit plus 1, 0 for other
// bytes: looked up, not computed, as it is most of the work of reading a file.
var digitPlusOne = [256]uint8{
	'0': 1, '1': 2, '2': 3, '3': 4, '4': 5, '5': 6, '6': 7, '7': 8, '8': 9, '9': 10,
	'A': 11, 'B': 12, 'C': 13, 'D': 14, 'E': 15, 'F': 16,
	'a': 11, 'b': 12, 'c': 13, 'd': 14, 'e': 15, 'f': 16,
}

// digit is the value of a hexadecimal digit, 255 for any other byte.
func digit(c byte) uint64 { return uint64(digitPlusOne[c] - 1) }
