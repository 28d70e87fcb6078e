package route

import (
	"slices"
	"strings"

	"classicnet/internal/frame"
)

// family is an address family as the command line knows it.
type family struct {
	name   string   // as messages print it
	names  []string // as -A takes it
	title  string   // in the usage text; "" for a family without routes
	absent bool     // a family that is known by name alone
	list   func(*listing) error
	json   bool // list knows JSON
	edit   func(*command, verb, []string) error
	usage  func() string // of edit
}

// families are in the order of the usage text.
var families = [...]family{
	{name: "inet", names: []string{"inet", "ip", "tcpip"}, title: "DARPA Internet", list: listInet, json: true, edit: editInet, usage: inetText},
	{name: "inet6", names: []string{"inet6", "ip6"}, title: "IPv6", list: listInet6, json: true, edit: editInet6, usage: inet6Text},
	{name: "ax25", names: []string{"ax25"}, title: "AMPR AX.25", list: listAX25},
	{name: "netrom", names: []string{"netrom"}, title: "AMPR NET/ROM", list: listNetrom, edit: editNetrom},
	{name: "ipx", names: []string{"ipx"}, title: "Novell IPX", list: listIPX, edit: editIPX},
	{name: "ddp", names: []string{"ddp", "appletalk"}, title: "Appletalk DDP", list: listDDP},
	{name: "x25", names: []string{"x25"}, title: "CCITT X.25", list: listX25, edit: editX25, usage: x25Text},
	{name: "unix", names: []string{"unix"}},
	{name: "ec", names: []string{"econet"}},
	{name: "ash", names: []string{"ash"}, absent: true},
}

// familyByName returns the family that -A takes by this very name, nil if
// there is none.
func familyByName(name string) *family {
	for i := range families {
		if slices.Contains(families[i].names, name) {
			return &families[i]
		}
	}
	return nil
}

// nameLimit bounds an argument of -A and the names that all of them choose.
const nameLimit = 255

// chooseFamilies adds the families of a comma-separated list. An unknown one
// ends the command at once.
func (c *command) chooseFamilies(list string) error {
	for _, name := range strings.Split(list[:min(len(list), nameLimit)], ",") {
		f := familyByName(name)
		if f == nil {
			return frame.Failed("Unknown address family `" + name + "'.")
		}
		if len(c.familyNames())+len(",")+len(f.name) > nameLimit {
			c.Out.Errorf("Too much address family arguments.\n")
			return nil
		}
		c.families = append(c.families, f)
	}
	return nil
}

// familyNames is the comma-separated list of the chosen families.
func (c *command) familyNames() string {
	names := make([]string, len(c.families))
	for i, f := range c.families {
		names[i] = f.name
	}
	return strings.Join(names, ",")
}

// edited returns the one family that an edit, or help, is for.
func (c *command) edited() (*family, error) {
	switch len(c.families) {
	case 0:
		return &families[0], nil
	case 1:
		f := c.families[0]
		return f, f.lacks(f.edit == nil)
	}
	return nil, frame.Misused("Please don't supply more than one address family.\n" +
		"Address family `" + c.familyNames() + "' not supported.")
}

// lacks is the failure where the family itself, or the operation, is missing.
func (f *family) lacks(operation bool) error {
	switch {
	case f.absent:
		return frame.Misused("Address family `" + f.name + "' not supported.")
	case operation:
		return frame.Misused("No routing for address family `" + f.name + "'.")
	}
	return nil
}

// The classic tool never learnt to edit the tables of NET/ROM and IPX, and ends
// with success: scripts run it and go on.

func editNetrom(c *command, _ verb, _ []string) error {
	c.Out.Errorf("NET/ROM: this needs to be written\n")
	return nil
}

func editIPX(c *command, _ verb, _ []string) error {
	c.Out.Errorf("IPX: this needs to be written\n")
	return nil
}
