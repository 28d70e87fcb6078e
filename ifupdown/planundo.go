package ifupdown

import "slices"

// undo returns the steps that take back what was made for an interface, the
// last first. What the scripts in if-post-down.d come behind is the first part;
// the interface itself, if it is a VLAN by its name, goes at the very end.
func (c *command) undo(t target, stanzas []stanza) (first, last []step, err error) {
	list, known, err := c.madeFor(t.iface)
	device := deviceOf(t.iface)
	if err == nil && device != t.iface && !c.othersOn(t.iface) {
		of, _, err2 := c.madeFor(device)
		list, err = append(of, list...), err2
	}
	if err != nil {
		return nil, nil, err
	}
	if !known || c.options.Force {
		for _, m := range c.madeByOthers(t, stanzas) {
			if !slices.Contains(list, m) {
				list = append(list, m)
			}
		}
	}
	slices.Reverse(list)
	for _, m := range list {
		step := m.undo()
		switch {
		case step == nil:
		case m.kind == "vlan" && m.device == device:
			if !c.othersOn(t.iface) {
				last = append(last, undo{step, m})
			}
		default:
			first = append(first, undo{step, m})
		}
	}
	if known {
		last = append(last, endRecord{t.iface})
	}
	return first, last, nil
}

// madeByOthers is what another program has made for an interface that is up and
// of which there is no record: what its stanzas ask for, and what is there.
func (c *command) madeByOthers(t target, stanzas []stanza) (list []made) {
	for _, s := range stanzas {
		o := c.deviceOptions(s, t.iface)
		v, err := vlanOf(deviceOf(t.iface), o, s.Pos)
		if err == nil && v != nil {
			list = append(list, made{t.iface, "vlan", v.name, ""})
		}
		if deviceOf(t.iface) != t.iface {
			continue
		}
		if o.get(optionBridgePorts) != nil {
			list = append(list, c.bridgeOfOthers(t.iface, o)...)
		}
		if m := o.get(optionBondMaster); m != nil {
			list = append(list, made{t.iface, "slave", m.Value, t.iface})
		}
		if isBond(o) {
			list = append(list, made{t.iface, "bond", t.iface, ""})
			slaves, _ := c.slavesOf(t.iface)
			for _, slave := range slaves {
				list = append(list, made{t.iface, "slave", t.iface, slave})
			}
		}
	}
	return list
}

// bridgeOfOthers takes the ports that the stanza means and that are in. Those
// that are VLANs by their names are deleted, as by the script of bridge-utils.
func (c *command) bridgeOfOthers(name string, o deviceOptions) (list []made) {
	list = append(list, made{name, "bridge", name, ""})
	k, err := c.dial(familyInet)
	if err != nil {
		return list
	}
	ports, _ := portsOf(k, name) // without a bridge there are none
	for _, port := range ports {
		if !meansPort(o, port) {
			continue
		}
		if v, err := vlanOf(port, nil, Position{}); err == nil && v != nil {
			list = append(list, made{name, "vlan", port, ""})
		}
		list = append(list, made{name, "port", name, port}, made{name, "raised", port, ""})
	}
	return list
}

// meansPort tells whether bridge_ports names an interface.
func meansPort(o deviceOptions, port string) bool {
	regex := false
	for _, word := range portWords(o) {
		switch {
		case word == portsRegex, word == portsNoRegex:
			regex = word == portsRegex
		case !regex && word == port:
			return true
		case regex:
			if e, err := parseERE(word); err == nil && e.matches(port) {
				return true
			}
		}
	}
	return false
}

// othersOn tells whether another alias of the device, or the device, is up.
func (c *command) othersOn(iface string) bool {
	for _, l := range []*ledger{&c.files.up, &c.files.unfinished} {
		if l.refresh() == nil && l.devices[deviceOf(iface)] > len(l.of(iface)) {
			return true
		}
	}
	return false
}
