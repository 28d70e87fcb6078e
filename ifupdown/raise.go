package ifupdown

import (
	"errors"
)

// raise brings an interface up, unless it is.
func (c *command) raise(t target, stanzas []stanza, lock Lock) error {
	current, begun, err := c.standing(t.iface)
	c.unrecorded(t.iface, err)
	if current != nil && begun == nil && !c.options.Force {
		if !c.options.All {
			c.say("interface " + t.iface + " already configured")
		}
		return nil
	}
	c.unrecorded(t.iface, c.openRecord(t.iface, lock))
	if current == nil && begun == nil {
		c.made.known, c.made.lines = false, nil // of a run of old, whoever undid it
	}
	c.made.adopts = current != nil && !c.made.known
	steps, left, err := c.plan(t, stanzas)
	if err != nil {
		return errors.Join(err, &stopped{iface: t.iface})
	}
	if c.options.NoAct {
		err = c.execute(t.iface, steps)
	} else {
		c.adoptDevices(t, stanzas)
		err = c.bringUp(t, steps)
	}
	return errors.Join(append([]error{err}, left...)...)
}

// isStanding tells whether an interface is up or half up, as far as is known.
func (c *command) isStanding(iface string) bool {
	current, begun, err := c.standing(iface)
	return err == nil && (current != nil || begun != nil)
}

// bringUp takes the steps. The interface is recorded first, since scripts ask
// what is up; it stays among the unfinished until all is done, so whoever comes
// after a crash or a failure knows that there is work left.
//
// Where nothing can be recorded the steps are taken all the same: a full /run must
// not take a machine off the net.
func (c *command) bringUp(t target, steps []step) error {
	c.begin(t)
	if err := c.execute(t.iface, steps); err != nil {
		c.drop(t.iface)
		return err
	}
	c.unrecorded(t.iface, c.finished(t.iface))
	return nil
}

// begin records that an interface is up and that work on it goes on.
func (c *command) begin(t target) {
	if use := c.use(t.iface); !c.made.known && !c.made.adopts && use != "" {
		c.made.lines = append(c.made.lines, line{wasUsed + t.iface, use})
	}
	c.unrecorded(t.iface, c.made.begin(t.logical))
	c.unrecorded(t.iface, c.change(func() error {
		return firstError(c.files.unfinished.set(t.line()), c.files.up.set(t.line()))
	}))
}

// drop records that an interface isn't up. What was made of it stays on record.
func (c *command) drop(iface string) {
	c.unrecorded(iface, c.made.write(""))
	c.unrecorded(iface, c.change(func() error { return c.files.up.remove(anyLine, iface) }))
}
