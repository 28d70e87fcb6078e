package iptunnel

import (
	"errors"
	"strconv"

	"classicnet/internal/frame"
	"classicnet/ioctl"
	"classicnet/procnet"
)

const devFile = "/proc/net/dev"

// counters are the columns of a row of /proc/net/dev.
type counters [16]uint64

// tunnel is one of a listing.
type tunnel struct {
	ioctl.Tunnel
	dev      string    // the interface that its packets go out by
	counters *counters // nil: not asked for
}

// show lists the one tunnel that a mode and a name say, else all that fit.
func (c *command) show(r *request) error {
	w := c.writer()
	defer w.end()
	if r.mode == nil {
		return c.showAll(r, w)
	}
	found, err := c.k.Tunnel(r.device(), r.Tunnel)
	if err != nil {
		return frame.Refused("ioctl", err)
	}
	w.write(c.tunnel(found))
	return nil
}

// tunnel finds the name of a tunnel's interface; its number stands for one that
// has vanished.
func (c *command) tunnel(found ioctl.Tunnel) tunnel {
	t := tunnel{Tunnel: found}
	if found.Link == 0 {
		return t
	}
	name, err := c.k.Name(found.Link)
	if err != nil {
		name = "if" + strconv.Itoa(found.Link)
	}
	t.dev = name
	return t
}

// showAll goes through /proc/net/dev. What goes wrong is told, and doesn't make the
// listing fail, as ever.
func (c *command) showAll(r *request, w writer) error {
	f, err := c.Open(devFile)
	if err != nil {
		c.Out.Errorf("fopen: %s\n", frame.Reason(err))
		return nil
	}
	defer f.Close() //nolint:errcheck // read only
	for row, err := range procnet.Interfaces(f) {
		line, malformed := errors.AsType[*procnet.LineError](err)
		switch {
		case malformed && (line.Skipped || line.Field == procnet.InterfaceName):
			c.Out.Errorf("Wrong format of /proc/net/dev. Sorry.\n")
			return nil
		case err != nil && !malformed:
			return err
		}
		c.showOne(r, w, &row)
	}
	return nil
}

// showOne lists an interface if it is a tunnel that is asked for.
func (c *command) showOne(r *request, w writer, row *procnet.Interface) {
	name := row.Name
	if r.Name != "" && r.Name != name {
		return
	}
	hw, err := c.k.HardwareAddr(name)
	if err != nil {
		c.Out.Errorf("ioctl: %s\nFailed to get type of [%s]\n", frame.Reason(err), name)
		return
	}
	if modeOfType(hw.Type) == nil {
		return
	}
	found, err := c.k.Tunnel(name, ioctl.Tunnel{})
	if err != nil {
		c.Out.Errorf("ioctl: %s\n", frame.Reason(err))
		return
	}
	if !r.fits(found) {
		return
	}
	t := c.tunnel(found)
	if c.options.Statistics {
		v := counters(row.Stats.Columns())
		t.counters = &v
	}
	w.write(t)
}

// fits tells whether a tunnel is among those that are asked for.
func (r *request) fits(t ioctl.Tunnel) bool {
	return (r.Link == 0 || r.Link == t.Link) &&
		(r.Name == "" || r.Name == t.Name) &&
		(r.Local.IsUnspecified() || r.Local == t.Local) &&
		(r.Remote.IsUnspecified() || r.Remote == t.Remote) &&
		(r.InKey == 0 || r.InKey == t.InKey)
}
