package ifupdown

import (
	"slices"
	"strings"
)

// makes tells what a stanza asks to be made for its interface.
func (p *planner) makes(o deviceOptions) (v *vlan, any bool, err error) {
	if v, err = vlanOf(p.device(), o, p.stanza.Pos); err != nil {
		return nil, false, err
	}
	return v, v != nil || !p.alias() && (o.get(optionBridgePorts) != nil || o.get(optionBondMaster) != nil || isBond(o)), nil
}

// before adds what comes before the commands of the stanza: a VLAN that is one
// by its name, which Debian's ifup makes itself.
func (p *planner) before() error {
	v, any, err := p.makes(p.deviceOptions())
	if err != nil || !any {
		return err
	}
	p.add(beginRecord{p.target.iface})
	if v != nil && v.native {
		p.vlan(v)
	}
	return nil
}

// beforeScripts adds what Debian has scripts for, which run behind the commands
// of the stanza: bridge, ifenslave, vlan.
func (p *planner) beforeScripts() error {
	o := p.deviceOptions()
	v, any, err := p.makes(o)
	if err != nil || !any {
		return err
	}
	if !p.alias() {
		if err := p.bridge(o); err != nil {
			return err
		}
		if err := p.bond(o); err != nil {
			return err
		}
	}
	if v != nil && o.value("vlan-raw-device") != "" { // which may name another, as of eth0.5
		if mtu, err := p.number("mtu", maxMTU); err == nil && mtu > 0 {
			p.add(ifThere{v.parent, raiseMTU{v.parent, mtu}})
		}
	}
	if v != nil && !v.native {
		p.vlan(v)
	}
	if hw := o.value("hw-mac-address"); hw != "" && v != nil && !p.alias() {
		p.add(hardwareAddress{p.device(), hw})
	}
	return nil
}

// vlan adds the step for a VLAN. It is made for the device, whichever alias asked
// for it.
func (p *planner) vlan(v *vlan) {
	p.add(makeVLAN{For: p.device(), Name: v.name, Parent: v.parent, ID: v.id, Silent: v.native, Pos: v.pos})
}

// afterUp adds what comes when the interface is up.
func (p *planner) afterUp() {
	o := p.deviceOptions()
	p.activeSlave(o)
	if v := o.get("ip-proxy-arp"); v != nil {
		p.add(setting4{p.device(), "proxy_arp", oneOf(v.Value, "0", "1")})
	}
	if v := o.get("ip-rp-filter"); v != nil {
		p.add(setting4{p.device(), "rp_filter", oneOf(v.Value, "1", "0", "2")})
	}
}

// oneOf is value if it is among the others, else the first.
func oneOf(first string, others ...string) string {
	if slices.Contains(others[1:], first) {
		return first
	}
	return others[0]
}

// ownScripts are the scripts of Debian's packages bridge-utils, vlan and
// ifenslave whose work is done here; where that is they aren't run.
var ownScripts = [...]struct {
	folders string
	name    string
	done    func(v *vlan, o deviceOptions) bool
}{
	{"if-pre-up.d if-down.d if-post-down.d", "bridge", func(_ *vlan, o deviceOptions) bool { return o.get(optionBridgePorts) != nil }},
	{"if-pre-up.d if-post-down.d", "vlan", func(v *vlan, _ deviceOptions) bool { return v != nil }},
	{"if-pre-up.d if-post-down.d", "ifenslave", func(_ *vlan, o deviceOptions) bool { return o.get(optionBondMaster) != nil || isBond(o) }},
	{"if-up.d", "ip", func(_ *vlan, o deviceOptions) bool {
		return o.get("ip-proxy-arp") != nil || o.get("ip-rp-filter") != nil
	}},
}

// doneHere are the names of scripts in a folder that needn't run.
func (p *planner) doneHere(folder string) (names []string) {
	if p.alias() {
		return nil // these scripts do nothing for one
	}
	o := p.deviceOptions()
	v, _, err := p.makes(o)
	if err != nil {
		return nil
	}
	for i := range ownScripts {
		s := &ownScripts[i]
		if slices.Contains(strings.Fields(s.folders), folder) && s.done(v, o) {
			names = append(names, s.name)
		}
	}
	return names
}
