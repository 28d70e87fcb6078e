package procnet

import (
	"io"
	"iter"
)

// Interface is a line of /proc/net/dev.
type Interface struct {
	// Name is the interface's, or an alias' such as eth0:0 in the files of
	// kernels before 2.2. It is as long as the line has it.
	Name  string
	Stats Stats // its counters
}

// Interfaces reads /proc/net/dev: a line for each network device of the
// namespace, in the order in which they were made. All three layouts that
// kernels had are known; the second title line tells which it is. The file
// needs no more than these two lines to be complete; an empty one gives no row
// and no error.
//
// A line that is short of counters, as "eth0: 5 1" is, gives a row whose other
// counters are 0. "No statistics available" after the name, what kernels 2.0
// said of an alias, stands for zeros.
func Interfaces(r io.Reader) iter.Seq2[Interface, error] {
	return DevRules{}.Interfaces(r)
}

// DevRules are what programs differ in when they read /proc/net/dev. The zero
// value makes rows that don't depend on one another.
type DevRules struct {
	// Before returns the counters of an earlier line with the same name, zeros
	// where there is none. Those that a line is short of keep these values.
	Before func(name string) Stats
	// FirstColon ends a name at its first colon, whatever follows: eth0:0: 1 2
	// is eth0 with one counter. What has no colon behind it has no name.
	FirstColon bool
}

// Interfaces is Interfaces by these rules.
func (d DevRules) Interfaces(r io.Reader) iter.Seq2[Interface, error] {
	return func(yield func(Interface, error) bool) {
		in := newLines(r, "/proc/net/dev", 511)
		in.next() // titles of the groups
		titles, _ := in.next()
		layout := layoutOf(titles)
		if err := in.each(func(c *cursor) bool {
			var row Interface
			row.Name = in.texts.keep(c.interfaceName(d.FirstColon))
			var v counters
			if d.Before != nil {
				v = countersOf(d.Before(row.Name))
			}
			c.counters(layout, &v)
			row.Stats = v.stats()
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(Interface{}, err)
		}
	}
}

// maxName is the longest name of an interface: IFNAMSIZ less the NUL.
const maxName = 15

// interfaceName takes the name and the colon behind it. Digits between two
// colons are an alias' number and belong to the name (eth0:0: 1 2 3); with one
// colon they are the first counter, which older kernels print without a blank
// once it has eight digits (eth0:12345678 2 3). firstColon is that of DevRules.
func (c *cursor) interfaceName(firstColon bool) []byte {
	c.skipSpace()
	from, rest := c.at, c.rest()
	i := 0
	for i < len(rest) && rest[i] != ':' && !isSpace(rest[i]) {
		i++
	}
	c.at = from + i
	colon := i < len(rest) && rest[i] == ':'
	switch {
	case !colon && firstColon:
		i = 0
	case colon:
		if !firstColon {
			i += aliasLength(rest[i:])
		}
		c.at = from + i + 1
	}
	c.judgeName(rest[:i], colon)
	return rest[:i]
}

// InterfaceName is the Field of a *LineError that is about the name.
const InterfaceName = "face"

// judgeName notes what is wrong with a name. No interface has an empty one or a
// longer one, so nothing is shown of it; a longer one overran the buffers of
// the classic tools (CVE-2025-46836).
func (c *cursor) judgeName(name []byte, colon bool) {
	const field = InterfaceName
	switch {
	case len(name) == 0:
		c.fault = fault{field, errMissing, true}
	case len(name) > maxName:
		c.fault = fault{field, errNameLength, true}
	case !colon:
		c.fault = fault{field, errNoColon, false}
	}
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
