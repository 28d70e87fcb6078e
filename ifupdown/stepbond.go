package ifupdown

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"classicnet/internal/sysfs"
	"classicnet/ioctl"
)

// The steps of a bond.
type (
	// makeBond makes a bond, unless there is one of that name. The module is
	// loaded for it if it isn't.
	makeBond struct {
		For, Bond string
		Env       []string // of modprobe
		Pos       Position
	}
	// bondSet writes an attribute of a bond, unless it has that value. With Down
	// the bond is taken down for it. What the kernel refuses is told and passed
	// over, but for what must be right.
	bondSet struct {
		Bond, Attribute, Value string
		Down, Must             bool
		Pos                    Position
	}
	// bondPrimary makes the first of a list that is a slave the primary one.
	bondPrimary struct {
		Bond   string
		Slaves []string
	}
	// enslave makes an interface a slave, unless it is one of that bond. It is
	// taken down for it. One that isn't there is told and passed over.
	enslave struct {
		For, Bond, Slave string
		Pos              Position
	}
	// enslaveAll enslaves the Ethernet cards that there are then.
	enslaveAll struct {
		For, Bond string
		Pos       Position
	}
	// releaseSlave releases a slave and dropBond deletes a bond, if they are there.
	releaseSlave struct{ Bond, Slave string }
	dropBond     struct{ Bond string }
)

func (s makeBond) String() string { return "write " + sysfs.BondingMasters + " +" + s.Bond }
func (s dropBond) String() string { return "write " + sysfs.BondingMasters + " -" + s.Bond }
func (s bondSet) String() string {
	return "write " + sysfs.Path(s.Bond, "bonding/"+s.Attribute) + " " + s.Value
}

func (s bondPrimary) String() string {
	return "write " + sysfs.Path(s.Bond, "bonding/primary") + " the first slave of " + strings.Join(s.Slaves, " ")
}

func (s enslave) String() string { return "write " + sysfs.Path(s.Bond, bondSlaves) + " +" + s.Slave }
func (s releaseSlave) String() string {
	return "write " + sysfs.Path(s.Bond, bondSlaves) + " -" + s.Slave
}
func (s enslaveAll) String() string {
	return "write " + sysfs.Path(s.Bond, bondSlaves) + " + each of eth*"
}

const bondSlaves = "bonding/slaves"

// slavesOf are the slaves of a bond; ok is false for what is no bond, or has no
// attributes here.
func (c *command) slavesOf(bond string) (names []string, ok bool) {
	text, err := c.sys().Text(bond, bondSlaves)
	return strings.Fields(text), err == nil
}

func (s makeBond) do(c *command) error {
	if c.there(s.Bond) {
		return s.check(c)
	}
	if _, err := c.sys().Read(sysfs.BondingMasters); errors.Is(err, fs.ErrNotExist) {
		c.Out.Flush()                                                                          //nolint:errcheck // Close tells
		c.invoke(Invocation{Args: []string{"modprobe", "bonding", "max_bonds=0"}, Env: s.Env}) //nolint:errcheck // what comes of it is seen below
		if c.there(s.Bond) {
			return s.check(c)
		}
	}
	line := made{s.For, "bond", s.Bond, ""}
	c.willMake(line)
	if err := c.sys().Write(sysfs.BondingMasters, "+"+s.Bond+"\n"); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			err = errors.New(at(s.Pos, "no bonds here: the kernel's module bonding isn't loaded ("+sysfs.BondingMasters+" is missing)"))
		}
		c.unmade(line)
		return err
	}
	return nil
}

// check refuses a name that another kind of device has.
func (s makeBond) check(c *command) error {
	if _, ok := c.slavesOf(s.Bond); ok {
		return nil
	}
	return c.inet(func(k Kernel) error {
		if flags, err := k.Flags(s.Bond); err != nil || flags&ioctl.FlagMaster == 0 {
			return errors.New(at(s.Pos, s.Bond+" is there and is no bond"))
		}
		return nil
	})
}

func (s bondSet) do(c *command) error {
	now, err := c.sys().Text(s.Bond, "bonding/"+s.Attribute)
	if err == nil && slices.Contains(strings.Fields(now), s.Value) {
		return nil
	}
	if s.Down {
		if err := c.setUp(s.Bond, false, true); err != nil {
			return err
		}
	}
	err = c.sys().Set(s.Bond, "bonding/"+s.Attribute, s.Value)
	switch {
	case err == nil:
		return nil
	case s.Must:
		return errors.New(at(s.Pos, reason(err)))
	}
	c.say(at(s.Pos, s.String()+": "+reason(err)))
	return nil
}

func (s bondPrimary) do(c *command) error {
	slaves, _ := c.slavesOf(s.Bond)
	for _, name := range s.Slaves {
		if slices.Contains(slaves, name) {
			return bondSet{Bond: s.Bond, Attribute: "primary", Value: name}.do(c)
		}
	}
	return nil
}

func (s enslave) do(c *command) error {
	slaves, _ := c.slavesOf(s.Bond)
	switch {
	case slices.Contains(slaves, s.Slave):
		return nil
	case !c.there(s.Slave):
		return s.refused(c, "it isn't there")
	}
	return c.inet(func(k Kernel) error {
		if err := s.lower(c, k); err != nil {
			return err
		}
		line := made{s.For, "slave", s.Bond, s.Slave}
		c.willMake(line)
		if err := s.enslave(c, k); err != nil {
			c.unmade(line)
			return s.refused(c, reason(err))
		}
		return nil
	})
}

// lower takes the interface down, and records it where it was up.
func (s enslave) lower(c *command, k Kernel) error {
	flags, err := k.Flags(s.Slave)
	if err != nil || flags&ioctl.FlagUp == 0 {
		return err
	}
	c.willMake(made{s.For, "lowered", s.Slave, ""})
	return k.SetFlags(s.Slave, flags&^ioctl.FlagUp)
}

// enslave writes to /sys or, where that can't be, asks the bond itself, which
// has to be up for it.
func (s enslave) enslave(c *command, k Kernel) error {
	err := c.sys().Set(s.Bond, bondSlaves, "+"+s.Slave)
	if !sysfs.Unreachable(err) {
		return err
	}
	if err := setUp(k, s.Bond, true); err != nil {
		return err
	}
	return k.BondEnslave(s.Bond, s.Slave)
}

func (s enslave) refused(c *command, why string) error {
	c.say(at(s.Pos, "Failed to enslave "+s.Slave+" to "+s.Bond+": "+why))
	return nil
}

func (s enslaveAll) do(c *command) error {
	present, err := c.present()
	if err != nil {
		return err
	}
	for _, name := range present {
		if !strings.HasPrefix(name, "eth") {
			continue
		}
		step := enslave{For: s.For, Bond: s.Bond, Slave: name, Pos: s.Pos}
		c.trace(step)
		if err := step.do(c); err != nil {
			return err
		}
	}
	return nil
}

func (s releaseSlave) do(c *command) error {
	slaves, ok := c.slavesOf(s.Bond)
	switch {
	case ok && !slices.Contains(slaves, s.Slave), !c.there(s.Bond), !c.there(s.Slave):
		return nil
	}
	err := c.sys().Set(s.Bond, bondSlaves, "-"+s.Slave)
	if !sysfs.Unreachable(err) {
		return gone(err)
	}
	return c.inet(func(k Kernel) error { return gone(k.BondRelease(s.Bond, s.Slave)) })
}

func (s dropBond) do(c *command) error {
	if !c.there(s.Bond) {
		return nil
	}
	return gone(c.sys().Write(sysfs.BondingMasters, "-"+s.Bond+"\n"))
}
