package ifupdown

import (
	"strings"
)

// vlan is what a stanza says of the VLAN that its interface is to be.
type vlan struct {
	name, parent string
	id           int
	// native is one that the name alone tells, as Debian's ifup itself knows
	// them; others have an option.
	native bool
	pos    Position
}

const maxVLAN = 4094

// vlanOf returns the VLAN that an interface is by its name and options, nil if
// it is none.
func vlanOf(device string, o deviceOptions, pos Position) (*vlan, error) {
	raw := o.get("vlan-raw-device")
	v := &vlan{name: device, pos: pos}
	var number string
	dot := strings.LastIndexByte(device, '.')
	switch {
	case dot > 0 && isDigits(device[dot+1:]):
		v.parent, number, v.native = device[:dot], device[dot+1:], true
		if raw != nil && !isCard(device) {
			v.parent, v.native = raw.Value, false
		}
	case raw == nil:
		return nil, nil
	case strings.HasPrefix(device, "vlan") && isDigits(device[len("vlan"):]):
		v.parent, number = raw.Value, device[len("vlan"):]
	case o.value("vlan-id") != "":
		v.parent, number = raw.Value, o.value("vlan-id")
	default:
		return nil, nil
	}
	if raw != nil && !v.native {
		v.pos = raw.Pos
	}
	id, ok := vlanNumber(number)
	if !ok {
		return nil, &Error{v.pos, device + ": a VLAN's number is 1 to 4094, not " + number}
	}
	v.id = id
	return v, nil
}

// vlanNumber reads a decimal number, with zeros in front or not.
func vlanNumber(text string) (int, bool) {
	n := 0
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' || n > maxVLAN {
			return 0, false
		}
		n = n*10 + int(text[i]-'0')
	}
	return n, n >= 1 && n <= maxVLAN
}

func isDigits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

// isCard tells whether a name begins as those of cards do for which Debian's
// script leaves vlan-raw-device alone: eth, bond, wlan, em and pN.
func isCard(device string) bool {
	for _, prefix := range []string{"eth", "bond", "wlan", "em"} {
		if strings.HasPrefix(device, prefix) {
			return true
		}
	}
	return len(device) > 1 && device[0] == 'p' && isDigits(device[1:2])
}
