package ifupdown

import (
	"errors"
	"math"
	"net/netip"
	"strconv"
)

// has tells whether an option is there and says something.
func (p *planner) has(option string) bool { return p.stanza.options.Value(option) != "" }

// refuse says what is wrong with an option.
func (p *planner) refuse(option, want string) error {
	o := p.stanza.options.Get(option)
	switch {
	case o == nil || o.Value == "":
		return &Error{p.stanza.Pos, "option " + option + " is missing: " + want}
	case o.Pos.File == "":
		return errors.New(option + " " + o.Value + ": " + want)
	}
	return &Error{o.Pos, option + " " + o.Value + ": " + want}
}

// addr4 reads an option that is an IPv4 address.
func (p *planner) addr4(option string) (netip.Addr, error) {
	a, ok := parse4(p.stanza.options.Value(option))
	if !ok {
		return a, p.refuse(option, "an IPv4 address")
	}
	return a, nil
}

// addr6 reads an option that is an IPv6 address.
func (p *planner) addr6(option string) (netip.Addr, error) {
	a, err := netip.ParseAddr(p.stanza.options.Value(option))
	if err != nil || !a.Is6() || a.Zone() != "" {
		return a, p.refuse(option, "an IPv6 address")
	}
	return a, nil
}

// number reads an option that is a number, 0 if it isn't there.
func (p *planner) number(option string, limit int) (int, error) {
	if !p.has(option) {
		return 0, nil
	}
	n, ok := parseNumber(p.stanza.options.Value(option), limit)
	if !ok {
		return 0, p.refuse(option, "a number up to "+strconv.Itoa(limit))
	}
	return n, nil
}

// maxMetric is what a routing request has room for.
const maxMetric = math.MaxInt16 - 1
