package slattach

import (
	"classicnet/internal/frame"
	"classicnet/internal/linktype"
)

// protocol is a way to pack packets.
type protocol struct {
	name          string
	encapsulation int // of SIOCSIFENCAP
	terminal      bool
}

var protocols = [...]protocol{
	{name: "slip", encapsulation: 0},
	{name: "cslip", encapsulation: 1},
	{name: "slip6", encapsulation: 2},
	{name: "cslip6", encapsulation: 3},
	{name: "adaptive", encapsulation: 8},
	{name: "tty", terminal: true},
}

// protocolOf finds what -p names. Other hardware is known, and isn't for lines.
func protocolOf(name string) (*protocol, error) {
	for i := range protocols {
		if protocols[i].name == name {
			return &protocols[i], nil
		}
	}
	switch {
	case name == "ppp":
		return nil, frame.Failed("Sorry, use pppd!")
	case linktype.NetTools210.ByKeyword(name) != nil:
		return nil, frame.Failed("Cannot change line discipline to `" + name + "'.")
	}
	return nil, frame.Failed("Hardware type `" + name + "' not supported.")
}
