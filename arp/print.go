package arp

import (
	"iter"
	"strconv"
)

// printText writes the rows and what there is to say about them. The column
// titles come with the first row.
func (l *listing) printText(rows iter.Seq2[row, error]) error {
	t := l.style.text(l.options.bsd && !l.options.Table)
	titles := t.titles
	var r row // one for all
	var err error
	for r, err = range rows {
		if err != nil {
			return err
		}
		l.named(&r)
		b := append(l.Out.AvailableBuffer(), titles...)
		titles = ""
		if _, err := l.Out.Write(t.append(b, &r)); err != nil {
			return nil // Close tells
		}
	}
	if l.options.Verbose && !t.quiet {
		l.Out.WriteString(l.summary())
	}
	if l.found == 0 {
		l.Out.WriteString(l.nothing(t))
	}
	return nil
}

func (l *listing) summary() string {
	return "Entries: " + strconv.Itoa(l.entries) +
		"\tSkipped: " + strconv.Itoa(l.entries-l.found) +
		"\tFound: " + strconv.Itoa(l.found) + "\n"
}

// nothing is what is said where no entry was found. An empty table alone is
// no news.
func (l *listing) nothing(t *text) string {
	asked := l.host != "" || l.hw != nil || l.options.Device != ""
	switch {
	case l.host != "" && !l.options.bsd && !t.quiet:
		return l.host + " (" + l.addr.String() + ") -- no entry\n"
	case asked:
		return t.noMatch + strconv.Itoa(l.entries) + t.noMatchEnd
	}
	return ""
}
