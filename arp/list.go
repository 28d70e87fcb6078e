package arp

import (
	"iter"
	"net/netip"

	"classicnet/internal/frame"
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
	style *style
	look  *resolve.Names

	entries, found int
}

// list shows the entries, or those of a host.
func (c *command) list(operands []string) error {
	l := &listing{command: c}
	if len(operands) > 0 {
		l.host = operands[0]
		var err error
		if l.addr, err = c.resolve(l.host); err != nil {
			return l.barren(err)
		}
	}
	d, err := c.Dialect()
	if err != nil {
		return err
	}
	l.style = styleOf(d)
	f, err := c.Open(tableFile)
	if err != nil {
		return l.barren(frame.Failed(tableFile + ": " + frame.Reason(err)))
	}
	defer f.Close() //nolint:errcheck // read only
	rows := l.wanted(procnet.ARP(f))
	if !c.options.Numeric {
		l.look = resolve.NewNames(c.Names, resolve.ListingParallel, resolve.ListingBudget)
		defer l.look.Close()
		rows = resolve.Ahead(rows, resolve.ListingAhead, l.ask)
	}
	if c.options.JSON {
		return l.printJSON(rows)
	}
	return l.printText(rows)
}

// barren is the end of a listing that can't begin: as JSON it is an empty one.
func (l *listing) barren(why error) error {
	if !l.options.JSON {
		return why
	}
	return l.printJSON(func(yield func(row, error) bool) { yield(row{}, why) })
}

// wanted yields the entries that the options select. A line that has too few
// columns ends the table.
func (l *listing) wanted(table iter.Seq2[procnet.ARPEntry, error]) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		for e, err := range table {
			malformed, ok := err.(*procnet.LineError)
			switch {
			case err != nil && !ok:
				yield(row{}, frame.Failed(tableFile+": "+frame.Reason(err)))
				return
			case ok:
				l.say("arp: " + err.Error())
				if malformed.Skipped {
					return
				}
			}
			l.entries++
			if !l.options.JSON {
				l.style.show(&e)
			}
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
		l.look.Ask(r.IP)
	}
}

// named completes a row by its name.
func (l *listing) named(r *row) {
	if l.look != nil {
		r.name, _ = l.look.Name(r.IP)
	}
}
