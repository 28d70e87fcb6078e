package ifupdown

import (
	"bytes"
	"errors"
	"io/fs"
)

// ledger is a file of the store with lines about interfaces, as a run knows it. It
// is read anew when somebody else has changed it, and no sooner; what the run itself
// changes is on disk at once. The last line is added and taken out in place, so that
// work on many interfaces takes a time that grows with their number and not with
// its square.
type ledger struct {
	store Store
	name  string
	// parse returns the interface that a line is about, and the line as we write
	// it. A line without an interface is passed over.
	parse func(text string) (iface, line string)

	stamp Stamp // the zero Stamp where there is no file
	known bool  // that the file is as it was at the stamp
	still bool  // that it needn't be looked at for a moment
	reads int
	lines []ledgerLine
	place map[string]int // of an interface's last line, counted from 1
	held  int            // lines that aren't taken out
	// devices counts lines by the device that their interface is on.
	devices map[string]int
	// size is that of the file, -1 where it isn't just these lines.
	size int64
}

// ledgerLine is a line; one that is taken out has no interface.
type ledgerLine struct {
	iface, text string
	before      int // the place of the interface's line before this one
}

// refresh reads the file, unless it is as it was. No file has no lines.
func (l *ledger) refresh() error {
	if l.known && l.still {
		return nil
	}
	stamp, err := l.store.Stamp(l.name)
	missing := errors.Is(err, fs.ErrNotExist)
	switch {
	case err != nil && !missing:
		return err
	case l.known && stamp == l.stamp:
		return nil
	}
	// The stamp is older than what is read: a change in between is found out.
	data, err := l.store.Read(l.name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	l.take(data)
	l.stamp, l.known = stamp, true
	if missing {
		l.size = -1
	}
	return nil
}

// take makes the lines those of a file.
func (l *ledger) take(data []byte) {
	l.reads++
	l.clear()
	odd := len(data) > 0 && data[len(data)-1] != '\n'
	for text := range bytes.Lines(data) {
		text := string(bytes.TrimSuffix(text, []byte("\n")))
		iface, line := l.parse(text)
		if odd = odd || iface == "" || line != text; iface != "" {
			l.put(iface, line)
		}
	}
	l.size = int64(len(data))
	if odd {
		l.size = -1
	}
}

func (l *ledger) clear() {
	l.lines, l.held = l.lines[:0], 0
	l.place, l.devices = map[string]int{}, map[string]int{}
}

// put adds a line to those that are known.
func (l *ledger) put(iface, text string) {
	l.lines = append(l.lines, ledgerLine{iface, text, l.place[iface]})
	l.place[iface] = len(l.lines)
	l.devices[deviceOf(iface)]++
	l.held++
}

// strike takes the lines of an interface that are meant out of those that are
// known, and tells how many.
func (l *ledger) strike(iface string, meant func(text string) bool) (n int) {
	at := l.place[iface]
	delete(l.place, iface)
	kept := 0 // the kept line behind the one at hand
	for before := 0; at > 0; at = before {
		line := &l.lines[at-1]
		before = line.before
		switch {
		case meant(line.text):
			*line = ledgerLine{}
			n++
			continue
		case kept == 0:
			l.place[iface] = at
		default:
			l.lines[kept-1].before = at
		}
		line.before, kept = 0, at
	}
	l.held -= n
	l.devices[deviceOf(iface)] -= n
	l.trim()
	return n
}

// trim drops what is taken out at the end, or everywhere where it is most.
func (l *ledger) trim() {
	for n := len(l.lines); n > 0 && l.lines[n-1].iface == ""; n-- {
		l.lines = l.lines[:n-1]
	}
	if len(l.lines) <= 2*l.held {
		return
	}
	old := l.all()
	l.clear()
	for _, line := range old {
		l.put(line.iface, line.text)
	}
}

// all returns the lines in their order.
func (l *ledger) all() (list []ledgerLine) {
	for _, line := range l.lines {
		if line.iface != "" {
			list = append(list, line)
		}
	}
	return list
}

// of returns the lines of an interface, the last first.
func (l *ledger) of(iface string) (list []string) {
	for at := l.place[iface]; at > 0; at = l.lines[at-1].before {
		list = append(list, l.lines[at-1].text)
	}
	return list
}
