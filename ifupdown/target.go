package ifupdown

import (
	"slices"
	"strings"
)

// target is a physical interface and the logical one that it is to become.
type target struct{ iface, logical string }

// String is IFACE=LOGICAL, as the state file has it.
func (t target) String() string { return t.iface + "=" + t.logical }

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
	words := operands
	if len(operands) == 0 {
		class := c.options.Allow
		if class == "" {
			class = classAuto
		}
		words = texts(c.config.Class(class))
	}
	list, err := c.expand(words)
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(t target) bool { return c.excluded(t.iface) })
	if len(operands) > 0 && c.options.Allow != "" {
		allowed, err := c.expand(texts(c.config.Class(c.options.Allow)))
		if err != nil {
			return nil, err
		}
		list = slices.DeleteFunc(list, func(t target) bool { return !containsIface(allowed, t.iface) })
	}
	return list, nil
}

func texts(words []Word) (list []string) {
	for _, w := range words {
		list = append(list, w.Text)
	}
	return list
}

func containsIface(list []target, iface string) bool {
	return slices.ContainsFunc(list, func(t target) bool { return t.iface == iface })
}

// excluded tells whether -X leaves an interface out.
func (c *command) excluded(iface string) bool {
	return slices.ContainsFunc(c.options.Exclude, func(p string) bool { return matches(p, iface) })
}

// stanzas returns the stanzas of a target with the options that hold now.
func (c *command) stanzas(t target) (list []stanza) {
	for _, i := range c.config.Stanzas(t.logical) {
		list = append(list, stanza{i, i.Effective(c.options.override)})
	}
	return list
}

// stanza is an iface stanza with its effective options.
type stanza struct {
	*Interface
	options Options
}
