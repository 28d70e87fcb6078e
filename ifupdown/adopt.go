package ifupdown

// An interface may be up that another ifup brought up: Debian's, before ours was put in its
// place. Brought up once more, by --force, it is ours from then on, and ifdown takes
// down what both made.

// adopt takes over an address that the other ifup made, and tells whether it is there.
func (c *command) adopt(k Kernel, s address) bool {
	if !c.made.adopts || c.made.find(s.key()) != nil {
		return false
	}
	labels, err := c.labels(k, s.Label, s.Addr, s.Mask)
	if err != nil || len(labels) == 0 {
		return false // the request tells
	}
	c.noteMade(s.key(), labels[0])
	return true
}

// tellChanged tells of the address that stays where another ifup brought the interface up
// and the file has had another one since: nothing says that it was that ifup's.
func (c *command) tellChanged(k Kernel, s dropAddress) {
	if c.mode != modeDown || c.made.known {
		return
	}
	all, err := inetAddrs(k)
	for _, a := range all {
		if err == nil && a.Label == s.Label && !a.Addr.IsLoopback() {
			c.say(c.made.iface + ": " + prefixOf(s.Addr, s.Mask).String() + " isn't there; " +
				a.Prefix().String() + " is, and stays: `ifconfig " + a.Label + " 0` takes it away")
			return
		}
	}
}

// adoptDevices takes over what the other ifup made for the interface to stand on.
func (c *command) adoptDevices(t target, stanzas []stanza) {
	_, known, err := c.madeFor(t.iface)
	if !c.made.adopts || known || err != nil {
		return
	}
	for i, m := range c.madeByOthers(t, stanzas) {
		if i == 0 {
			c.willMake(made{t.iface, kindBegun, "", ""})
		}
		c.willMake(m)
	}
}
