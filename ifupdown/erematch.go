package ifupdown

// matches tells whether the expression matches the whole of a name. An
// expression that has too many ways to match is taken for one that doesn't.
func (e *ere) matches(name string) bool {
	m := ereMatch{text: name, left: maxTries}
	return m.alternatives(e, 0, func(at int) bool { return at == len(name) })
}

// maxTries bounds the work for one name.
const maxTries = 100_000

type ereMatch struct {
	text string
	left int
}

func (m *ereMatch) alternatives(e *ere, at int, then func(int) bool) bool {
	for _, pieces := range e.alternatives {
		if m.sequence(pieces, at, then) {
			return true
		}
	}
	return false
}

func (m *ereMatch) sequence(pieces []piece, at int, then func(int) bool) bool {
	if len(pieces) == 0 {
		return then(at)
	}
	return m.times(&pieces[0], 0, at, func(at int) bool { return m.sequence(pieces[1:], at, then) })
}

// times matches a piece once more, as often as it may, then what follows it.
func (m *ereMatch) times(one *piece, done, at int, then func(int) bool) bool {
	if m.left--; m.left < 0 {
		return false
	}
	if done < one.max && m.once(one, at, func(next int) bool {
		// What matches nothing needn't do it again.
		return (next > at || done < one.min) && m.times(one, done+1, next, then)
	}) {
		return true
	}
	return done >= one.min && then(at)
}

func (m *ereMatch) once(one *piece, at int, then func(int) bool) bool {
	switch {
	case one.group != nil:
		return m.alternatives(one.group, at, then)
	case one.anchor == '^':
		return at == 0 && then(at)
	case one.anchor == '$':
		return at == len(m.text) && then(at)
	}
	return at < len(m.text) && one.set(m.text[at]) && then(at+1)
}
