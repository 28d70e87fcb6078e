package miitool

// watch shows the cards again whenever what they do has changed, until a signal
// ends the command. Those that didn't answer at first aren't looked at again.
func (c *command) watch(ports []*port, err error) error {
	for c.Out.Flush() == nil && c.env.Wait != nil && c.env.Wait() {
		for _, p := range ports {
			c.show(p)
		}
	}
	return err
}

// changed tells whether a card's line is news, and shows it with the time, or
// sends it to the machine's log.
func (c *command) changed(p *port, line string) bool {
	if line == p.said {
		return false
	}
	p.said = line
	switch {
	case !c.options.Log:
		c.print(c.now() + " " + line + "\n")
	case c.env.Log != nil:
		c.env.Log(line)
	}
	return true
}

func (c *command) now() string {
	if c.env.Clock == nil {
		return "00:00:00"
	}
	return c.env.Clock()
}
