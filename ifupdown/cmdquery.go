package ifupdown

import (
	"errors"
)

// query is ifquery.
func (c *command) query(operands []string) error {
	l := &listing{out: c.Out, asJSON: c.options.JSON}
	l.begin()
	defer l.end()
	switch {
	case c.options.Running:
		return c.running(l, operands)
	case c.options.State:
		return c.queryState(l, operands)
	case c.options.List:
		return c.list(l, operands)
	}
	return c.show(l, operands)
}

// unknown is an interface without a stanza.
func unknown(t target) error { return errors.New("unknown interface " + t.logical) }

// list lists the names of the interfaces that are meant. One that a mapping
// applies to is listed whatever its script would say.
func (c *command) list(l *listing, operands []string) error {
	targets, err := c.listTargets(operands)
	if err != nil {
		return err
	}
	for _, t := range targets {
		if !c.config.Known(t.logical) {
			c.fail(unknown(t))
			continue
		}
		l.add(named{t})
	}
	return nil
}

// listTargets are those of a list of names: with ifupdown-ng all that have
// stanzas, unless a class is asked for.
func (c *command) listTargets(operands []string) (list []target, err error) {
	if !c.flavour.merges || c.options.All || c.options.Allow != "" || len(operands) > 0 {
		return c.targets(operands)
	}
	seen := map[string]bool{}
	for _, i := range c.config.Interfaces {
		if !seen[i.Name] && !c.excluded(i.Name) {
			list = append(list, target{i.Name, i.Name})
		}
		seen[i.Name] = true
	}
	return list, nil
}

// show lists the stanzas of interfaces.
func (c *command) show(l *listing, operands []string) error {
	targets, err := c.targets(operands)
	if err != nil {
		return err
	}
	auto, err := c.auto()
	if err != nil {
		return err
	}
	for _, t := range targets {
		mapped, err := c.resolve(t)
		if err != nil {
			c.fail(err)
			continue
		}
		stanzas := c.stanzas(mapped)
		if stanzas == nil {
			c.fail(unknown(mapped))
		}
		for i, s := range stanzas {
			if s.Refused != nil {
				c.fail(s.Refused)
				continue
			}
			if part := i > 0 && s.object != nil && s.object == stanzas[i-1].object; !part || c.options.JSON {
				l.add(shown{mapped, s, auto[t.iface], c.flavour})
			}
		}
	}
	return nil
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
