package ifupdown

import (
	"errors"
)

// query is ifquery.
func (c *command) query(operands []string) error {
	l := &listing{out: c.Out, asJSON: c.options.JSON}
	l.begin()
	defer l.end()
	if c.options.ng.Undefined {
		c.define(operands)
	}
	switch {
	case c.options.Running:
		return c.running(l, operands)
	case c.options.State:
		return c.queryState(l, operands)
	}
	list, err := c.queried(operands)
	switch {
	case err != nil:
		return err
	case c.options.List && !c.options.ng.Pretty:
		c.list(l, list)
		return nil
	}
	return c.show(l, list)
}

// queried are the targets of a listing.
func (c *command) queried(operands []string) ([]target, error) {
	if c.options.List {
		return c.listTargets(operands)
	}
	return c.targets(operands)
}

// unknown is an interface without a stanza.
func unknown(t target) error { return errors.New("unknown interface " + t.logical) }

// list lists the names of the interfaces that are meant. One that a mapping
// applies to is listed whatever its script would say.
func (c *command) list(l *listing, targets []target) {
	for _, t := range targets {
		if !c.config.Known(t.logical) {
			c.fail(unknown(t))
			continue
		}
		l.add(named{t})
	}
}

// listTargets are those of a list of names: with ifupdown-ng all that have
// stanzas, unless a class is asked for.
func (c *command) listTargets(operands []string) (list []target, err error) {
	if !c.flavour.merges || c.options.All || c.options.Allow != "" || len(operands) > 0 {
		return c.targets(operands)
	}
	seen := map[string]bool{}
	for _, i := range c.config.Interfaces {
		if !seen[i.Name] && !c.unasked(i.Name) {
			list = append(list, target{i.Name, i.Name})
		}
		seen[i.Name] = true
	}
	return list, nil
}

// show lists the stanzas of interfaces.
func (c *command) show(l *listing, targets []target) error {
	auto, err := c.auto()
	if err != nil {
		return err
	}
	for _, t := range targets {
		mapped, err := c.meant(t)
		if err != nil {
			c.fail(err)
			continue
		}
		stanzas := c.stanzas(mapped)
		if stanzas == nil {
			c.fail(unknown(mapped))
		}
		for i, s := range stanzas {
			part := i > 0 && s.object != nil && s.object == stanzas[i-1].object
			switch {
			case s.Refused != nil:
				c.fail(s.Refused)
			case c.options.ng.Property != "" && !part:
				c.properties(l, s)
			case c.options.ng.Property == "" && (!part || c.options.JSON):
				l.add(shown{mapped, s, auto[t.iface], c.flavour})
			}
		}
	}
	return nil
}

// meant is the target with its logical interface: what the mappings say or, with
// ifupdown-ng, which has none, what it is up as.
func (c *command) meant(t target) (target, error) {
	if c.flavour.merges && t.logical == t.iface {
		if up, err := c.files.up.target(t.iface); err == nil && up != nil {
			return *up, nil
		}
	}
	return c.resolve(t)
}

// auto are the interfaces of class auto. Only JSON tells them, and patterns
// among them ask the kernel.
func (c *command) auto() (map[string]bool, error) {
	if !c.options.JSON && c.flavour.name == "" {
		return nil, nil
	}
	list, err := c.members(classAuto)
	return interfacesOf(list), err
}
