package ifupdown

import (
	"errors"
	"slices"
	"strings"

	"golang.org/x/sys/unix"
)

// makers are the options by which scripts of other packages make an interface:
// those of bridge-utils, vlan and ifenslave, of ifupdown-ng and of ifupdown2.
var makers = [...]string{
	"bridge-ports", "bond-slaves", "bond-members", "slaves", "vlan-raw-device", "vlan-id",
	"vxlan-id", "vxlan-local-tunnelip", "tunnel-mode", "gre-remote", "link-type", "vrf-table", "wireguard-config-path",
}

// maker returns the option of the stanzas that would have made their interface,
// nil if there is none.
func maker(stanzas []stanza) *Option {
	for _, s := range stanzas {
		for i := range s.Options {
			name := strings.ReplaceAll(s.Options[i].Name, "_", "-")
			if slices.Contains(makers[:], name) {
				return &s.Options[i]
			}
		}
	}
	return nil
}

// isVLAN tells whether a name is that of a VLAN on another interface: eth0.5.
func isVLAN(name string) bool {
	_, id, ok := strings.Cut(name, ".")
	_, number := parseNumber(id, 4094)
	return ok && number
}

// missing says more of an interface that isn't there: what would have made it.
func missing(t target, stanzas []stanza) string {
	device, _, _ := strings.Cut(t.iface, ":")
	switch o := maker(stanzas); {
	case o != nil:
		return o.Name + " " + o.Value + " at " + o.Pos.String() + " would have made it, and nothing here does"
	case isVLAN(device):
		return "by its name it is a VLAN, and nothing here makes those"
	}
	return ""
}

// why is the reason why a step failed.
func (c *command) why(err error) string {
	text := reason(err)
	if errors.Is(err, unix.ENODEV) && c.missing != "" {
		text += "; " + c.missing
	}
	return text
}
