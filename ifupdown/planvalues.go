package ifupdown

import (
	"errors"
	"math"
	"net/netip"
	"strconv"
)

// has tells whether an option is there and says something.
func (p *planner) has(option string) bool { return p.stanza.options.Value(option) != "" }

// one returns the value of an option that may have one; "" is none.
func (p *planner) one(option string) (string, error) {
	var first *Option
	for i := range p.stanza.options {
		o := &p.stanza.options[i]
		switch {
		case o.Name != option:
		case first == nil:
			first = o
		default:
			return "", &Error{o.Pos, option + " " + o.Value + ": it is " + first.Value + " at " + first.Pos.String()}
		}
	}
	if first == nil {
		return "", nil
	}
	return first.Value, nil
}

// text reads an option that is text, as a program is given it.
func (p *planner) text(option string) (string, error) {
	text, err := p.one(option)
	if o := p.stanza.options.Get(option); err == nil && o != nil && o.unread != nil {
		err = p.refuse(option, "")
	}
	return text, err
}

// optional reads an option that is text and that can be left out: what can't be
// read of it is told and left out.
func (p *planner) optional(option string) string {
	text, err := p.text(option)
	if err != nil {
		p.add(notice{"left out: " + err.Error()})
		return ""
	}
	return text
}

// refuse says what is wrong with an option.
func (p *planner) refuse(option, want string) error {
	o := p.stanza.options.Get(option)
	if o == nil || o.Value == "" {
		return &Error{p.stanza.Pos, "option " + option + " is missing: " + want}
	}
	want = "not " + want
	if o.unread != nil {
		want = o.unread.Error()
	}
	pos := o.Pos
	if a := p.stanza.options.Get(optionAddress); option == "netmask" && pos.File == "" && a != nil {
		pos = a.Pos // that is where it stands
	}
	if pos.File == "" {
		return errors.New(option + " " + o.Value + ": " + want)
	}
	return &Error{pos, option + " " + o.Value + ": " + want}
}

// addr4 reads an option that is an IPv4 address.
func (p *planner) addr4(option string) (netip.Addr, error) {
	text, err := p.one(option)
	if err != nil {
		return netip.Addr{}, err
	}
	a, ok := parse4(text)
	if !ok {
		return a, p.refuse(option, "an IPv4 address")
	}
	return a, nil
}

// addr6 reads an option that is an IPv6 address.
func (p *planner) addr6(option string) (netip.Addr, error) {
	text, err := p.one(option)
	if err != nil {
		return netip.Addr{}, err
	}
	a, err := netip.ParseAddr(text)
	if err != nil || !a.Is6() || a.Zone() != "" {
		return a, p.refuse(option, "an IPv6 address")
	}
	return a, nil
}

// number reads an option that is a number, 0 if it isn't there.
func (p *planner) number(option string, limit int) (int, error) {
	text, err := p.one(option)
	if err != nil || text == "" {
		return 0, err
	}
	n, ok := ipNumber(text, limit)
	if !ok {
		return 0, p.refuse(option, "a number up to "+strconv.Itoa(limit))
	}
	return n, nil
}

// maxMetric is what a routing request has room for.
const maxMetric = math.MaxInt16 - 1
