package ifconfig

import (
	"classicnet/internal/host"
	"classicnet/procnet"
)

// counters are the lines of /proc/net/dev: all, or that of one interface.
type counters struct {
	only  procnet.Stats // of the one interface,
	found bool          // if the file has it
	names []string      // in file order
	rows  []procnet.Stats
	index map[string]int // of the row that counts; nil in a query
}

// read reads /proc/net/dev once: all of it, or up to the line of the interface
// only, which is then all it keeps. A second line of one name replaces
// the first, of which what it is short of stays; a query never gets that far.
func (c *counters) read(s *Source, only string, l *Listing) {
	if only == "" {
		c.index = map[string]int{}
	}
	f, err := s.open(pathDev)
	if err != nil {
		l.DevErr = err
		return
	}
	defer f.Close()
	rules := procnet.DevRules{Before: c.before}
	if s.Busybox {
		rules = procnet.DevRules{FirstColon: true}
	}
	for row, err := range rules.Interfaces(host.Reader(f)) {
		if !l.note(err) {
			l.DevErr = err
			break
		}
		if only != "" && row.Name != only {
			continue
		}
		c.add(&row)
		if only != "" {
			break
		}
	}
}

// add keeps a line unless it names what no interface can be called.
func (c *counters) add(row *procnet.Interface) {
	if row.Name == "" || len(row.Name) > longestName {
		return
	}
	if c.index == nil {
		c.only, c.found = row.Stats, true
		return
	}
	if i, known := c.index[row.Name]; known {
		c.rows[i] = row.Stats
		return
	}
	c.index[row.Name] = len(c.rows)
	c.names = append(c.names, row.Name)
	c.rows = append(c.rows, row.Stats)
}

// before is what an earlier line said of an interface.
func (c *counters) before(name string) procnet.Stats {
	if s := c.stats(name); s != nil {
		return *s
	}
	return procnet.Stats{}
}

// stats returns the counters of an interface, nil if the file has none.
func (c *counters) stats(name string) *procnet.Stats {
	if c.found {
		return &c.only
	}
	i, ok := c.index[name]
	if !ok {
		return nil
	}
	return &c.rows[i]
}
