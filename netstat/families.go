package netstat

import (
	"slices"
	"strings"

	"classicnet/internal/frame"
)

// family is an address family as -A takes it.
type family struct {
	words  []string
	shows  set
	v4, v6 bool
	// routed says that route knows it, too.
	routed bool
}

var families = [...]family{
	{words: []string{"inet", "ip", "tcpip"}, v4: true, routed: true},
	{words: []string{"inet6", "ip6"}, v6: true, routed: true},
	{words: []string{"unix"}, shows: unixTable, routed: true},
	{words: []string{"ax25"}, shows: ax25Table, routed: true},
	{words: []string{"ipx"}, shows: ipxTable, routed: true},
	{words: []string{"netrom"}, shows: netromTable, routed: true},
	{words: []string{"x25"}, shows: x25Table, routed: true},
	{words: []string{"rose"}, shows: roseTable},
	{words: []string{"bluetooth"}, shows: bluetoothTable},
	{words: []string{"ddp", "appletalk"}, routed: true},
	{words: []string{"econet"}, routed: true},
	{words: []string{"ash"}, routed: true},
}

// longFamilies are the families that are options of their own, in the order of the
// classic table.
var longFamilies = [...]string{
	"ax25", "x25", "ip", "ipx", "appletalk", "netrom", "inet", "inet6", "ddp", "rose", "unix", "bluetooth", "tcpip",
}

func familyByName(name string) *family {
	for i := range families {
		if slices.Contains(families[i].words, name) {
			return &families[i]
		}
	}
	return nil
}

// familyLimit bounds an argument of -A.
const familyLimit = 255

// chooseFamilies adds the families of a comma-separated list. An unknown one ends
// the command at once.
func (c *command) chooseFamilies(list string) error {
	for _, name := range strings.Split(list[:min(len(list), familyLimit)], ",") {
		f := familyByName(name)
		if f == nil {
			return frame.Failed("Unknown address family `" + name + "'.")
		}
		c.families = append(c.families, f)
		c.names = append(c.names, name)
	}
	return nil
}

// chosen is what the families choose together.
func (c *command) chosen() (all family) {
	for _, f := range c.families {
		all.shows |= f.shows
		all.v4, all.v6 = all.v4 || f.v4, all.v6 || f.v6
	}
	return all
}
