package slattach

import (
	"strconv"
	"strings"
	"time"

	"classicnet/internal/frame"
	"classicnet/ioctl"
)

// longest is how much of a path is used.
const longest = 132

// pathOf is the path of a line that is named under /dev, or by its path.
func pathOf(word string) string {
	if word == stdin || strings.HasPrefix(word, "/") {
		return word[:min(len(word), longest)]
	}
	path := devices + word
	return path[:min(len(path), longest)]
}

const (
	stdin   = "-"
	devices = "/dev/"
)

// run sets the line up and keeps it. Whatever ends it, the line is left as it was.
func (c *command) run(word string) error {
	c.path = pathOf(word)
	if err := c.open(); err != nil {
		return err
	}
	defer c.leave()
	p, err := protocolOf(c.options.Protocol)
	if err != nil {
		return err
	}
	if p.terminal {
		c.debug("tty_set_speed: 0")
		return nil
	}
	if err := c.attach(p); err != nil {
		return err
	}
	if c.options.Exit {
		return nil
	}
	return c.keep()
}

// open locks and opens the line and reads its state.
func (c *command) open() error {
	if err := c.openPath(); err != nil {
		return err
	}
	var err error
	if c.saved, err = c.line.Settings(); err != nil {
		c.leave()
		return c.lineFailed("slattach: tty_get_state: " + frame.Reason(err) + "\nslattach: tty_open: cannot get current state!")
	}
	if c.was, err = c.line.Discipline(); err != nil {
		c.leave()
		return c.lineFailed("slattach: tty_get_disc: " + frame.Reason(err))
	}
	if c.options.NoMesg {
		c.line.SetMode(0o600) //nolint:errcheck // who isn't the owner can't; as ever
	}
	return nil
}

// lineFailed is what goes wrong with the line itself, which -q doesn't tell.
func (c *command) lineFailed(message string) error {
	return &frame.Failure{Message: c.said(message), Status: statusLine}
}

// said is what is told of the line: nothing with -q.
func (c *command) said(message string) string {
	if c.options.Quiet {
		return ""
	}
	return message
}

// openPath opens standard input, or a path that -l locks.
func (c *command) openPath() (err error) {
	if c.path != stdin {
		c.debug("tty_open: looking for lock")
		if err := c.lock(); err != nil {
			return err
		}
		c.debug("tty_open: trying to open " + c.path)
	}
	if c.env.OpenLine == nil {
		c.leave()
		return c.lineFailed("slattach: tty_open(" + c.path + ", RW): No such file or directory")
	}
	if c.line, err = c.env.OpenLine(c.path); err != nil {
		c.leave()
		return c.lineFailed("slattach: tty_open(" + c.path + ", RW): " + frame.Reason(err))
	}
	if c.path != stdin {
		c.debug("tty_open: " + c.path + " (fd=" + strconv.Itoa(c.line.Descriptor()) + ")")
		c.findSlave()
	}
	return nil
}

// master is the device that each opening makes a new pseudo-terminal of.
const master = "ptmx"

// findSlave unlocks the other end of a pseudo-terminal.
func (c *command) findSlave() {
	if c.path != devices+master {
		return
	}
	c.debug("tty_open: trying to grantpt and unlockpt")
	slave, err := c.line.Slave()
	if err != nil {
		return
	}
	c.slave = slave
	c.debug("tty_open: " + c.path + ": slave pseudo-terminal is " + slave)
}

// attach makes the line raw and gives it to SLIP.
func (c *command) attach(p *protocol) error {
	if err := c.makeRaw(); err != nil {
		return err
	}
	if err := c.line.SetDiscipline(ioctl.DisciplineSLIP); err != nil {
		return frame.Failed("SLIP_set_disc(1): " + frame.Reason(err))
	}
	if err := c.line.SetEncapsulation(p.encapsulation); err != nil {
		return frame.Failed("SLIP_set_encap(" + strconv.Itoa(p.encapsulation) + "): " + frame.Reason(err))
	}
	name, err := c.line.Interface()
	if err != nil {
		return frame.Failed(c.said("slattach: tty_get_name: " + frame.Reason(err)))
	}
	if c.options.Verbose || c.options.Debug {
		c.tell(p, name)
	}
	c.setTimers()
	return nil
}

// tell tells which interface the line has become.
func (c *command) tell(p *protocol, name string) {
	text := p.name + " started"
	if c.path != stdin {
		text += " on " + strings.TrimPrefix(c.path, devices)
	}
	if c.slave != "" {
		text += " ptsname " + c.slave
	}
	c.Out.WriteString(text + " interface " + name + "\n") //nolint:errcheck // Close tells
}

// setTimers sets what -k and -o say. What fails is told, and doesn't end it.
func (c *command) setTimers() {
	for _, t := range [...]struct {
		text, request string
		set           func(int) error
	}{
		{c.options.Keepalive, "SIOCSKEEPALIVE", c.line.SetKeepalive},
		{c.options.Outfill, "SIOCSOUTFILL", c.line.SetOutfill},
	} {
		if seconds(t.text) == 0 {
			continue
		}
		if err := t.set(seconds(t.text)); err != nil {
			c.Out.Errorf("slattach: ioctl(%s): %s\n", t.request, frame.Reason(err))
		}
	}
}

// makeRaw sets how the line carries bytes. A speed that nobody knows is told, and
// the line's own stays.
func (c *command) makeRaw() error {
	if c.options.Asis {
		return nil
	}
	v := raw(c.saved, c.options.Local)
	ok := true
	if word := c.options.Speed; word != "" {
		c.debug("tty_set_speed: " + word)
		if s := speedOf(word); s != nil {
			s.set(&v)
		} else {
			c.Out.Errorf("%s", c.said("slattach: tty_open: cannot set "+word+" bps!\n"))
			ok = false
		}
	}
	if ok {
		c.debug("tty_set_databits: 8")
		c.debug("tty_set_stopbits: 1")
		c.debug("tty_set_parity: N")
	}
	c.touched = true
	if err := c.line.SetSettings(v); err != nil {
		return c.lineFailed("slattach: tty_set_state: " + frame.Reason(err))
	}
	return nil
}

// The turns in which a line is kept, and in which its carrier is looked at.
const (
	turn        = 60 * time.Second
	carrierTurn = 15 * time.Second
)

// keep waits for a signal or, with -h, for the carrier's loss.
func (c *command) keep() error {
	c.Out.Flush() //nolint:errcheck // Close tells
	every := turn
	if c.options.Hangup {
		every = carrierTurn
	}
	for c.env.Wait != nil && !c.env.Wait(every) {
		if !c.options.Hangup {
			continue
		}
		if there, err := c.line.Carrier(); !there || err != nil {
			c.hungUp()
			return nil
		}
	}
	c.debug("tty_set_speed: 0")
	return nil
}

// hungUp gives the line back and runs the command of -c.
func (c *command) hungUp() {
	c.debug("tty_set_speed: 0")
	c.leave()
	if c.options.Command != "" && c.env.Command != nil {
		c.Out.Flush() //nolint:errcheck // Close tells
		c.env.Command(c.options.Command)
	}
}

// leave puts back what was there. What can't be put back was taken with the line.
func (c *command) leave() {
	if line := c.line; line != nil {
		c.line = nil
		if now, err := line.Discipline(); err == nil && now != c.was {
			line.SetDiscipline(c.was) //nolint:errcheck // see above
		}
		if c.touched {
			line.SetSettings(c.saved) //nolint:errcheck // see above
		}
		line.Close() //nolint:errcheck // see above
	}
	c.unlock()
}
