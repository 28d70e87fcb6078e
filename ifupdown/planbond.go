package ifupdown

import (
	"strings"
)

// bondOptions are the options that are an attribute of a bond, in the order in
// which the kernel wants them.
var bondOptions = [...]struct {
	option, attribute string
	each              string // what stands before each word of a list
	down              bool   // the bond has to be down
	must              bool   // a bond without it is another one
	late              bool   // behind the slaves
}{
	{option: "bond-fail-over-mac", attribute: "fail_over_mac"},
	{option: "bond-use-carrier", attribute: "use_carrier"},
	{option: "bond-num-grat-arp", attribute: "num_grat_arp"},
	{option: "bond-num-unsol-na", attribute: "num_unsol_na"},
	{option: "bond-resend-igmp", attribute: "resend_igmp"},
	{option: "bond-all-slaves-active", attribute: "all_slaves_active"},
	{option: "bond-arp-ip-target", attribute: "arp_ip_target", each: "+"},
	{option: "bond-arp-interval", attribute: "arp_interval"},
	{option: "bond-miimon", attribute: "miimon"},
	{option: "bond-downdelay", attribute: "downdelay"},
	{option: "bond-updelay", attribute: "updelay"},
	{option: "bond-ad-select", attribute: "ad_select", down: true},
	{option: "bond-mode", attribute: "mode", down: true, must: true},
	{option: "bond-xmit-hash-policy", attribute: "xmit_hash_policy", down: true},
	{option: "bond-tlb-dynamic-lb", attribute: "tlb_dynamic_lb", down: true},
	{option: "bond-packets-per-slave", attribute: "packets_per_slave"},
	{option: "bond-arp-validate", attribute: "arp_validate"},
	{option: "bond-arp-all-targets", attribute: "arp_all_targets"},
	{option: "bond-lacp-rate", attribute: "lacp_rate", down: true},
	{option: "bond-min-links", attribute: "min_links"},
	{option: "bond-lp-interval", attribute: "lp_interval"},
	{option: "bond-peer-notif-delay", attribute: "peer_notif_delay"},
	{option: "bond-lacp-active", attribute: "lacp_active", down: true},
	{option: "bond-ad-actor-sys-prio", attribute: "ad_actor_sys_prio", down: true},
	{option: "bond-ad-actor-system", attribute: "ad_actor_system", down: true},
	{option: "bond-ad-user-port-key", attribute: "ad_user_port_key", down: true},
	{option: "bond-queue-id", attribute: "queue_id", each: " ", late: true},
}

const (
	optionBondMaster = "bond-master"
	optionBondSlaves = "bond-slaves"
)

// isBond tells whether a stanza is that of a bond.
func isBond(o deviceOptions) bool {
	return o.get(optionBondMaster) == nil && (o.get(optionBondSlaves) != nil || o.get("bond-mode") != nil)
}

// bond adds the steps that make the bond of the stanza, or make its interface a
// slave, if it has one.
func (p *planner) bond(o deviceOptions) error {
	name := p.target.iface
	if m := o.get(optionBondMaster); m != nil {
		if m.Value == name {
			return &Error{m.Pos, name + " can't be a slave of itself"}
		}
		p.add(enslave{For: name, Bond: m.Value, Slave: name, Pos: m.Pos})
		p.primary(m.Value, o)
		return nil
	}
	if !isBond(o) {
		return nil
	}
	p.add(makeBond{name, name, p.environ("pre-up"), p.stanza.Pos})
	p.bondOptions(o, false)
	for _, slave := range o.words(optionBondSlaves) {
		pos := o.get(optionBondSlaves).Pos
		switch {
		case slave == name:
			return &Error{pos, name + " can't be a slave of itself"}
		case slave == "none":
		case slave == "all":
			p.add(enslaveAll{name, name, pos})
		case !p.command.ownSlave(slave):
			p.add(enslave{For: name, Bond: name, Slave: slave, Pos: pos})
		}
	}
	p.bondOptions(o, true)
	p.primary(name, o)
	return nil
}

// ownSlave tells whether an interface is up by a stanza of its own that says
// whose slave it is.
func (c *command) ownSlave(iface string) bool {
	if !c.isStanding(iface) {
		return false
	}
	for _, s := range c.stanzas(target{iface, iface}) {
		if c.deviceOptions(s, iface).get(optionBondMaster) != nil {
			return true
		}
	}
	return false
}

func (p *planner) bondOptions(o deviceOptions, late bool) {
	for i := range bondOptions {
		row := &bondOptions[i]
		line := o.get(row.option)
		if line == nil || row.late != late {
			continue
		}
		step := bondSet{Bond: p.target.iface, Attribute: row.attribute, Value: strings.TrimSpace(line.Value), Down: row.down, Must: row.must, Pos: line.Pos}
		if row.each == "" {
			p.add(step)
			continue
		}
		for _, word := range o.words(row.option) {
			step.Value = strings.TrimSpace(row.each + word)
			p.add(step)
		}
	}
}

func (p *planner) primary(bond string, o deviceOptions) {
	if slaves := o.words("bond-primary"); len(slaves) > 0 {
		p.add(bondPrimary{bond, slaves})
	}
	if line := o.get("bond-primary-reselect"); line != nil {
		p.add(bondSet{Bond: bond, Attribute: "primary_reselect", Value: line.Value, Pos: line.Pos})
	}
}

// activeSlave adds the step that chooses the active slave of a bond that is up.
func (p *planner) activeSlave(o deviceOptions) {
	line := o.get("bond-active-slave")
	if line == nil || !isBond(o) {
		return
	}
	value := line.Value
	if value == "none" {
		value = ""
	} else {
		p.add(setLinkUp{Device: value, MayFail: true})
	}
	p.add(bondSet{Bond: p.target.iface, Attribute: "active_slave", Value: value, Pos: line.Pos})
}
