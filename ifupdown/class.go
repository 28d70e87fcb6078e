package ifupdown

import (
	"strings"
)

const allowPrefix = "allow-"

// class takes an `auto` or `allow-CLASS` line.
func (r *reader) class(c *cursor, keyword Word) error {
	list := r.config.addClass(strings.TrimPrefix(keyword.Text, allowPrefix))
	for _, w := range c.words() {
		key := list.Name + "/" + w.Text
		if !r.seen[key] {
			list.Interfaces = append(list.Interfaces, w)
		}
		if r.seen == nil {
			r.seen = map[string]bool{}
		}
		r.seen[key] = true
	}
	return nil
}

// addClass returns the class of that name, a new one if need be.
func (c *Config) addClass(name string) *Class {
	for i := range c.Classes {
		if c.Classes[i].Name == name {
			return &c.Classes[i]
		}
	}
	c.Classes = append(c.Classes, Class{Name: name})
	return &c.Classes[len(c.Classes)-1]
}
