package ifupdown

import (
	"slices"
	"strconv"

	"classicnet/ioctl"
)

// The steps that make what an interface stands on. For is the interface that
// they are taken for, under which it is recorded what they make.
type (
	// beginRecord begins the record of what is made for an interface.
	beginRecord struct{ For string }
	// undo takes back what was made, and takes it out of the record.
	undo struct {
		Step step
		what made
	}
	// endRecord ends the record, where nothing is left in it.
	endRecord struct{ For string }
	// raiseLink sets the flag UP of a device, and records it where it was down.
	// With Port only a port that was added, or was in its bridge, is raised.
	raiseLink struct {
		For, Device string
		Port        bool
	}
	// ifThere takes a step if a device exists.
	ifThere struct {
		Device string
		Step   step
	}
	// raiseMTU sets the maximum transfer unit of a device that has less.
	raiseMTU struct {
		Device string
		Bytes  int
	}
	// setting4 writes a setting of IPv4; a kernel without it is no error.
	setting4 struct{ Device, Key, Value string }
)

func (s beginRecord) String() string { return "record what is made for " + s.For }
func (s endRecord) String() string   { return "forget what was made for " + s.For }
func (s undo) String() string        { return s.Step.String() }
func (s raiseLink) String() string   { return setLinkUp{Device: s.Device}.String() }
func (s ifThere) String() string     { return s.Step.String() + " (if it is there)" }
func (s raiseMTU) String() string    { return setMTU(s).String() + " (if it has less)" }

func (s setting4) path() string {
	return "/proc/sys/net/ipv4/conf/" + s.Device + "/" + s.Key
}
func (s setting4) String() string { return "write " + s.path() + " " + s.Value }

func (s beginRecord) do(c *command) error {
	c.willMake(made{s.For, kindBegun, "", ""})
	return nil
}

func (s undo) do(c *command) error {
	if err := s.Step.do(c); err != nil {
		return err
	}
	c.unmade(s.what)
	return nil
}

func (s endRecord) do(c *command) error {
	begun := made{s.For, kindBegun, "", ""}
	list, _, err := c.madeFor(s.For)
	if err != nil || slices.ContainsFunc(list, func(m made) bool { return m != begun }) {
		return err
	}
	c.unmade(begun)
	return nil
}

func (s raiseLink) do(c *command) error {
	if s.Port && !slices.Contains(c.ports, s.Device) {
		return nil
	}
	return c.inet(func(k Kernel) error {
		flags, err := k.Flags(s.Device)
		if err != nil || flags&ioctl.FlagUp != 0 {
			return gone(err)
		}
		c.willMake(made{s.For, "raised", s.Device, ""})
		return k.SetFlags(s.Device, flags|ioctl.FlagUp)
	})
}

func (s ifThere) do(c *command) error {
	if !c.there(s.Device) {
		return nil
	}
	return s.Step.do(c)
}

func (s raiseMTU) do(c *command) error {
	return c.inet(func(k Kernel) error {
		mtu, err := k.MTU(s.Device)
		if err != nil || int(mtu) >= s.Bytes {
			return err
		}
		return k.SetMTU(s.Device, int32(s.Bytes))
	})
}

func (s setting4) do(c *command) error { return c.set(s.path(), s.key(), s.Value) }

func (s setting4) key() string { return wasSetting + s.Device + " " + ofIPv4 + s.Key }

// ofIPv4 is before the name of a setting of IPv4 in a record.
const ofIPv4 = "ipv4/"

// at is a step's message with the place that asks for it.
func at(pos Position, text string) string {
	if pos.File == "" {
		return text
	}
	return (&Error{pos, text}).Error()
}

func seconds(n int) string { return strconv.Itoa(n) + " s" }
