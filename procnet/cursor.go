package procnet

import "math"

// cursor reads a line from left to right as scanf(3) does: each conversion
// skips white space, takes what it can and leaves the rest to the next one.
type cursor struct {
	line  []byte
	at    int
	fault fault // the first thing that is wrong with the line
	wide  bool  // the last number has more bits than its type
}

// isSpace is isspace(3) in the C locale.
func isSpace(c byte) bool { return c == ' ' || c-'\t' < 5 }

// trimSpace is b without white space around it. Not bytes.TrimSpace's: the kernel's
// texts are bytes, and what is a blank of Unicode's may be the end of a name.
func trimSpace(b []byte) []byte {
	for len(b) > 0 && isSpace(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && isSpace(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}

// skipSpace moves to the next byte that isn't white space.
func (c *cursor) skipSpace() {
	for c.at < len(c.line) && isSpace(c.line[c.at]) {
		c.at++
	}
}

// rest is what isn't read yet.
func (c *cursor) rest() []byte { return c.line[c.at:] }

// word is %Ns: at most limit bytes up to white space. ok is false at the end of
// the line.
func (c *cursor) word(limit int) (w []byte, ok bool) {
	c.skipSpace()
	w = c.rest()
	w = w[:min(len(w), limit)]
	i := 0
	for i < len(w) && !isSpace(w[i]) {
		i++
	}
	c.at += i
	return w[:i], i > 0
}

// text is a whole word, however long.
func (c *cursor) text() (w []byte, ok bool) { return c.word(math.MaxInt) }

// fixed is a column of a fixed width that may hold blanks, or nothing else.
func (c *cursor) fixed(width int) []byte {
	w := c.rest()
	w = w[:min(len(w), width)]
	c.at += len(w)
	return trimSpace(w)
}
