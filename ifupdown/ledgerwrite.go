package ifupdown

import "slices"

// Changes are made while fileStateLock is held.

// set makes each line the only one of its interface, and them the last of all.
func (l *ledger) set(lines ...ledgerLine) error {
	if err := l.refresh(); err != nil {
		return err
	}
	for _, line := range lines {
		if l.strike(line.iface, anyLine) > 0 {
			l.size = -1 // it isn't the file's any more
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return l.append(lines...)
}

func anyLine(string) bool { return true }

// add adds a line at the end, unless there is such a line.
func (l *ledger) add(iface, text string) error {
	if err := l.refresh(); err != nil || slices.Contains(l.of(iface), text) {
		return err
	}
	return l.append(ledgerLine{iface: iface, text: text})
}

func (l *ledger) append(lines ...ledgerLine) error {
	var data []byte
	for _, line := range lines {
		l.put(line.iface, line.text)
		data = append(append(data, line.text...), '\n')
	}
	if l.size < 0 || l.store.Append(l.name, l.size, data) != nil {
		return l.write()
	}
	l.size += int64(len(data))
	return l.wrote(nil)
}

// remove takes out the lines of interfaces that are meant.
func (l *ledger) remove(meant func(text string) bool, ifaces ...string) error {
	if err := l.refresh(); err != nil {
		return err
	}
	last, size := l.tail(meant, ifaces)
	n := 0
	for _, iface := range ifaces {
		n += l.strike(iface, meant)
	}
	if n == 0 && l.size >= 0 {
		return nil
	}
	if l.size < 0 || n > last || l.store.Cut(l.name, l.size-size) != nil {
		return l.write()
	}
	l.size -= size
	return l.wrote(nil)
}

// tail counts the lines at the end that are meant, and their bytes.
func (l *ledger) tail(meant func(text string) bool, ifaces []string) (n int, size int64) {
	for i := len(l.lines) - 1; i >= 0; i-- {
		line := &l.lines[i]
		if line.iface == "" {
			continue
		}
		if !slices.Contains(ifaces, line.iface) || !meant(line.text) {
			break
		}
		n++
		size += int64(len(line.text)) + 1
	}
	return n, size
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
