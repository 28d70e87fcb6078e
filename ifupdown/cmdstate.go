package ifupdown

import "slices"

// queryState lists what is up, the last first, or which of the operands are.
// One that isn't makes the status 1.
func (c *command) queryState(l *listing, operands []string) error {
	up, err := c.load(fileState)
	if err != nil {
		return err
	}
	if len(operands) == 0 {
		slices.Reverse(up)
		for _, t := range up {
			l.add(t)
		}
		return nil
	}
	for _, word := range operands {
		if entry := up.find(parseTarget(word).iface); entry != nil {
			l.add(*entry)
		} else {
			c.failed = true // as a test in scripts: no message
		}
	}
	return nil
}
