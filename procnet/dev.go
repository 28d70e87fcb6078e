package procnet

import (
	"bytes"
	"io"
	"iter"
)

// Interface is a line of /proc/net/dev.
type Interface struct {
	// Name is the interface's, or an alias' such as eth0:0 in the files of
	// kernels before 2.2. It is as long as the line has it.
	Name  string
	Stats Stats
}

// Interfaces reads /proc/net/dev: a line for each network device of the namespace, in the
// order in which they were made. All three layouts that kernels had are
// known; the second title line tells which it is. The file needs no more than
// these two lines to be complete; an empty one gives no row and no error.
//
// A line that is short of counters, as "eth0: 5 1" is, gives a row whose other
// counters are 0. "No statistics available" after the name, what kernels 2.0
// said of an alias, stands for zeros.
func Interfaces(r io.Reader) iter.Seq2[Interface, error] {
	return func(yield func(Interface, error) bool) {
		in := newLines(r, "/proc/net/dev", 511)
		in.next() // titles of the groups
		titles, _ := in.next()
		layout := layoutOf(titles)
		each(in, yield, func(c *cursor, row *Interface) fault {
			name, colon := c.interfaceName()
			row.Name = in.texts.keep(name)
			counters, f := c.counters(layout)
			row.Stats = counters.stats()
			return f.orName(name, colon)
		})
	}
}

// orName adds what is wrong with the name of an interface, which comes first.
// The kernel has none of that name, so a blank line shows nothing.
func (f fault) orName(name []byte, colon bool) fault {
	switch {
	case len(name) == 0:
		return fault{"face", errMissing, true}
	case len(name) > maxName:
		return fault{"face", errNameLength, false}
	case !colon:
		return fault{"face", errNoColon, false}
	}
	return f
}

// maxName is the longest name of an interface: IFNAMSIZ less the NUL.
const maxName = 15

// interfaceName takes the name and the colon behind it. Digits between two
// colons are an alias' number and belong to the name (eth0:0: 1 2 3); with one
// colon they are the first counter, which kernels before 2.6.30 printed
// without a blank (eth0:123 2 3).
func (c *cursor) interfaceName() (name []byte, colon bool) {
	c.skipSpace()
	i := bytes.IndexFunc(c.rest, func(r rune) bool { return r == ':' || r < 0x80 && isSpace(byte(r)) })
	if i < 0 {
		i = len(c.rest)
	}
	if colon = i < len(c.rest) && c.rest[i] == ':'; colon {
		i += aliasLength(c.rest[i:])
	}
	name, c.rest = c.rest[:i], c.rest[i:]
	if colon {
		c.rest = c.rest[1:]
	}
	return name, colon
}

// aliasLength is how much of b, which starts with a colon, belongs to the name.
func aliasLength(b []byte) int {
	i := 1
	for i < len(b) && digit(b[i]) < 10 {
		i++
	}
	if i < len(b) && b[i] == ':' {
		return i
	}
	return 0
}
