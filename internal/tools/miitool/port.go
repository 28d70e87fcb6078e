package miitool

import (
	"strconv"

	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
)

// room is what the kernel takes of a name.
const room = unix.IFNAMSIZ - 1

// port is a card and its transceiver.
type port struct {
	name string
	phy  uint16
	said string // the line of -w that was shown last
}

// ports does what is asked for with each card. One that has no transceiver to ask
// is told; the others are done all the same.
func (c *command) ports(names []string) (ports []*port, err error) {
	for _, name := range names {
		p := &port{name: name[:min(len(name), room)]}
		phy, refused := c.k.MIIPhy(p.name)
		if refused != nil {
			c.Out.Errorf("SIOCGMIIPHY on '%s' failed: %s\n", name, frame.Reason(refused))
			err = frame.Status(statusFailed)
			continue
		}
		if p.phy = phy; c.options.phy >= 0 {
			p.phy = uint16(c.options.phy)
			c.print("using the specified MII index " + strconv.Itoa(int(c.options.phy)) + ".\n")
		}
		c.port(p)
		ports = append(ports, p)
	}
	return ports, err
}

// port sets a card, or shows it where nothing is to be set.
func (c *command) port(p *port) {
	o := &c.options
	changes := o.Reset || o.advertise != 0 || o.Restart || o.force != 0
	if !changes {
		c.show(p)
		return
	}
	if o.Reset {
		c.print("resetting the transceiver...\n")
		c.write(p, regControl, controlReset)
	}
	if o.advertise != 0 {
		c.write(p, regAdvertised, o.advertise|abilitySelect)
	}
	if o.Restart || o.advertise != 0 {
		c.print("restarting autonegotiation...\n")
		c.write(p, regControl, 0)
		c.write(p, regControl, controlNegotiate|controlRestart)
	}
	if o.force != 0 {
		c.write(p, regControl, forced(o.force))
	}
}

// forced is the control register for a medium.
func forced(bits uint16) (control uint16) {
	if bits&fast != 0 {
		control |= control100
	}
	if bits&full != 0 {
		control |= controlFull
	}
	return control
}

func (c *command) print(text string) {
	if c.list == nil {
		c.Out.WriteString(text) //nolint:errcheck // Close tells
	}
}

// write writes a register. What fails is told, and doesn't make the command fail,
// as ever.
func (c *command) write(p *port, register, value uint16) {
	if err := c.k.SetMIIRegister(p.name, p.phy, register, value); err != nil {
		c.Out.Errorf("SIOCSMIIREG on %s failed: %s\n", p.name, frame.Reason(err))
	}
}

// unread is the value of a register that can't be read.
const unread = -1

func (c *command) read(p *port, register int) int {
	v, err := c.k.MIIRegister(p.name, p.phy, uint16(register))
	if err != nil {
		c.Out.Errorf("SIOCGMIIREG on %s failed: %s\n", p.name, frame.Reason(err))
		return unread
	}
	return int(v)
}

// readAll reads what a listing needs. The status is read once before: it keeps a
// link that was lost until it is read.
func (c *command) readAll(p *port) (v [registers]int) {
	c.read(p, regStatus)
	for i := range v {
		if c.wants(i) {
			v[i] = c.read(p, i)
		}
	}
	return v
}

// wants tells whether a register is read: with -vv those that drivers have, with
// -vvv all.
func (c *command) wants(register int) bool {
	verbose := c.options.Verbose
	switch {
	case register <= regExpansion, register == regGigabit, register == regGigabitPartner, verbose > 2:
		return true
	case verbose == 2:
		return register == 15 || 18 <= register && register <= 28
	}
	return false
}
