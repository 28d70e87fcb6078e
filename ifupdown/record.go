package ifupdown

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// record is what a run has changed of an interface, and so what ifdown takes
// away: nothing else. It stands in the file that is locked while the interface is
// worked on, behind the line that is Debian's:
//
//	eth1
//	made
//	address 192.168.1.1/24 eth1
//	route default via 192.168.1.254 dev eth1
//	mtu eth1 1500
//
// A line is a key and, behind it, what is needed to undo the change: the label of
// an address, the old value of a setting. It is written before the change is made,
// so that a run that dies leaves nothing that isn't known.
type record struct {
	lock           Lock // nil where nothing is written
	iface, logical string
	// known tells that the interface was brought up by us: where it wasn't, ifdown
	// goes by the stanza alone.
	known bool
	// adopts tells that another ifup brought it up, as the state says: what is there
	// of what the stanza says is taken over.
	adopts bool
	lines  []line
	// watching is there while commands run.
	watching *watching
}

type line struct{ key, value string }

func (l line) String() string { return strings.TrimSuffix(l.key+" "+l.value, " ") }

// The first words of lines.
const (
	recordMark     = "made"
	madeAddress    = "address "
	cameAddress    = "came "
	madeAddress6   = "address6 "
	madeRoute      = "route "
	wasSetting     = "sysctl "
	wasMTU         = "mtu "
	wasHardware    = "hwaddress "
	wasUsed        = "used "
	wasDescription = "description "
	wordsOfSysctl  = 3
)

// openRecord reads what is known of an interface. lock is nil where nothing is to
// be written.
func (c *command) openRecord(iface string, lock Lock) error {
	c.made = record{lock: lock, iface: iface}
	text, err := c.recorded(iface, lock)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	logical, text, _ := strings.Cut(text, "\n")
	c.made.logical = logical
	first, text, _ := strings.Cut(text, "\n")
	if first != recordMark {
		return nil
	}
	c.made.known = true
	for text := range strings.Lines(text) {
		l, ok := parseLine(strings.TrimSuffix(text, "\n"))
		if old := c.made.find(l.key); ok && old != nil {
			*old = l
		} else if ok {
			c.made.lines = append(c.made.lines, l)
		}
	}
	return nil
}

// recorded is the text of an interface's record.
func (c *command) recorded(iface string, lock Lock) (string, error) {
	if lock != nil {
		return lock.Text()
	}
	data, err := c.store.Read(filePrefix + iface)
	return string(data), err
}

// parseLine parts a line into key and value. A key is two words, that of a setting
// three; that of a route is the whole line.
func parseLine(text string) (line, bool) {
	words := 2
	switch {
	case strings.HasPrefix(text, madeRoute):
		return line{key: text}, true
	case strings.HasPrefix(text, wasSetting):
		words = wordsOfSysctl
	}
	parts := strings.SplitN(text, " ", words+1)
	if len(parts) < words {
		return line{}, false
	}
	return line{strings.Join(parts[:words], " "), strings.Join(parts[words:], "")}, true
}

func (r *record) find(key string) *line {
	i := slices.IndexFunc(r.lines, func(l line) bool { return l.key == key })
	if i < 0 {
		return nil
	}
	return &r.lines[i]
}

// lacks tells whether ifdown must leave alone what has the key: somebody else has
// made it.
func (r *record) lacks(key string) bool { return r.known && r.find(key) == nil }

// begin makes the file that of a logical interface; what is known stays.
func (r *record) begin(logical string) error {
	r.known, r.logical = true, logical
	return r.write(logical)
}

// write writes the file anew.
func (r *record) write(logical string) error {
	if r.lock == nil {
		return nil
	}
	text := logical + "\n"
	if r.known {
		text += recordMark + "\n"
		for _, l := range r.lines {
			text += l.String() + "\n"
		}
	}
	return r.lock.Note(text)
}

// noteMade adds a line, unless there is one of its key: the oldest value is the one to
// go back to.
func (c *command) noteMade(key, value string) {
	r := &c.made
	if r.find(key) != nil {
		return
	}
	l := line{key, value}
	r.lines = append(r.lines, l)
	if r.lock != nil {
		c.unrecorded(r.iface, r.lock.Append(l.String()+"\n"))
	}
}

// forgetMade takes a line out: the change was not made after all, or is undone.
func (c *command) forgetMade(key string) {
	c.made.lines = slices.DeleteFunc(c.made.lines, func(l line) bool { return l.key == key })
}

// unrecorded tells, once for an interface, that its record isn't whole, and what
// works without it. That keeps
// nothing from being done.
func (c *command) unrecorded(iface string, err error) {
	c.failed = c.failed || err != nil
	if err == nil || c.told[iface] {
		return
	}
	if c.told == nil {
		c.told = map[string]bool{}
	}
	c.told[iface] = true
	way := "`ifdown --force " + iface + "` undoes it"
	if c.mode == modeDown {
		way = "`ifup --force " + iface + "` brings it up again"
	}
	c.say(iface + ": what is done can't be recorded: " + reason(err) + "; " + way)
}
