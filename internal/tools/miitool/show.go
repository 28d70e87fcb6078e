package miitool

import (
	"strconv"
	"strings"
)

// values are the registers of a transceiver, unread where they couldn't be read.
type values [registers]int

func (v *values) control(bit int) bool { return v[regControl]&bit != 0 }
func (v *values) status(bit int) bool  { return v[regStatus]&bit != 0 }

// there tells whether a transceiver answered.
func (v *values) there() bool { return v[regControl] != 0xffff && v[regStatus] != 0 }

// partnerGigabit are the partner's gigabit abilities where one's own are.
func (v *values) partnerGigabit() int { return v[regGigabitPartner] >> gigabitPartner }

// show lists a card.
func (c *command) show(p *port) {
	v := values(c.readAll(p))
	switch {
	case !v.there():
		c.Out.Errorf("  No MII transceiver present!.\n")
	case c.list != nil:
		c.list.add(p, &v)
	default:
		c.showText(p, &v)
	}
}

// showText writes the line of a card and with -v those below it.
func (c *command) showText(p *port, v *values) {
	line := p.name + ": " + v.summary()
	if c.options.Watch && !c.changed(p, line) {
		return
	}
	if !c.options.Watch {
		c.print(line + "\n")
	}
	if c.options.Verbose > 1 {
		c.print(v.dump(p.phy))
	}
	if c.options.Verbose > 0 {
		c.print(v.details())
	}
}

// summary is what a card does, in few words.
func (v *values) summary() string {
	text := ""
	switch {
	case !v.control(controlNegotiate):
		text = v.forced(v[regGigabit]&v.partnerGigabit()&gigabit != 0)
	case v.status(statusNegotiated):
		text = v.negotiated()
	case v.control(controlRestart):
		text = "autonegotiation restarted, "
	}
	return text + v.link()
}

// negotiated is the best medium that both ends have.
func (v *values) negotiated() string {
	common := v[regAdvertised] & v[regPartner]
	if common == 0 {
		return "autonegotiation failed, "
	}
	text := "no autonegotiation,"
	if v[regPartner]&abilityACK != 0 {
		text = "negotiated"
	}
	return text + list(names(common, v[regGigabit]&v.partnerGigabit(), true)) + ", "
}

// forced is speed and duplex of the control register.
func (v *values) forced(gigabit bool) string {
	speed, duplex := "10", "half"
	if v.control(control100) {
		speed = "100"
	}
	if gigabit {
		speed = "1000"
	}
	if v.control(controlFull) {
		duplex = "full"
	}
	return speed + " Mbit, " + duplex + " duplex, "
}

func (v *values) link() string {
	if v.status(statusLink) {
		return "link ok"
	}
	return "no link"
}

// list are words with a blank before each.
func list(words []string) string {
	text := ""
	for _, w := range words {
		text += " " + w
	}
	return text
}

// modes are the words of the control register.
var modes = [...]struct {
	bit  int
	word string
}{
	{controlReset, "software reset, "},
	{controlLoopback, "loopback, "},
	{controlIsolate, "isolate, "},
	{controlCollision, "collision test, "},
}

// details are the lines of -v.
func (v *values) details() string {
	text := "  product info: " + product(v[regID1], v[regID2]) + "\n  basic mode:   "
	for _, m := range modes {
		if v.control(m.bit) {
			text += m.word
		}
	}
	if v.control(controlNegotiate) {
		text += "autonegotiation enabled"
	} else {
		text += strings.TrimSuffix(v.forced(false), ", ")
	}
	text += "\n  basic status: " + v.condition() + v.link() +
		"\n  capabilities:" + list(v.capabilities()) +
		"\n  advertising: " + list(v.advertised()) + "\n"
	if v[regPartner]&abilities != 0 {
		text += "  link partner:" + list(v.partner()) + "\n"
	}
	return text
}

func (v *values) condition() (text string) {
	switch {
	case v.status(statusNegotiated):
		text = "autonegotiation complete, "
	case v.control(controlRestart):
		text = "autonegotiation restarted, "
	}
	if v.status(statusFault) {
		text += "remote fault, "
	}
	return text
}

// capabilities are what the transceiver can do. What it could do of gigabit isn't
// in these registers: what it advertises stands for that.
func (v *values) capabilities() []string {
	return names(v[regStatus]>>statusAbilities&(abilities&^abilityFlow), v[regGigabit], false)
}

func (v *values) advertised() []string { return names(v[regAdvertised], v[regGigabit], false) }
func (v *values) partner() []string    { return names(v[regPartner], v.partnerGigabit(), false) }

// dump are the registers, eight a line.
func (v *values) dump(phy uint16) string {
	const perLine = 8
	text := "  registers for MII PHY " + strconv.Itoa(int(phy)) + ": \n"
	for i, value := range v {
		if i%perLine == 0 {
			text += "   "
		}
		text += " " + register(value)
		if i%perLine == perLine-1 {
			text += "\n"
		}
	}
	return text
}

// register is a value as %04x has it.
func register(v int) string {
	if v == unread {
		return "ffffffff"
	}
	return hexByte(v>>8) + hexByte(v)
}
