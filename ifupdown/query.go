package ifupdown

import "slices"

// Append appends the options as ifquery prints them, a line "NAME: VALUE" each.
func (o Options) Append(b []byte) []byte {
	for _, option := range o {
		b = append(b, option.Name...)
		b = append(b, ": "...)
		b = append(b, option.Value...)
		b = append(b, '\n')
	}
	return b
}

// AddLoopback makes lo the first interface of class auto and gives it a stanza
// with method loopback, before all others of lo, unless the file has one: `ifup -a`
// brings it up whatever the file says.
func (c *Config) AddLoopback() {
	list := c.addClass(classAuto)
	list.Interfaces = slices.DeleteFunc(list.Interfaces, func(w Word) bool { return w.Text == loopback })
	list.Interfaces = append([]Word{{Text: loopback}}, list.Interfaces...)
	for _, i := range c.named[loopback] {
		if i.Method == "loopback" {
			return
		}
	}
	stanza := &Interface{Name: loopback, Family: "inet", Method: "loopback", method: findMethod("inet", "loopback")}
	c.Interfaces = append([]*Interface{stanza}, c.Interfaces...)
	if c.named == nil {
		c.named = map[string][]*Interface{}
	}
	c.named[loopback] = append([]*Interface{stanza}, c.named[loopback]...)
}

const (
	classAuto = "auto"
	loopback  = "lo"
)

// Known tells whether a logical interface can be meant: it has a stanza, or a
// mapping's script may choose one.
func (c *Config) Known(logical string) bool {
	return c.named[logical] != nil || c.Mapped(logical)
}

// Mapped tells whether a mapping applies to an interface, so that its script
// decides which stanzas are meant.
func (c *Config) Mapped(name string) bool {
	for i := range c.Mappings {
		if c.Mappings[i].Matches(name) {
			return true
		}
	}
	return false
}

// Matches tells whether the mapping is for a logical interface.
func (m *Mapping) Matches(logical string) bool {
	return matchesAny(m.Patterns, logical)
}

// matchesAny tells whether one of some shell patterns matches a name.
func matchesAny(patterns []Word, name string) bool {
	return slices.ContainsFunc(patterns, func(p Word) bool { return matches(p.Text, name) })
}
