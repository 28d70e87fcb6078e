package ifupdown

import "slices"

// queryState lists what is up, the last first, or which of the operands are.
// One that isn't makes the status 1, and so does eth1=home, which is no interface.
func (c *command) queryState(l *listing, operands []string) error {
	up, err := c.files.up.targets()
	if err != nil {
		return err
	}
	if len(operands) == 0 {
		slices.Reverse(up)
		for _, t := range up {
			if c.included(t.iface) {
				l.add(t)
			}
		}
		return nil
	}
	for _, word := range operands {
		if entry, _ := c.files.up.target(word); entry != nil {
			l.add(*entry)
		} else {
			c.failed = true // as a test in scripts: no message
		}
	}
	return nil
}

// running lists the names of what is up, the first first, or of those of the
// operands that are. What class they are in doesn't count.
func (c *command) running(l *listing, operands []string) error {
	up, err := c.files.up.targets()
	for _, t := range up {
		if len(operands) == 0 && c.included(t.iface) || slices.Contains(operands, t.iface) {
			l.add(named{t})
		}
	}
	return err
}
