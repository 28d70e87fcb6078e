package route

import (
	"iter"

	"golang.org/x/sys/unix"

	"classicnet/internal/readahead"
	"classicnet/netflag"
	"classicnet/procnet"
)

const (
	inet6File = "/proc/net/ipv6_route"
	ndiscFile = "/proc/net/ndisc"
	inet6Note = "INET6 (IPv6) not configured in this system."
)

// listInet6 lists the IPv6 routing table, the cache, or both. The kernel keeps
// the cache's entries among the routes, with a flag.
func listInet6(l *listing) error {
	if l.fib {
		if err := l.inet6Table("Kernel IPv6 routing table\n", 0); err != nil {
			return err
		}
	}
	if !l.cache {
		return nil
	}
	l = l.ofCache()
	if f, err := l.open(ndiscFile); err == nil && l.json == nil {
		defer f.Close() //nolint:errcheck // read only
		return l.neighbours(f)
	}
	return l.inet6Table("Kernel IPv6 routing cache\n", unix.RTF_CACHE)
}

// inet6Table lists the entries whose cache flag is as wanted.
func (l *listing) inet6Table(title string, cached netflag.Route) error {
	f, err := l.source(inet6Note, inet6File)
	if err != nil {
		return err
	}
	source := readahead.New(f)
	defer source.Close() //nolint:errcheck // read only
	l.print(title, l.tables.header6)
	return failedTable(inet6File, notEmpty(l.inet6Routes(procnet.Routes6(source), cached)))
}

func (l *listing) inet6Routes(routes iter.Seq2[procnet.Route6, error], cached netflag.Route) error {
	n, done := l.names6()
	defer done()
	if n != nil {
		routes = ahead(routes, n.askRoute6)
	}
	var row inet6Row
	w := walk{listing: l}
	routes(func(r procnet.Route6, err error) bool {
		if !w.takes(err) || !l.tables.shows6(r.Flags, cached) {
			return w.more()
		}
		row.Route6 = r
		if l.json != nil {
			return l.show(l.json.appendInet6(l.line[:0], &row))
		}
		if n != nil {
			n.nameRoute6(&row)
		}
		row.unsigned = l.tables.unsigned
		return l.show(append(appendColumns(l.line[:0], l.tables.columns6, &row), '\n'))
	})
	return w.ended
}

// askRoute6 starts the look-ups that nameRoute6 needs.
func (n *names) askRoute6(r *procnet.Route6) {
	n.askHost(r.Destination)
	n.askHost(r.NextHop)
}

// nameRoute6 finds the names of a row, networks being hosts like others.
func (n *names) nameRoute6(r *inet6Row) {
	r.destination, r.nextHop = n.hostOrAny6(r.Destination), n.hostOrAny6(r.NextHop)
}
