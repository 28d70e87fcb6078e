package ifupdown

import (
	"slices"
	"strings"

	"classicnet/internal/netaddr"
	"classicnet/ioctl"
)

// Addresses that an interface's own commands and scripts set (up ip addr add ...) are
// its own: what they don't take away themselves ifdown does at its end, or the next ifup
// would fail where its command says that they are there. Debian's ifdown flushes the device.
// They are known by what the stanza names: what else has come meanwhile may be a lease or
// another program's.

// dropCome takes such an address away.
type dropCome struct{ dropAddress }

// come are the steps that take such addresses away: those on record, the last first; those
// that the commands name, where another ifup brought the interface up.
func (c *command) come(stanzas []stanza) (steps []step) {
	if !c.made.known {
		return c.named(stanzas)
	}
	for _, l := range slices.Backward(c.made.lines) {
		if s, ok := l.undo().(dropCome); ok {
			steps = append(steps, s)
		}
	}
	return steps
}

// named are the steps for what the device has and a command on the way up names, with its
// prefix or without.
func (c *command) named(stanzas []stanza) (steps []step) {
	words := wordsOnTheWayUp(stanzas)
	if len(words) == 0 || isAlias(c.made.iface) {
		return nil
	}
	for _, a := range c.addressesNow() {
		if names(words, a) && !c.isOfAlias(a.Label) {
			steps = append(steps, dropCome{dropAddress{a.Label, a.Addr, netaddr.Mask(int(a.PrefixLen))}})
		}
	}
	return steps
}

func wordsOnTheWayUp(stanzas []stanza) (words []string) {
	for _, s := range stanzas {
		for _, o := range s.Options {
			if o.Name == optionUp || o.Name == optionPreUp {
				words = withNumbers(words, o.Value)
			}
		}
	}
	return words
}

// names tells whether an address is among words, with its prefix or without.
func names(words []string, a ioctl.InetAddr) bool {
	return slices.Contains(words, a.Addr.String()) || slices.Contains(words, a.Prefix().String())
}

// withNumbers adds the words of a text that may be addresses.
func withNumbers(words []string, text string) []string {
	return append(words, strings.FieldsFunc(text, endsWord)...)
}

// endsWord tells of what can't be part of an address.
func endsWord(r rune) bool { return r != '.' && r != '/' && (r < '0' || r > '9') }

func runsCommands(s step) bool {
	switch s.(type) {
	case shellLine, hooks:
		return true
	}
	return false
}

// watching is what there was before the first of a row of commands, and what they name.
type watching struct{ before, named []string }

// watch begins to look, before the first command of a row of them, and notes what a command
// names, by itself or by options, which are variables to it.
func (c *command) watch(text string, env []string) {
	if c.mode != modeUp || isAlias(c.made.iface) {
		return
	}
	w := c.made.watching
	if w == nil {
		w = new(watching)
		for _, a := range c.addressesNow() {
			w.before = append(w.before, labelled(a))
		}
		c.made.watching = w
	}
	w.named = withNumbers(w.named, text)
	for _, variable := range env {
		w.named = withNumbers(w.named, variable)
	}
}

// endWatch records what has come since and was named.
func (c *command) endWatch() {
	w := c.made.watching
	if w == nil {
		return
	}
	c.made.watching = nil
	for _, a := range c.addressesNow() {
		if !slices.Contains(w.before, labelled(a)) && names(w.named, a) && !c.isOfAlias(a.Label) {
			c.noteMade(cameAddress+a.Prefix().String(), a.Label)
		}
	}
}

// addressesNow are those of the device. Where it has none to tell of, none are recorded.
func (c *command) addressesNow() []ioctl.InetAddr {
	k, err := c.dial(familyInet)
	if err != nil {
		return nil
	}
	all, err := inetAddrs(k)
	if err != nil {
		return nil
	}
	own := all[:0] // a generic function over these structs is larger than this loop
	for i := range all {
		if sameDevice(all[i].Label, c.made.iface) {
			own = append(own, all[i])
		}
	}
	return own
}

// labelled is all that tells an address from another one of its device.
func labelled(a ioctl.InetAddr) string {
	return a.Label + " " + a.Prefix().String() + " " + a.Peer.String() + " " + a.Broadcast.String()
}

// isOfAlias tells of a label of an alias that is up by itself, as a command may have
// called ifup for it.
func (c *command) isOfAlias(label string) bool {
	device, alias, found := strings.Cut(label, ":")
	if !found || c.files.up.refresh() != nil {
		return false
	}
	if base, _, further := cutNumber(alias); further && base != "" {
		alias = base
	}
	return len(c.files.up.of(label)) > 0 || len(c.files.up.of(device+":"+alias)) > 0
}
