package ifupdown

import (
	"errors"
)

// raise brings an interface up, unless it is.
func (c *command) raise(t target, stanzas []stanza, lock Lock) error {
	current, begun, err := c.standing(t.iface)
	if err != nil {
		return err
	}
	if current != nil && begun == nil && !c.options.Force {
		if !c.options.All {
			c.say("interface " + t.iface + " already configured")
		}
		return nil
	}
	steps, err := c.plan(t, stanzas)
	if err != nil {
		return errors.Join(err, &stopped{iface: t.iface})
	}
	if c.options.NoAct {
		return c.execute(t.iface, steps)
	}
	return c.bringUp(t, steps, lock)
}

// isStanding tells whether an interface is up or half up, as far as is known.
func (c *command) isStanding(iface string) bool {
	current, begun, err := c.standing(iface)
	return err == nil && (current != nil || begun != nil)
}

// standing returns an interface's entries in the two state files.
func (c *command) standing(iface string) (current, begun *target, err error) {
	up, err := c.load(fileState)
	if err != nil {
		return nil, nil, err
	}
	unfinished, err := c.load(fileUnfinished)
	return up.find(iface), unfinished.find(iface), err
}

// bringUp takes the steps. The interface is recorded first, since scripts ask
// what is up; it stays among the unfinished until all is done, so whoever comes
// after a crash or a failure knows that there is work left.
func (c *command) bringUp(t target, steps []Step, lock Lock) error {
	if err := c.record(fileUnfinished, t); err != nil {
		return err
	}
	if err := c.note(t, lock); err != nil {
		return err
	}
	if err := c.execute(t.iface, steps); err != nil {
		return errors.Join(err, c.drop(t.iface, lock))
	}
	return c.forget(fileUnfinished, t.iface)
}

// note records that an interface is up.
func (c *command) note(t target, lock Lock) error {
	if err := lock.Note(t.logical); err != nil {
		return err
	}
	return c.record(fileState, t)
}

// drop records that an interface isn't up.
func (c *command) drop(iface string, lock Lock) error {
	if err := lock.Note("\n"); err != nil {
		return err
	}
	return c.forget(fileState, iface)
}
