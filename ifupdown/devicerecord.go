package ifupdown

import (
	"errors"
	"io/fs"
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

// loadMade reads the file. Lines that make no sense are left out.
func (c *command) loadMade() (list []made, err error) {
	data, err := c.store.Read(fileDevices)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for line := range strings.Lines(string(data)) {
		words := append(strings.Fields(line), "", "")
		if len(words) > 3 {
			list = append(list, made{words[0], words[1], words[2], words[3]})
		}
	}
	return list, nil
}

// madeFor returns what was made for an interface, and whether that is known: it
// was brought up by a program that doesn't tell where it isn't.
func (c *command) madeFor(iface string) (list []made, known bool, err error) {
	all, err := c.loadMade()
	for _, m := range all {
		if m.iface == iface {
			list, known = append(list, m), true
		}
	}
	return list, known, err
}

// willMake records what is about to be made, unless it is recorded.
func (c *command) willMake(m made) error {
	return c.changeMade(func(list []made) []made {
		if slices.Contains(list, m) {
			return list
		}
		return append(list, m)
	})
}

// unmade takes a line out of the record.
func (c *command) unmade(m made) error {
	return c.changeMade(func(list []made) []made {
		return slices.DeleteFunc(list, func(other made) bool { return other == m })
	})
}

// changeMade replaces the file, unless nothing changes, while nobody else can.
func (c *command) changeMade(change func([]made) []made) error {
	lock, err := c.store.Lock(fileStateLock)
	if err != nil {
		return err
	}
	defer lock.Unlock()
	list, err := c.loadMade()
	if err != nil {
		return err
	}
	before := textOf(list)
	after := textOf(change(list))
	if after == before {
		return nil
	}
	return c.store.Write(fileDevices, []byte(after))
}

func textOf(list []made) string {
	var b strings.Builder
	for _, m := range list {
		b.WriteString(m.String() + "\n")
	}
	return b.String()
}
