package ifupdown

import (
	"errors"
	"net/netip"
	"slices"
	"strings"

	"golang.org/x/sys/unix"
)

// dropAddress removes what is first under its label: that is all that an ioctl
// can remove.
func (s dropAddress) do(c *command) error {
	k, err := c.dial(familyInet)
	if err != nil {
		return err
	}
	label, err := c.labelOf(k, s)
	if err == errNotFirst && c.dropBefore(k, s) {
		label, err = c.labelOf(k, s)
	}
	if err == errNotFirst {
		return errors.New(prefixOf(s.Addr, s.Mask).String() + " " + err.Error())
	}
	if label == "" {
		c.tellChanged(k, s)
	}
	if label == "" || err != nil {
		return unless(err, unix.ENODEV, unix.EADDRNOTAVAIL)
	}
	return unless(c.dropFirst(k, label), unix.ENODEV, unix.EADDRNOTAVAIL)
}

// dropFirst removes the first address of a label.
func (c *command) dropFirst(k Kernel, label string) error {
	c.turn.promote(c, label)
	if strings.Contains(label, ":") {
		return k.SetFlags(label, 0) // without UP an alias goes; the other flags don't matter
	}
	return k.SetAddr(label, netip.IPv4Unspecified())
}

// dropBefore removes what is before an address under its label, as far as it is on record
// and so is to go as well, and tells whether anything went.
func (c *command) dropBefore(k Kernel, s dropAddress) (went bool) {
	label := c.labelGiven(s)
	for c.mode == modeDown {
		first, err := k.Addr(label)
		if err != nil || first == s.Addr || !c.made.has(first, label) || c.dropFirst(k, label) != nil {
			break
		}
		went = true
	}
	return went
}

// labelGiven is the label that an address was given, else the one it was to have.
func (c *command) labelGiven(s dropAddress) string {
	if mine := c.made.find(s.key()); mine != nil {
		return mine.value
	}
	return s.Label
}

// has tells whether an address is on record under a label.
func (r *record) has(addr netip.Addr, label string) bool {
	return slices.ContainsFunc(r.lines, func(l line) bool {
		d, ok := l.drops()
		return ok && d.Addr == addr && d.Label == label
	})
}

var errNotFirst = errors.New("stays, as another address is before it under its label")

// labelOf returns the label under which the address can be removed; "" if it is
// gone.
func (c *command) labelOf(k Kernel, s dropAddress) (string, error) {
	label := c.labelGiven(s)
	now, err := k.Addr(label)
	if err == nil && now == s.Addr {
		return label, nil
	}
	labels, failed := c.labels(k, label, s.Addr, s.Mask)
	if failed != nil || len(labels) == 0 {
		return "", err
	}
	for _, label := range labels {
		if now, err := k.Addr(label); err == nil && now == s.Addr {
			return label, nil
		}
	}
	return "", errNotFirst
}

// promotion is the setting by which the kernel keeps the secondary addresses of a
// network when the first one goes, or changes its netmask: those of others.
const promotion = "promote_secondaries"

// promote sets it for the device of a label until the turn ends. A kernel that
// doesn't let us is no reason to stop.
func (t *turn) promote(c *command, label string) {
	device, _, _ := strings.Cut(label, ":")
	path := "/proc/sys/net/ipv4/conf/" + device + "/" + promotion
	if t.promoted == path || strings.TrimSpace(c.contents(path)) != "0" {
		return
	}
	t.unpromote(c)
	if c.env.WriteFile(path, "1") == nil {
		t.promoted = path
	}
}

func (t *turn) unpromote(c *command) {
	if t.promoted != "" {
		c.env.WriteFile(t.promoted, "0") //nolint:errcheck // it could be set a moment ago
		t.promoted = ""
	}
}
