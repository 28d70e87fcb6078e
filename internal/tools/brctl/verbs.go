package brctl

import "classicnet/internal/bridge"

// verb is a command of the command line: either run does it, or it is a setting.
type verb struct {
	name string
	// words is how many it needs behind its name; more are left alone, but for
	// those that take any number.
	words int
	usage string // of the words
	about string
	run   func(c *command, words []string) error
	set   *setting
}

const onOff = "{on|off}"

// verbs in the order of the usage text.
var verbs = [...]verb{
	{name: "addbr", words: 1, usage: "BRIDGE", about: "make a bridge", run: (*command).addBridge},
	{name: "delbr", words: 1, usage: "BRIDGE", about: "delete a bridge that is down", run: (*command).delBridge},
	{name: "addif", words: 2, usage: "BRIDGE IF...", about: "make interfaces its ports", run: (*command).addPorts},
	{name: "delif", words: 2, usage: "BRIDGE IF...", about: "release ports", run: (*command).delPorts},
	{name: "hairpin", words: 3, usage: "BRIDGE IF " + onOff, about: "let frames leave by the port they came in", run: (*command).hairpin},
	{name: "setageing", words: 2, usage: "BRIDGE SECONDS", about: "how long an address is remembered", set: &setting{
		what: &bridge.AgeingTime, value: bridge.Seconds, bad: "bad ageing time value", failed: "set ageing time failed"}},
	{name: "setbridgeprio", words: 2, usage: "BRIDGE NUMBER", about: "its priority for the spanning tree", set: &setting{
		what: &bridge.Priority, value: bridge.Integer, bad: "bad priority", failed: "set bridge priority failed"}},
	{name: "setfd", words: 2, usage: "BRIDGE SECONDS", about: "how long a port listens, then learns", set: &setting{
		what: &bridge.ForwardDelay, value: bridge.Seconds, bad: "bad forward delay value", failed: "set forward delay failed"}},
	{name: "sethello", words: 2, usage: "BRIDGE SECONDS", about: "between messages of the spanning tree", set: &setting{
		what: &bridge.HelloTime, value: bridge.Seconds, bad: "bad hello timer value", failed: "set hello timer failed"}},
	{name: "setmaxage", words: 2, usage: "BRIDGE SECONDS", about: "how old such messages get", set: &setting{
		what: &bridge.MaxAge, value: bridge.Seconds, bad: "bad max age value", failed: "set max age failed"}},
	{name: "setpathcost", words: 3, usage: "BRIDGE IF NUMBER", about: "what a port's link costs", set: &setting{
		what: &bridge.PathCost, value: bridge.Integer, bad: "bad path cost value", failed: "set path cost failed"}},
	{name: "setportprio", words: 3, usage: "BRIDGE IF NUMBER", about: "a port's priority", set: &setting{
		what: &bridge.PortPriority, value: bridge.Integer, bad: "bad path priority value", failed: "set port priority failed"}},
	{name: "show", usage: "[BRIDGE]...", about: "list bridges and their ports", run: (*command).show},
	{name: "showmacs", words: 1, usage: "BRIDGE", about: "list the addresses it has seen", run: (*command).showMACs},
	{name: "showstp", words: 1, usage: "BRIDGE", about: "show its spanning tree", run: (*command).showSTP},
	{name: "stp", words: 2, usage: "BRIDGE " + onOff, about: "turn the spanning tree on or off", set: &setting{
		what: &bridge.STP, value: bridge.OnOff, bad: badOnOff, failed: "set stp status failed"}},
}

func verbByName(name string) *verb {
	for i := range verbs {
		if verbs[i].name == name {
			return &verbs[i]
		}
	}
	return nil
}
