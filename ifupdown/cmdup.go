package ifupdown

import (
	"errors"
	"fmt"
	"strings"
)

// up is ifup.
func (c *command) up(operands []string) error {
	if err := c.rename(); err != nil {
		return err
	}
	targets, err := c.targets(c.renamed(operands))
	if err != nil {
		return err
	}
	if err := c.meta(false); err != nil {
		return err
	}
	for _, t := range targets {
		if err := c.upOne(t); err != nil {
			c.fail(err)
		}
	}
	return c.meta(true)
}

// upOne brings one interface up.
func (c *command) upOne(t target) error {
	if err := c.usable(t); err != nil {
		return err
	}
	t, err := c.resolve(t)
	if err != nil {
		return err
	}
	stanzas := c.stanzas(t)
	if stanzas == nil {
		c.say("ignoring unknown interface " + t.String())
		return nil
	}
	return c.locked(t.iface, func(lock Lock) error { return c.raise(t, stanzas, lock) })
}

// usable refuses what isn't known or can be no interface, and one that is being
// worked on by whoever called us: waiting for that would never end.
func (c *command) usable(t target) error {
	iface := t.iface
	device, _, _ := strings.Cut(iface, ":")
	if !c.config.Known(t.logical) && !(c.mode == modeDown && c.isStanding(iface)) {
		return unknown(t)
	}
	if device == "" || device == "." || device == ".." || len(iface) > maxLabel || strings.ContainsAny(iface, "/"+blanks) {
		return errors.New("not the name of an interface: " + iface)
	}
	if phase := c.env.Getenv(recursionPrefix + iface); phase != "" {
		return fmt.Errorf("%s is being worked on (%s), and this is called from there", iface, phase)
	}
	return nil
}

// locked does work on an interface while nobody else works on it. With -n
// there is no lock, and nothing is written.
func (c *command) locked(iface string, work func(Lock) error) error {
	if c.options.NoAct {
		return work(nil)
	}
	lock, err := c.store.Lock(filePrefix + iface)
	if err != nil {
		return err
	}
	defer lock.Unlock()
	return work(lock)
}

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
