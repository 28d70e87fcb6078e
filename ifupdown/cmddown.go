package ifupdown

import (
	"errors"
	"slices"
)

// down is ifdown.
func (c *command) down(operands []string) error {
	targets, err := c.downTargets(operands)
	if err != nil {
		return err
	}
	if err := c.meta(false); err != nil {
		return err
	}
	c.each(targets, func(t target) error {
		if c.options.All && c.done[t.iface] {
			return nil // it stood on another one
		}
		return c.downOne(t)
	})
	if c.ending {
		return nil
	}
	return c.meta(true)
}

// downTargets are the operands, or all that is up or half up, the last first.
func (c *command) downTargets(operands []string) ([]target, error) {
	if len(operands) > 0 {
		return c.targets(operands)
	}
	list, err := c.standingAll()
	if err != nil {
		return nil, err
	}
	slices.Reverse(list)
	members, err := c.expand(c.config.Class(c.options.Allow))
	allowed := interfacesOf(members)
	return slices.DeleteFunc(list, func(t target) bool {
		return c.unasked(t.iface) || matchesAny(c.config.NoAutoDown, t.iface) ||
			c.options.Allow != "" && !allowed[t.iface]
	}), err
}

// standingAll returns what is up, and behind it what is unfinished.
func (c *command) standingAll() ([]target, error) {
	up, err := c.files.up.targets()
	if err != nil {
		return nil, err
	}
	unfinished, err := c.files.unfinished.targets()
	for _, t := range unfinished {
		if len(c.files.up.of(t.iface)) == 0 {
			up = append(up, t)
		}
	}
	return up, err
}

// downOne takes one interface down.
func (c *command) downOne(t target) error {
	if err := c.usable(t); err != nil {
		return err
	}
	if err := c.downNeedy(t.iface); err != nil {
		return err
	}
	c.done[t.iface] = true
	return c.locked(t.iface, func(lock Lock) error { return c.lower(t, lock) })
}

// lower takes an interface down, unless it is. Its stanzas are those it was
// brought up with.
func (c *command) lower(t target, lock Lock) error {
	current, begun, err := c.standing(t.iface)
	if err != nil {
		return err
	}
	switch {
	case begun != nil:
		t.logical = begun.logical
	case current != nil:
		t.logical = current.logical
	}
	c.unrecorded(t.iface, c.openRecord(t.iface, lock))
	stanzas := c.stanzas(t)
	known := current != nil || begun != nil
	switch {
	case stanzas == nil && (known || c.options.Force):
		c.say("ignoring unknown interface " + t.String())
		return c.lowered(t, nil, lock)
	case !known && !c.options.Force:
		c.say("interface " + t.iface + " not configured")
		return nil
	}
	steps, left, err := c.plan(t, stanzas)
	if err != nil {
		return err
	}
	known = c.made.known
	if err := c.lowered(t, steps, lock); err != nil || known {
		return err // what can't be done wasn't done
	}
	return errors.Join(left...)
}

// lowered takes the steps. As in bringUp the records go ahead of them.
func (c *command) lowered(t target, steps []step, lock Lock) error {
	if c.options.NoAct {
		return c.execute(t.iface, steps)
	}
	c.made.lock, c.made.iface = lock, t.iface
	c.unrecorded(t.iface, c.made.write(""))
	c.unrecorded(t.iface, c.change(func() error {
		return firstError(c.files.unfinished.set(t.line()), c.files.up.remove(anyLine, t.iface))
	}))
	if err := c.execute(t.iface, steps); err != nil {
		return err
	}
	c.made.known, c.made.lines = false, nil
	c.unrecorded(t.iface, c.made.write(""))
	c.unrecorded(t.iface, c.finished(t.iface))
	return nil
}
