package arp

import (
	"context"
	"iter"
	"net/netip"
	"strconv"

	"classicnet/internal/resolve"
	"classicnet/procnet"
)

const tableFile = "/proc/net/arp"

// row is an entry as it is shown.
type row struct {
	procnet.ARPEntry
	name string // of the address, "" for none
}

// listing is what is to be listed, and what was found of it.
type listing struct {
	*command
	host  string     // as it was given, "" for all
	addr  netip.Addr // of the host
	names *resolve.Names

	entries, found int
}

// list shows the entries, or those of a host.
func (c *command) list(operands []string) error {
	l := &listing{command: c}
	if len(operands) > 0 {
		l.host = operands[0]
		var err error
		if l.addr, err = c.resolve(l.host); err != nil {
			return err
		}
	}
	f, err := c.env.Open(tableFile)
	if err != nil {
		return failed(tableFile + ": " + reason(err))
	}
	defer f.Close() //nolint:errcheck // read only
	rows := l.wanted(procnet.ARP(f))
	if !c.options.Numeric {
		l.names = resolve.NewNames(context.Background(), c.resolver, resolve.ListingParallel, resolve.ListingBudget)
		defer l.names.Close()
		rows = resolve.Ahead(rows, resolve.ListingAhead, l.ask)
	}
	if c.options.JSON {
		return l.printJSON(rows)
	}
	return l.printText(rows)
}

// wanted yields the entries that the options select. A line that has too few
// columns ends the table.
func (l *listing) wanted(table iter.Seq2[procnet.ARPEntry, error]) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		for e, err := range table {
			malformed, ok := err.(*procnet.LineError)
			switch {
			case err != nil && !ok:
				yield(row{}, failed(tableFile+": "+reason(err)))
				return
			case ok:
				l.say("arp: " + err.Error())
				if malformed.Skipped {
					return
				}
			}
			l.entries++
			if l.selects(&e) {
				l.found++
				if !yield(row{ARPEntry: e}, nil) {
					return
				}
			}
		}
	}
}

func (l *listing) selects(e *procnet.ARPEntry) bool {
	return (l.options.Device == "" || e.Device == l.options.Device) &&
		(l.hw == nil || e.Type == uint32(l.hw.ARPHRD)) &&
		(l.host == "" || e.IP == l.addr)
}

// ask starts the look-up that named needs.
func (l *listing) ask(r *row, err error) {
	if err == nil {
		l.names.Ask(r.IP)
	}
}

// named completes a row by its name.
func (l *listing) named(r *row) {
	if l.names != nil {
		r.name, _ = l.names.Name(r.IP)
	}
}

// printText writes the rows and what there is to say about them. The column
// titles come with the first row.
func (l *listing) printText(rows iter.Seq2[row, error]) error {
	t := styleOf(l.dialect).text(l.options.bsd && !l.options.Table)
	titles := t.titles
	var r row // one for all
	var err error
	for r, err = range rows {
		if err != nil {
			return err
		}
		l.named(&r)
		b := append(l.out.AvailableBuffer(), titles...)
		titles = ""
		if _, err := l.out.Write(t.append(b, &r)); err != nil {
			return nil // Close tells
		}
	}
	if l.options.Verbose && !t.quiet {
		l.out.WriteString(l.summary())
	}
	if l.found == 0 {
		l.out.WriteString(l.nothing(t))
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
