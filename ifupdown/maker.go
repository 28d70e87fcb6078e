package ifupdown

import (
	"errors"
	"slices"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// makers are the options by which scripts of other packages make an interface
// and nothing here does: those of ifupdown-ng and of ifupdown2.
var makers = [...]string{
	"vlan-id", "vxlan-id", "vxlan-local-tunnelip", "tunnel-mode", "gre-remote", "link-type", "vrf-table", "wireguard-config-path",
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

// missing says more of an interface that isn't there: what would have made it.
func missing(t target, stanzas []stanza) string {
	if v, err := vlanOf(deviceOf(t.iface), nil, Position{}); err == nil && v != nil {
		return "by its name it is a VLAN of " + v.parent + ", which isn't there either"
	}
	if o := maker(stanzas); o != nil {
		return o.Name + " " + o.Value + " at " + o.Pos.String() + " would have made it, and nothing here does"
	}
	return ""
}

// why is the reason why a step failed. The request that the step is called by isn't
// named again.
func (c *command) why(step string, err error) string {
	text := reason(err)
	if e, ok := errors.AsType[*ioctl.Error](err); ok && text == e.Error() && strings.HasPrefix(step, e.Request+" ") {
		text = ioctl.Strerror(e.Err)
	}
	if errors.Is(err, unix.ENODEV) && c.missing != "" {
		text += "; " + c.missing
	}
	return text
}
