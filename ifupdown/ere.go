package ifupdown

import (
	"errors"
	"strings"
)

// ere is an extended regular expression as egrep reads it, for names of
// interfaces: short texts, so that trying every way is quick enough. There are
// no back references and no classes like [:alpha:].
type ere struct{ alternatives [][]piece }

// piece is one atom and how often it may stand there.
type piece struct {
	set      func(byte) bool // a character; nil for a group or an anchor
	group    *ere
	anchor   byte // ^ or $
	min, max int
}

// unlimited stands for * and +.
const unlimited = 1 << 15

var errERE = errors.New("not a regular expression")

// parseERE reads an expression.
func parseERE(text string) (*ere, error) {
	p := ereParser{text}
	e, err := p.alternatives(0)
	if err == nil && p.rest != "" {
		err = errERE
	}
	return e, err
}

type ereParser struct{ rest string }

// maxGroups bounds how deep groups may stand in each other.
const maxGroups = 16

func (p *ereParser) alternatives(depth int) (*ere, error) {
	e := &ere{}
	for {
		pieces, err := p.pieces(depth)
		if err != nil {
			return nil, err
		}
		e.alternatives = append(e.alternatives, pieces)
		if !p.skip('|') {
			return e, nil
		}
	}
}

func (p *ereParser) pieces(depth int) (list []piece, err error) {
	for p.rest != "" && p.rest[0] != '|' && !(p.rest[0] == ')' && depth > 0) {
		one, err := p.atom(depth)
		if err != nil {
			return nil, err
		}
		if err := p.repeat(&one); err != nil {
			return nil, err
		}
		list = append(list, one)
	}
	return list, nil
}

func (p *ereParser) atom(depth int) (piece, error) {
	c := p.take()
	one := piece{min: 1, max: 1}
	switch {
	case c == '(' && depth < maxGroups:
		group, err := p.alternatives(depth + 1)
		if err != nil || !p.skip(')') {
			return one, errERE
		}
		one.group = group
	case c == '(':
		return one, errERE
	case c == '^' || c == '$':
		one.anchor = c
	case c == '.':
		one.set = func(byte) bool { return true }
	case c == '[':
		return p.bracket()
	case c == '\\' && p.rest != "":
		c = p.take()
		fallthrough
	default:
		one.set = func(b byte) bool { return b == c }
	}
	return one, nil
}

// bracket takes what stands in [].
func (p *ereParser) bracket() (piece, error) {
	not := p.skip('^')
	end := strings.IndexByte(p.rest[min(1, len(p.rest)):], ']') // the first may be one itself
	if end < 0 {
		return piece{}, errERE
	}
	inside := p.rest[:end+1]
	p.rest = p.rest[end+2:]
	set := func(b byte) bool {
		for i := 0; i < len(inside); i++ {
			if i+2 < len(inside) && inside[i+1] == '-' {
				if inside[i] <= b && b <= inside[i+2] {
					return !not
				}
				i += 2
			} else if inside[i] == b {
				return !not
			}
		}
		return not
	}
	return piece{set: set, min: 1, max: 1}, nil
}

// repeat takes *, +, ? and {m,n}.
func (p *ereParser) repeat(one *piece) error {
	for {
		switch {
		case p.skip('*'):
			one.min, one.max = 0, unlimited
		case p.skip('+'):
			one.max = unlimited
		case p.skip('?'):
			one.min = 0
		case strings.HasPrefix(p.rest, "{"):
			if err := p.interval(one); err != nil {
				return err
			}
		default:
			return nil
		}
	}
}

func (p *ereParser) interval(one *piece) error {
	const most = 255
	inside, rest, ok := strings.Cut(p.rest[1:], "}")
	low, high, two := strings.Cut(inside, ",")
	var err bool
	one.min, err = ipNumber(low, most)
	one.max = one.min
	if two && high == "" {
		one.max = unlimited
	} else if two {
		var fine bool
		one.max, fine = ipNumber(high, most)
		err = err && fine
	}
	p.rest = rest
	if !ok || !err || one.max < one.min {
		return errERE
	}
	return nil
}

func (p *ereParser) take() byte {
	c := p.rest[0]
	p.rest = p.rest[1:]
	return c
}

func (p *ereParser) skip(c byte) bool {
	if p.rest == "" || p.rest[0] != c {
		return false
	}
	p.take()
	return true
}
