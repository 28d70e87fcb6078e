package ifupdown

import "slices"

// Changes are made while fileStateLock is held.

// set makes a line the only one of an interface, and the last of all.
func (l *ledger) set(iface, text string) error {
	if err := l.refresh(); err != nil {
		return err
	}
	if l.strike(iface, anyLine) > 0 {
		l.size = -1 // it isn't the file's any more
	}
	return l.append(iface, text)
}

func anyLine(string) bool { return true }

// add adds a line at the end, unless there is such a line.
func (l *ledger) add(iface, text string) error {
	if err := l.refresh(); err != nil || slices.Contains(l.of(iface), text) {
		return err
	}
	return l.append(iface, text)
}

func (l *ledger) append(iface, text string) error {
	l.put(iface, text)
	if l.size < 0 || l.store.Append(l.name, l.size, []byte(text+"\n")) != nil {
		return l.write()
	}
	l.size += int64(len(text)) + 1
	return l.wrote(nil)
}

// remove takes out the lines of an interface that are meant.
func (l *ledger) remove(iface string, meant func(text string) bool) error {
	if err := l.refresh(); err != nil {
		return err
	}
	var last ledgerLine
	if n := len(l.lines); n > 0 {
		last = l.lines[n-1]
	}
	n := l.strike(iface, meant)
	if n == 0 && l.size >= 0 {
		return nil
	}
	size := l.size - int64(len(last.text)) - 1
	isLast := l.size >= 0 && n == 1 && last.iface == iface && meant(last.text)
	if !isLast || l.store.Cut(l.name, size) != nil {
		return l.write()
	}
	l.size = size
	return l.wrote(nil)
}

// write writes the file as a whole.
func (l *ledger) write() error {
	var data []byte
	for _, line := range l.all() {
		data = append(append(data, line.text...), '\n')
	}
	l.size = int64(len(data))
	return l.wrote(l.store.Write(l.name, data))
}

// wrote notes what the file is after a change; after one that failed it is read
// anew.
func (l *ledger) wrote(err error) error {
	stamp, failed := l.store.Stamp(l.name)
	l.stamp, l.known = stamp, err == nil && failed == nil
	return err
}
