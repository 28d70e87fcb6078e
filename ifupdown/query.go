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

// AddLoopback makes lo the first interface of class auto and defines it, if
// the file doesn't: `ifup -a` brings it up whatever the file says.
func (c *Config) AddLoopback() {
	list := c.addClass(classAuto)
	list.Interfaces = slices.DeleteFunc(list.Interfaces, func(w Word) bool { return w.Text == loopback })
	list.Interfaces = slices.Insert(list.Interfaces, 0, Word{Text: loopback})
	if c.named[loopback] == nil {
		c.add(&Interface{Name: loopback, Family: "inet", Method: "loopback", method: findMethod("inet", "loopback")})
	}
}

const (
	classAuto = "auto"
	loopback  = "lo"
)

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
	for _, p := range m.Patterns {
		if matches(p.Text, logical) {
			return true
		}
	}
	return false
}
