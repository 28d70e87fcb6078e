package brctl

import "classicnet/internal/frame"

// show lists all bridges or those that are named. One that can't be shown is
// told; the others are shown.
func (c *command) show(words []string) error {
	d, err := c.Dialect()
	if err != nil {
		return err
	}
	all := len(words) == 0
	if all {
		if words, err = c.names(); err != nil {
			return err
		}
	}
	var list []*shown
	for _, name := range words {
		b, missing := c.brief(name)
		switch {
		case missing == nil:
			list = append(list, b)
		case !all: // else it has just gone
			c.Out.Errorf("%s\n", missing.Error())
			err = frame.Status(statusFailed)
		}
	}
	c.printBrief(list, d.Busybox)
	return err
}

// printBrief prints a list of bridges, its title before the first.
func (c *command) printBrief(list []*shown, tidy bool) {
	if c.options.JSON {
		var w jsonObject
		w.List()
		for _, b := range list {
			w.Row()
			w.brief(b)
		}
		w.EndList()
		c.Out.Write(w.Buf) //nolint:errcheck // Close tells
		return
	}
	if len(list) > 0 {
		c.Out.WriteString(listTitle) //nolint:errcheck // Close tells
	}
	var text []byte
	for _, b := range list {
		text = appendBrief(text[:0], b, tidy)
		c.Out.Write(text) //nolint:errcheck // Close tells
	}
}

func (c *command) showMACs(words []string) error {
	list, err := c.macs(words[0])
	if !c.options.JSON {
		if err != nil {
			return err
		}
		c.Out.Write(appendMACs([]byte(macsTitle), list)) //nolint:errcheck // Close tells
		return nil
	}
	var w jsonObject
	w.List()
	for i := range list {
		w.Row()
		w.mac(&list[i])
	}
	w.EndList()
	c.Out.Write(w.Buf) //nolint:errcheck // Close tells
	return err
}

// showSTP shows a bridge whole; as JSON it is an object alone.
func (c *command) showSTP(words []string) error {
	b, err := c.whole(words[0])
	switch {
	case err != nil:
		return err
	case !c.options.JSON:
		c.Out.Write(appendWhole(nil, b)) //nolint:errcheck // Close tells
	default:
		var w jsonObject
		w.whole(b)
		c.Out.Write(append(w.Buf, '\n')) //nolint:errcheck // Close tells
	}
	return nil
}
