package ifupdown

import (
	"errors"
	"strconv"

	"golang.org/x/sys/unix"
)

// The steps of a VLAN.
type (
	// makeVLAN makes the VLAN with a number on a parent, which is set up for it.
	// With Silent a parent that isn't there, and any device that has the name,
	// is left alone.
	makeVLAN struct {
		For, Name, Parent string
		ID                int
		Silent            bool
		Pos               Position
	}
	// dropVLAN deletes a VLAN, if there is one of that name.
	dropVLAN struct{ Name string }
)

func (s makeVLAN) String() string {
	return "SIOCSIFVLAN add " + s.Parent + " " + strconv.Itoa(s.ID) + " as " + s.Name
}
func (s dropVLAN) String() string { return "SIOCSIFVLAN del " + s.Name }

func (s makeVLAN) do(c *command) error {
	return c.inet(func(k Kernel) error {
		switch {
		case exists(k, s.Name):
			return s.check(k)
		case !exists(k, s.Parent) && s.Silent:
			return nil
		case !exists(k, s.Parent):
			return errors.New(at(s.Pos, s.Parent+" isn't there"))
		}
		if err := setUp(k, s.Parent, true); err != nil {
			return err
		}
		line := made{s.For, "vlan", s.Name, ""}
		c.willMake(line)
		if err := s.make(c, k); err != nil {
			c.unmade(line)
			return err
		}
		return nil
	})
}

// check refuses a name that another kind of device has, or another VLAN.
func (s makeVLAN) check(k Kernel) error {
	parent, err := k.VLANParent(s.Name)
	id, err2 := k.VLANID(s.Name)
	switch {
	case s.Silent:
		return nil
	case err != nil || err2 != nil:
		return errors.New(at(s.Pos, s.Name+" is there and is no VLAN"))
	case parent != s.Parent || id != s.ID:
		return errors.New(at(s.Pos, s.Name+" is there and is VLAN "+itoa(id)+" of "+parent))
	}
	return nil
}

// make makes the VLAN under the name that the kernel gives it and renames it.
func (s makeVLAN) make(c *command, k Kernel) error {
	before := s.found(k)
	err := k.AddVLAN(s.Parent, uint32(s.ID))
	switch {
	case errors.Is(err, unix.EEXIST):
		return s.taken(c, k, before)
	case err != nil:
		return because(err, unix.ENOPKG, "the kernel has no VLANs (its module is called 8021q)")
	}
	name := s.found(k)
	switch name {
	case s.Name:
		return nil
	case "":
		return errors.New("VLAN " + itoa(s.ID) + " of " + s.Parent + " was made, and can't be found")
	}
	if err := k.Rename(name, s.Name); err != nil {
		return errors.Join(err, k.DelVLAN(name))
	}
	return nil
}

// found returns the name of the VLAN with this number and parent among those
// that the kernel may have given it, "" if there is none.
func (s makeVLAN) found(k Kernel) string {
	id := itoa(s.ID)
	padded := "0000"[min(len(id), 4):] + id
	for _, name := range []string{s.Name, s.Parent + "." + id, s.Parent + "." + padded, "vlan" + id, "vlan" + padded} {
		name = name[:min(len(name), maxLabel)]
		if parent, err := k.VLANParent(name); err != nil || parent != s.Parent {
			continue
		}
		if id, err := k.VLANID(name); err == nil && id == s.ID {
			return name
		}
	}
	return ""
}

// taken says who has the VLAN, or its name.
func (s makeVLAN) taken(c *command, k Kernel, holder string) error {
	what := "VLAN " + itoa(s.ID) + " of " + s.Parent
	if holder == "" {
		present, _ := c.present() // without the list nobody is found
		for _, name := range present {
			parent, err := k.VLANParent(name)
			if id, err2 := k.VLANID(name); err == nil && err2 == nil && parent == s.Parent && id == s.ID {
				holder = name
			}
		}
	}
	if holder != "" {
		return errors.New(at(s.Pos, what+" is there and is called "+holder))
	}
	return errors.New(at(s.Pos, what+" can't be made: the kernel's name for it is taken (of a parent whose name is too long, its own)"))
}

func (s dropVLAN) do(c *command) error {
	return c.inet(func(k Kernel) error {
		if !exists(k, s.Name) {
			return nil
		}
		return gone(k.DelVLAN(s.Name))
	})
}
