package ifupdown

import (
	"slices"
	"strconv"

	"classicnet/ioctl"
)

// The steps that make what an interface stands on. For is the interface that
// they are taken for, under which it is recorded what they make.
type (
	// Begin begins the record of what is made for an interface.
	Begin struct{ For string }
	// Undo takes back what was made, and takes it out of the record.
	Undo struct {
		Step Step
		what made
	}
	// End ends the record, where nothing is left in it.
	End struct{ For string }
	// RaiseLink sets the flag UP of a device, and records it where it was down.
	// With Port only a port that was added, or was in its bridge, is raised.
	RaiseLink struct {
		For, Device string
		Port        bool
	}
	// IfThere takes a step if a device exists.
	IfThere struct {
		Device string
		Step   Step
	}
	// RaiseMTU sets the maximum transfer unit of a device that has less.
	RaiseMTU struct {
		Device string
		Bytes  int
	}
	// Setting4 writes a setting of IPv4; a kernel without it is no error.
	Setting4 struct{ Device, Key, Value string }
)

func (s Begin) String() string     { return "record what is made for " + s.For }
func (s End) String() string       { return "forget what was made for " + s.For }
func (s Undo) String() string      { return s.Step.String() }
func (s RaiseLink) String() string { return LinkUp{Device: s.Device}.String() }
func (s IfThere) String() string   { return s.Step.String() + " (if it is there)" }
func (s RaiseMTU) String() string  { return MTU(s).String() + " (if it has less)" }

func (s Setting4) path() string {
	return "/proc/sys/net/ipv4/conf/" + s.Device + "/" + s.Key
}
func (s Setting4) String() string { return "write " + s.path() + " " + s.Value }

func (s Begin) do(c *command) error { return c.willMake(made{s.For, kindBegun, "", ""}) }

func (s Undo) do(c *command) error {
	if err := s.Step.do(c); err != nil {
		return err
	}
	return c.unmade(s.what)
}

func (s End) do(c *command) error {
	return c.changeMade(func(list []made) []made {
		begun := made{s.For, kindBegun, "", ""}
		if slices.ContainsFunc(list, func(m made) bool { return m.iface == s.For && m != begun }) {
			return list
		}
		return slices.DeleteFunc(list, func(m made) bool { return m == begun })
	})
}

func (s RaiseLink) do(c *command) error {
	if s.Port && !slices.Contains(c.ports, s.Device) {
		return nil
	}
	return c.inet(func(k Kernel) error {
		flags, err := k.Flags(s.Device)
		if err != nil || flags&ioctl.FlagUp != 0 {
			return gone(err)
		}
		if err := c.willMake(made{s.For, "raised", s.Device, ""}); err != nil {
			return err
		}
		return k.SetFlags(s.Device, flags|ioctl.FlagUp)
	})
}

func (s IfThere) do(c *command) error {
	if !c.there(s.Device) {
		return nil
	}
	return s.Step.do(c)
}

func (s RaiseMTU) do(c *command) error {
	return c.inet(func(k Kernel) error {
		mtu, err := k.MTU(s.Device)
		if err != nil || int(mtu) >= s.Bytes {
			return err
		}
		return k.SetMTU(s.Device, int32(s.Bytes))
	})
}

func (s Setting4) do(c *command) error {
	return ignoreMissing(c.env.WriteFile(s.path(), s.Value))
}

// at is a step's message with the place that asks for it.
func at(pos Position, text string) string {
	if pos.File == "" {
		return text
	}
	return (&Error{pos, text}).Error()
}

func seconds(n int) string { return strconv.Itoa(n) + " s" }
