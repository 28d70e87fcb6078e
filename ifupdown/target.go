package ifupdown

import (
	"cmp"
	"slices"
	"strings"
)

// target is a physical interface and the logical one that it is to become.
type target struct{ iface, logical string }

// String is IFACE=LOGICAL, as the state file has it.
func (t target) String() string { return t.iface + "=" + t.logical }

// line is its line there.
func (t target) line() ledgerLine { return ledgerLine{iface: t.iface, text: t.String()} }

// parseTarget reads IFACE or IFACE=LOGICAL.
func parseTarget(word string) target {
	iface, logical, ok := strings.Cut(word, "=")
	if !ok {
		logical = iface
	}
	return target{iface, logical}
}

// class is the class that the run is for, "" for none.
func (c *command) class() string {
	if c.options.Allow == "" && c.options.All {
		return classAuto
	}
	return c.options.Allow
}

// targets are the interfaces that ifup or a listing is about: the operands, or
// all of the class where there are none.
func (c *command) targets(operands []string) ([]target, error) {
	if len(operands) > 0 {
		list, err := c.allowed(operands)
		return slices.DeleteFunc(list, func(t target) bool { return c.excluded(t.iface) }), err
	}
	list, err := c.members(cmp.Or(c.options.Allow, classAuto))
	return slices.DeleteFunc(list, func(t target) bool { return c.unasked(t.iface) }), err
}

// members are the interfaces of a class.
func (c *command) members(class string) (list []target, err error) {
	return c.once(c.config.Class(class))
}

// once are the interfaces that words stand for, each once.
func (c *command) once(words []Word) (list []target, err error) {
	all, err := c.expand(words)
	seen := map[target]bool{}
	for _, t := range all {
		if !seen[t] {
			list, seen[t] = append(list, t), true
		}
	}
	return list, err
}

// allowed are the operands, without those that aren't in the class of --allow.
func (c *command) allowed(operands []string) ([]target, error) {
	var words []Word
	for _, text := range operands {
		words = append(words, Word{Text: text})
	}
	list, err := c.once(words)
	if err != nil || c.options.Allow == "" {
		return list, err
	}
	class, err := c.members(c.options.Allow)
	in := interfacesOf(class)
	return slices.DeleteFunc(list, func(t target) bool { return !in[t.iface] }), err
}

func interfacesOf(list []target) map[string]bool {
	in := make(map[string]bool, len(list))
	for _, t := range list {
		in[t.iface] = true
	}
	return in
}

// excluded tells whether -X leaves an interface out.
func (c *command) excluded(iface string) bool {
	return slices.ContainsFunc(c.options.Exclude, func(p string) bool { return matches(p, iface) })
}

// stanzas returns the stanzas of a target with the options that hold now.
func (c *command) stanzas(t target) (list []stanza) {
	for _, i := range c.config.Stanzas(t.logical) {
		list = append(list, stanza{i, i.Effective(t.iface, c.options.override), i.values(t.iface, c.options.override)})
	}
	return list
}

// stanza is an iface stanza with its effective options: as they are shown, to
// scripts too, and as they are carried out.
type stanza struct {
	*Interface
	shown Options
	values
}
