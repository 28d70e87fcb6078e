package ifupdown

import (
	"slices"
	"strconv"
	"strings"

	"classicnet/internal/bridge"
)

// bridgeSettings are the options that set a number, in the order in which they
// are set.
var bridgeSettings = [...]struct {
	option string
	what   *bridge.Setting
	value  func(string) (uint64, bool)
	want   string
}{
	{"bridge-ageing", &bridge.AgeingTime, bridge.Seconds, "seconds"},
	{"bridge-bridgeprio", &bridge.Priority, bridge.Integer, "a number"},
	{"bridge-hello", &bridge.HelloTime, bridge.Seconds, "seconds"},
	{"bridge-maxage", &bridge.MaxAge, bridge.Seconds, "seconds"},
	{"bridge-pathcost", &bridge.PathCost, bridge.Integer, "a port and a number"},
	{"bridge-portprio", &bridge.PortPriority, bridge.Integer, "a port and a number"},
	{"bridge-stp", &bridge.STP, bridge.OnOff, "on or off"},
	{"bridge-fd", &bridge.ForwardDelay, bridge.Seconds, "seconds"},
}

// bridgeLeft are options that take requests that aren't ours: netlink's.
var bridgeLeft = [...]string{"bridge-vids", "bridge-pvid", "bridge-access", "bridge-allow-untagged"}

const optionBridgePorts = "bridge-ports"

// bridge adds the steps that make the bridge of the stanza, if it has one.
func (p *planner) bridge(o deviceOptions) error {
	if o.get(optionBridgePorts) == nil {
		return nil
	}
	name := p.target.iface
	p.add(makeBridge{name, name, o.get(optionBridgePorts).Pos})
	if hw := o.value("bridge-hw"); hw != "" {
		p.add(bridgeAddress{name, hw})
	}
	if v := o.get("bridge-vlan-aware"); v != nil && v.Value == "yes" {
		p.add(bridgeSet{Bridge: name, What: bridge.VLANFilter, Value: 1, Pos: v.Pos})
	}
	p.waitPorts(o)
	if err := p.ports(o); err != nil {
		return err
	}
	p.bridgeSettings(o)
	p.add(setLinkUp{Device: name})
	p.waitBridge(o)
	return nil
}

// waitPorts reads SECONDS [IF...].
func (p *planner) waitPorts(o deviceOptions) {
	wait := o.get("bridge-waitport")
	if wait == nil {
		return
	}
	words := strings.Fields(wait.Value)
	n, err := strconv.Atoi(words[0])
	if err != nil || n < 0 {
		p.add(notice{"left out: " + at(wait.Pos, "bridge_waitport "+wait.Value+": seconds")})
		return
	}
	names := words[1:]
	if len(names) == 0 {
		names = literalPorts(o)
	}
	p.add(waitPorts{n, names})
}

// The words of bridge_ports that aren't names.
const (
	portsNone    = "none"
	portsAll     = "all"
	portsRegex   = "regex"
	portsNoRegex = "noregex"
)

// allPorts is what the word all stands for.
var allPorts = [...]string{portsRegex, "eth.*", "em.*", "en.*", "p[0-9].*", portsNoRegex}

// portWords are the words of bridge_ports; none is no word.
func portWords(o deviceOptions) (words []string) {
	for _, word := range o.words(optionBridgePorts) {
		if word == portsAll {
			words = append(words, allPorts[:]...)
		} else {
			words = append(words, word)
		}
	}
	if len(words) == 1 && words[0] == portsNone {
		return nil
	}
	return words
}

// literalPorts are the ports that are named.
func literalPorts(o deviceOptions) (names []string) {
	regex := false
	for _, word := range portWords(o) {
		switch {
		case word == portsRegex, word == portsNoRegex:
			regex = word == portsRegex
		case !regex:
			names = append(names, word)
		}
	}
	return names
}

// ports adds the steps for the ports, in the order of their words.
func (p *planner) ports(o deviceOptions) error {
	regex, pos := false, o.get(optionBridgePorts).Pos
	for _, word := range portWords(o) {
		switch {
		case word == portsRegex, word == portsNoRegex:
			regex = word == portsRegex
		case regex:
			if err := p.matchPorts(o, word, pos); err != nil {
				return err
			}
		case word == p.target.iface:
			return &Error{pos, word + " can't be a port of itself"}
		default:
			p.add(p.port(o, word, pos)...)
		}
	}
	return nil
}

