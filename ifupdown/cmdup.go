package ifupdown

import (
	"errors"
	"slices"
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
	c.each(targets, c.upOne)
	if c.ending {
		return nil
	}
	return c.meta(true)
}

// each works on targets, one after the other or some together, until a signal comes.
func (c *command) each(targets []target, one func(target) error) {
	for len(targets) > 0 && !c.ending {
		n := c.together(targets)
		if n == 0 {
			n = 1
			if err := one(targets[0]); err != nil {
				c.fail(err)
			}
		}
		targets = targets[n:]
	}
}

// upOne brings one interface up.
func (c *command) upOne(t target) error {
	if slices.Contains(c.shown, t.iface) {
		return nil // with -n, as what another one stands on
	}
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
	if err := c.upNeeds(t); err != nil {
		return errors.Join(err, &stopped{iface: t.iface})
	}
	if c.options.NoAct {
		c.done[t.iface] = true
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
	if phase := c.phaseAbove(iface); phase != "" {
		return errors.New(iface + " is being worked on (" + phase + "), and this is called from there")
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
		c.unrecorded(iface, err)
		return work(nil)
	}
	defer lock.Unlock()
	return work(lock)
}
