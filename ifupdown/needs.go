package ifupdown

import (
	"slices"
	"strings"
)

// need is an interface that another one stands on, and what asks for it.
type need struct {
	iface string
	pos   Position
	must  bool // without it the other can't be
	down  bool // the other goes down before it
	port  bool // all that is needed is that it is there
	first bool // it is only to be up first, so that a circle has no meaning
}

// needs are the interfaces that a target stands on: the parent of a VLAN, the
// ports of a bridge, the bond of a slave, in ifupdown-ng's syntax what it requires.
func (c *command) needs(t target) []need { return c.needsOf(t, c.stanzas(t)) }

func (c *command) needsOf(t target, stanzas []stanza) (list []need) {
	device := deviceOf(t.iface)
	for _, s := range stanzas {
		o := c.deviceOptions(s, t.iface)
		if c.flavour.merges {
			list = append(list, required(o)...)
		}
		if v, err := vlanOf(device, o, s.Pos); err == nil && v != nil {
			list = append(list, need{iface: v.parent, pos: v.pos, down: true})
		}
		if device != t.iface {
			continue
		}
		if m := o.get(optionBondMaster); m != nil {
			list = append(list, need{iface: m.Value, pos: m.Pos, must: true, down: true})
		}
		if o.get(optionBridgePorts) == nil {
			continue
		}
		for _, port := range literalPorts(o) {
			list = append(list, c.portNeeds(port, o.get(optionBridgePorts).Pos)...)
		}
	}
	return list
}

// optionRequires names interfaces that are to be up before this one (ifupdown-ng).
const optionRequires = "requires"

// required are the interfaces that lines `requires` name.
func required(o deviceOptions) (list []need) {
	for _, line := range o {
		if line.Name != optionRequires {
			continue
		}
		for _, name := range strings.Fields(plainValueOf(line.Value, optionRequires)) {
			list = append(list, need{iface: name, pos: line.Pos, must: true, first: true})
		}
	}
	return list
}

// portNeeds are what a port stands on: its own stanza, or that of the parent of
// the VLAN that it is.
func (c *command) portNeeds(port string, pos Position) []need {
	if !c.config.Known(port) {
		if v, err := vlanOf(port, nil, pos); err == nil && v != nil {
			return []need{{iface: v.parent, pos: pos}}
		}
	}
	return []need{{iface: port, pos: pos, port: true}}
}

// upNeeds brings up what a target stands on, unless it is up or being brought up
// by whoever called us.
func (c *command) upNeeds(t target) error {
	c.climbing = append(c.climbing, t.iface)
	defer func() { c.climbing = c.climbing[:len(c.climbing)-1] }()
	for _, n := range c.needs(t) {
		if n.must && !c.config.Known(n.iface) {
			return &Error{n.pos, "no iface stanza for " + n.iface}
		}
		if n.iface == t.iface || !c.config.Known(n.iface) || c.excluded(n.iface) || c.inHand(n.iface) {
			continue
		}
		if n.port && c.there(n.iface) && !c.makesDevice(n.iface) {
			continue // a card's own addresses are of no use on a port
		}
		i := slices.Index(c.climbing, n.iface)
		if i >= 0 && n.first {
			continue
		}
		if i >= 0 {
			return &Error{n.pos, strings.Join(c.climbing[i:], " needs ") + " needs " + n.iface}
		}
		if err := c.upOne(target{n.iface, n.iface}); err != nil {
			if n.must {
				return err
			}
			c.fail(err)
		}
		if c.options.NoAct {
			c.shown = append(c.shown, n.iface)
		}
	}
	return nil
}

// makesDevice tells whether an interface's stanzas make it.
func (c *command) makesDevice(iface string) bool {
	return slices.ContainsFunc(c.stanzas(target{iface, iface}), func(s stanza) bool {
		o := c.deviceOptions(s, iface)
		v, _ := vlanOf(iface, o, s.Pos)
		return v != nil || o.get(optionBridgePorts) != nil || isBond(o)
	})
}

// inHand tells whether an interface is up whole, was shown with -n, or is being
// worked on by whoever called us.
func (c *command) inHand(iface string) bool {
	current, begun, err := c.standing(iface)
	return err == nil && current != nil && begun == nil || c.done[iface] || c.env.Getenv(recursionPrefix+iface) != ""
}

// downNeedy takes down what stands on an interface and is up: VLANs on it, slaves
// of it. A bridge stays without this port.
func (c *command) downNeedy(iface string) error {
	list, err := c.needy(iface)
	for _, t := range list {
		if t.iface == iface || slices.Contains(c.climbing, t.iface) || c.env.Getenv(recursionPrefix+t.iface) != "" ||
			c.done[t.iface] || !c.isStanding(t.iface) {
			continue
		}
		c.climbing = append(c.climbing, iface)
		err := c.downOne(t)
		c.climbing = c.climbing[:len(c.climbing)-1]
		if err != nil {
			c.fail(err)
		}
	}
	return err
}

// needies are the interfaces that are up, by those that they go down before. It is
// kept, since working it out for each interface of `ifdown -a` would be quadratic.
type needies struct {
	of map[string][]target
	// reads tells what it was worked out from: the files as they were read then.
	// What the run itself brings up it doesn't take down.
	reads [2]int
}

// needy returns the interfaces that were up when the state was read last, and go
// down before another one.
func (c *command) needy(iface string) ([]target, error) {
	err := firstError(c.files.up.refresh(), c.files.unfinished.refresh())
	reads := [...]int{c.files.up.reads, c.files.unfinished.reads}
	if err != nil || c.needies.reads == reads {
		return c.needies.of[iface], err
	}
	all, err := c.standingAll()
	if err != nil {
		return nil, err
	}
	c.needies = needies{map[string][]target{}, reads}
	for _, t := range all {
		for _, n := range c.needs(t) {
			if list := c.needies.of[n.iface]; n.down && !slices.Contains(list, t) {
				c.needies.of[n.iface] = append(list, t)
			}
		}
	}
	return c.needies.of[iface], nil
}

func deviceOf(iface string) string {
	device, _, _ := strings.Cut(iface, ":")
	return device
}