func (p *planner) matchPorts(o deviceOptions, pattern string, pos Position) error {
	e, err := parseERE(pattern)
	if err != nil {
		return &Error{pos, pattern + ": " + err.Error()}
	}
	step := matchPorts{
		Bridge: p.target.iface, Patterns: []string{pattern},
		steps: func(port string) []step { return p.port(o, port, pos) },
		matching: func(present []string) []string {
			return slices.DeleteFunc(present, func(name string) bool { return name == p.target.iface || !e.matches(name) })
		},
	}
	if present, err := p.command.present(); err == nil {
		step.Now = step.matching(present)
	}
	p.add(step)
	return nil
}

// port are the steps for one port: made if it is a VLAN that isn't there, without
// an IPv6 address of its own, with the bridge's MTU, added, up.
func (p *planner) port(o deviceOptions, port string, pos Position) (steps []step) {
	name := p.target.iface
	if v, err := vlanOf(port, nil, pos); err == nil && v != nil {
		steps = append(steps, ifThere{v.parent, noLinkLocal(v.parent)},
			makeVLAN{For: name, Name: port, Parent: v.parent, ID: v.id, Silent: true, Pos: pos})
	}
	steps = append(steps, noLinkLocal(port))
	if mtu, err := p.number("mtu", maxMTU); err == nil && mtu > 0 {
		steps = append(steps, ifThere{port, setMTU{port, mtu}})
	}
	return append(steps, addPort{name, name, port, pos}, raiseLink{name, port, true})
}

func noLinkLocal(device string) step { return sysctl{device, "addr_gen_mode", "1"} }

// bridgeSettings adds a step for each line: one that can't be read is told and
// left out, as the scripts do.
func (p *planner) bridgeSettings(o deviceOptions) {
	for i := range bridgeSettings {
		s := &bridgeSettings[i]
		for _, line := range o {
			if line.Name != s.option {
				continue
			}
			for _, step := range settingSteps(p.target.iface, line, s.what) {
				v, ok := s.value(step.word)
				if !ok {
					p.add(notice{"left out: " + at(line.Pos, line.Name+" "+line.Value+": not "+s.want)})
					continue
				}
				step.Value = v
				p.add(step.bridgeSet)
			}
		}
	}
	for _, line := range o {
		if slices.Contains(bridgeLeft[:], line.Name) {
			p.add(notice{at(line.Pos, line.Name+" isn't set: no ioctl carries it")})
		}
	}
}

// settingStep is a setting whose value isn't read yet.
type settingStep struct {
	bridgeSet
	word string
}

// settingSteps are the settings of a line. Those of ports are pairs PORT VALUE or
// words PORT=VALUE.
func settingSteps(name string, line Option, what *bridge.Setting) (list []settingStep) {
	set := bridgeSet{Bridge: name, What: *what, Pos: line.Pos}
	if !what.Port {
		return []settingStep{{set, strings.TrimSpace(line.Value)}}
	}
	words := strings.Fields(strings.ReplaceAll(line.Value, "=", " "))
	for i := 0; i < len(words); i += 2 {
		set.Port = words[i]
		step := settingStep{bridgeSet: set}
		if i+1 < len(words) {
			step.word = words[i+1]
		}
		list = append(list, step)
	}
	return list
}

// waitBridge reads the number of whole seconds.
func (p *planner) waitBridge(o deviceOptions) {
	wait := o.get("bridge-maxwait")
	if wait == nil {
		p.add(waitBridge{p.target.iface, -1})
		return
	}
	n, err := strconv.Atoi(strings.TrimSpace(wait.Value))
	switch {
	case err != nil || n < 0:
		p.add(notice{"left out: " + at(wait.Pos, "bridge_maxwait "+wait.Value+": whole seconds")}, waitBridge{p.target.iface, -1})
	case n > 0:
		p.add(waitBridge{p.target.iface, n})
	}
}
