package ifupdown

import "slices"

// queryState prints what is up, the last first, or which of the operands are.
// One that isn't makes the status 1.
func (c *command) queryState(operands []string) error {
	up, err := c.load(fileState)
	if err != nil {
		return err
	}
	if len(operands) == 0 {
		slices.Reverse(up)
		for _, t := range up {
			c.out.WriteString(t.String() + "\n")
		}
		return nil
	}
	for _, word := range operands {
		if entry := up.find(parseTarget(word).iface); entry != nil {
			c.out.WriteString(entry.String() + "\n")
		} else {
			c.failed = true // as a test in scripts: no message
		}
	}
	return nil
}
