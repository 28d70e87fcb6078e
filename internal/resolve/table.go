package resolve

import (
	"io"
	"net/netip"
	"sync"
)

// An entry is one line of a database: an address and the names it has, of
// which the first is the canonical one.
type entry struct {
	addr  netip.Addr
	names []string
}

// table is a database in /etc. The first line of a name or an address counts.
// Names are found in any case and returned as they are written. The indexes
// are made when the first look-up of their kind asks for them, so that many
// look-ups in a long file stay cheap.
type table struct {
	entries []entry
	byName  func() map[nameKey]netip.Addr
	byAddr  func() map[netip.Addr]string
}

// nameKey is a name in lower case and the family of its address.
type nameKey struct {
	name string
	v6   bool
}

// readTable reads a database; nil stands for one that can't be opened.
func (r *Resolver) readTable(path string, parse func(words []string) []entry) *table {
	file, err := r.open(path)
	if err != nil {
		return nil
	}
	defer file.Close()
	return parseTable(file, parse)
}

func parseTable(file io.Reader, parse func(words []string) []entry) *table {
	t := &table{}
	for line := range Lines(file) {
		t.entries = append(t.entries, parse(Words(uncomment(line)))...)
	}
	t.byName = sync.OnceValue(t.indexNames)
	t.byAddr = sync.OnceValue(t.indexAddrs)
	return t
}

func (t *table) indexNames() map[nameKey]netip.Addr {
	index := make(map[nameKey]netip.Addr, len(t.entries))
	for _, e := range t.entries {
		for _, name := range e.names {
			key := nameKey{lower(name), e.addr.Is6()}
			if _, known := index[key]; !known {
				index[key] = e.addr
			}
		}
	}
	return index
}

func (t *table) indexAddrs() map[netip.Addr]string {
	index := make(map[netip.Addr]string, len(t.entries))
	for _, e := range t.entries {
		if _, known := index[e.addr]; !known {
			index[e.addr] = e.names[0]
		}
	}
	return index
}

// addr looks up the first address of a family that a name has.
func (t *table) addr(name string, v6 bool) (netip.Addr, Reason) {
	if t == nil {
		return netip.Addr{}, noFile
	}
	a, ok := t.byName()[nameKey{lower(name), v6}]
	return a, found(ok)
}

// name looks up the canonical name of exactly this address.
func (t *table) name(a netip.Addr) (string, Reason) {
	if t == nil {
		return "", noFile
	}
	name, ok := t.byAddr()[a]
	return name, found(ok)
}

func found(ok bool) Reason {
	if ok {
		return NoError
	}
	return NoHost
}
