package ifupdown

import (
	"slices"
)

// rename gives the interfaces of rename lines their new names. One that isn't
// there has been renamed before, or never was.
func (c *command) rename() error {
	pairs, err := c.renames()
	if err != nil {
		return err
	}
	for _, t := range pairs {
		step := rename(t)
		c.trace(step)
		if c.options.NoAct {
			continue
		}
		if err := step.do(c); err != nil {
			return &renameError{step, err}
		}
	}
	return nil
}

// renames returns the pairs whose old name is an interface now.
func (c *command) renames() ([]target, error) {
	if len(c.config.Renames) == 0 {
		return nil, nil
	}
	present, err := c.present()
	if err != nil {
		return nil, err
	}
	list, err := c.expand(c.config.Renames)
	return slices.DeleteFunc(list, func(t target) bool {
		return t.iface == t.logical || !slices.Contains(present, t.iface)
	}), err
}

// renamed replaces the old names among operands by the new ones.
func (c *command) renamed(operands []string) (list []string) {
	pairs, _ := c.expand(c.config.Renames)
	for _, word := range operands {
		for _, t := range pairs {
			if word == t.iface {
				word = t.logical
			}
		}
		list = append(list, word)
	}
	return list
}

// rename is the step that renames an interface.
type rename target

// renameError is why a name was refused.
type renameError struct {
	rename
	err error
}

func (e *renameError) Error() string { return e.String() + ": " + e.err.Error() }
func (e *renameError) Unwrap() error { return e.err }

func (s rename) String() string { return "SIOCSIFNAME " + s.iface + " " + s.logical }

func (s rename) do(c *command) error {
	return c.inet(func(k Kernel) error { return k.Rename(s.iface, s.logical) })
}
