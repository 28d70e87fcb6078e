package ifupdown

import (
	"slices"
	"strings"
)

// fileDevices lists what was made for an interface, a line each, in order:
//
//	IFACE begun
//	IFACE bridge BRIDGE
//	IFACE port BRIDGE PORT
//	IFACE vlan NAME
//	IFACE bond BOND
//	IFACE slave BOND SLAVE
//	IFACE raised DEVICE     it was down
//	IFACE lowered DEVICE    it was up
//
// ifdown undoes these, the last first, and nothing else. A line is written
// before what it says is done, so that a run that dies leaves none out.
const fileDevices = ".ifstate.devices"

// made is a line of it.
type made struct{ iface, kind, device, second string }

func (m made) String() string {
	return strings.TrimRight(m.iface+" "+m.kind+" "+m.device+" "+m.second, " ")
}

const kindBegun = "begun"

// kinds are what can be made, and the step that undoes it.
var kinds = [...]struct {
	name string
	undo func(made) step
}{
	{"bridge", func(m made) step { return dropBridge{m.device} }},
	{"port", func(m made) step { return dropPort{m.device, m.second} }},
	{"vlan", func(m made) step { return dropVLAN{m.device} }},
	{"bond", func(m made) step { return dropBond{m.device} }},
	{"slave", func(m made) step { return releaseSlave{m.device, m.second} }},
	{"raised", func(m made) step { return setLinkDown{Device: m.device, MayFail: true} }},
	{"lowered", func(m made) step { return setLinkUp{Device: m.device, MayFail: true} }},
}

// undo is the step that undoes it, nil for what needs none.
func (m made) undo() step {
	for i := range kinds {
		if kinds[i].name == m.kind {
			return kinds[i].undo(m)
		}
	}
	return nil
}

// parseMade reads a line of it.
func parseMade(text string) (iface, line string) {
	m, ok := madeOf(text)
	if !ok {
		return "", ""
	}
	return m.iface, m.String()
}

func madeOf(text string) (m made, ok bool) {
	words := append(strings.Fields(text), "", "")
	if len(words) < 4 {
		return m, false
	}
	return made{words[0], words[1], words[2], words[3]}, true
}

// madeFor returns what was made for an interface, and whether that is known: it
// was brought up by a program that doesn't tell where it isn't.
func (c *command) madeFor(iface string) (list []made, known bool, err error) {
	err = c.files.devices.refresh()
	for _, text := range c.files.devices.of(iface) {
		m, _ := madeOf(text)
		list = append(list, m)
	}
	slices.Reverse(list)
	return list, len(list) > 0, err
}

// willMake records what is about to be made, unless it is recorded. That it can't be
// keeps it from being made no more than an address.
func (c *command) willMake(m made) {
	c.unrecorded(m.iface, c.change(func() error { return c.files.devices.add(m.iface, m.String()) }))
}

// unmade takes a line out of the record.
func (c *command) unmade(m made) {
	c.unrecorded(m.iface, c.change(func() error {
		return c.files.devices.remove(func(text string) bool { return text == m.String() }, m.iface)
	}))
}
