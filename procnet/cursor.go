package procnet

import "math"

// cursor reads a line from left to right as scanf(3) does: each conversion
// skips white space, takes what it can and leaves the rest to the next one.
type cursor struct{ rest []byte }

// isSpace is isspace(3) in the C locale.
func isSpace(c byte) bool { return c == ' ' || c-'\t' < 5 }

// skipSpace moves to the next byte that isn't white space.
func (c *cursor) skipSpace() {
	i := 0
	for i < len(c.rest) && isSpace(c.rest[i]) {
		i++
	}
	c.rest = c.rest[i:]
}

// word is %Ns: at most limit bytes up to white space. ok is false at the end of
// the line.
func (c *cursor) word(limit int) (w []byte, ok bool) {
	c.skipSpace()
	i, end := 0, min(limit, len(c.rest))
	for i < end && !isSpace(c.rest[i]) {
		i++
	}
	w, c.rest = c.rest[:i], c.rest[i:]
	return w, i > 0
}

// text is a whole word, however long.
func (c *cursor) text() (w []byte, ok bool) { return c.word(math.MaxInt) }

// decimal is %d: a number of a C long cut to 32 bits, so 4294967295 is -1.
func (c *cursor) decimal() (int32, bool) {
	m, ok := c.magnitude(10)
	return int32(m.signed()), ok
}

// counter is %llu: -1 is the largest number, and so is what doesn't fit.
func (c *cursor) counter() (uint64, bool) {
	m, ok := c.magnitude(10)
	return m.unsigned(), ok
}

// hex is %x, cut to 32 bits.
func (c *cursor) hex() (uint32, bool) {
	m, ok := c.magnitude(16)
	return uint32(m.unsigned()), ok
}

// magnitude is a number before its C type limits it.
type magnitude struct {
	value    uint64
	negative bool
	overflow bool // more than 64 bits
}

// signed is the value as strtol(3) gives it.
func (m magnitude) signed() int64 {
	switch {
	case m.negative && (m.overflow || m.value > math.MaxInt64):
		return math.MinInt64
	case m.negative:
		return -int64(m.value)
	case m.overflow || m.value > math.MaxInt64:
		return math.MaxInt64
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

// magnitude reads an optional sign and the digits. ok is false, and nothing
// used up but white space, where there is no digit.
func (c *cursor) magnitude(base uint64) (m magnitude, ok bool) {
	c.skipSpace()
	rest := c.rest
	if len(rest) > 0 && (rest[0] == '-' || rest[0] == '+') {
		m.negative = rest[0] == '-'
		rest = rest[1:]
	}
	if base == 16 {
		rest = withoutPrefix(rest)
	}
	n := 0
	for ; n < len(rest); n++ {
		d := digit(rest[n])
		if d >= base {
			break
		}
		m.overflow = m.overflow || m.value>>59 != 0 && m.value > (math.MaxUint64-d)/base
		m.value = m.value*base + d
	}
	if n == 0 {
		return magnitude{}, false
	}
	c.rest = rest[n:]
	return m, true
}

// withoutPrefix drops the 0x that %x allows in front of digits.
func withoutPrefix(b []byte) []byte {
	if len(b) > 2 && b[0] == '0' && b[1]|0x20 == 'x' && digit(b[2]) < 16 {
		return b[2:]
	}
	return b
}

// digit is the value of a hexadecimal digit, 255 for any other byte.
func digit(c byte) uint64 {
	switch {
	case c-'0' < 10:
		return uint64(c - '0')
	case c|0x20-'a' < 6:
		return uint64(c|0x20-'a') + 10
	}
	return 255
}
