package ifupdown

import "errors"

// query is ifquery.
func (c *command) query(operands []string) error {
	switch {
	case c.options.State:
		return c.queryState(operands)
	case c.options.List:
		return c.list(operands)
	}
	return c.show(operands)
}

// unknown is an interface without a stanza.
func unknown(t target) error { return errors.New("unknown interface " + t.logical) }

// list prints the names of the interfaces that are meant. One that a mapping
// applies to is listed whatever its script would say.
func (c *command) list(operands []string) error {
	targets, err := c.targets(operands)
	if err != nil {
		return err
	}
	for _, t := range targets {
		if !c.config.Known(t.logical) {
			c.fail(unknown(t))
			continue
		}
		c.out.WriteString(t.iface + "\n")
	}
	return nil
}

// show prints the options of interfaces.
func (c *command) show(operands []string) error {
	targets, err := c.targets(operands)
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
		for _, s := range stanzas {
			c.out.Write(s.options.Append(c.out.AvailableBuffer()))
		}
	}
	return nil
}
