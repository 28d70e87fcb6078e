package route

import (
	"iter"

	"golang.org/x/sys/unix"

	"classicnet/internal/readahead"
	"classicnet/procnet"
)

const inetFile = "/proc/net/route"

// inetNote is printed where the kernel has no IPv4.
const inetNote = "INET (IPv4) not configured in this system."

// listInet lists the IPv4 routing table, the cache, or both.
func listInet(l *listing) error {
	if l.fib {
		if err := l.inetTable(); err != nil {
			return err
		}
	}
	if l.cache {
		return l.ofCache().inetCache()
	}
	return nil
}

func (l *listing) inetTable() error {
	f, err := l.source(inetNote, inetFile)
	if err != nil {
		return err
	}
	source := readahead.New(f)
	defer source.Close() //nolint:errcheck // read only
	// The title comes before the file is known to be readable: scripts see
	// it in a namespace that has no address yet.
	l.print("Kernel IP routing table\n", inetHeaders[l.level])
	return failedTable(inetFile, l.inetRoutes(procnet.Routes(source)))
}

// inetRoutes shows the routes that are up.
func (l *listing) inetRoutes(routes iter.Seq2[procnet.Route, error]) error {
	n, done := l.names()
	defer done()
	if n != nil {
		routes = ahead(routes, n.askRoute)
	}
	var row inetRow
	w := walk{listing: l}
	routes(func(r procnet.Route, err error) bool {
		if !w.takes(err) || r.Flags&unix.RTF_UP == 0 || l.level == 0 {
			return w.more()
		}
		row.Route = r
		if n != nil {
			n.nameRoute(&row)
		}
		if l.json != nil {
			return l.show(l.json.appendInet(l.line[:0], &row))
		}
		return l.show(l.tables.appendInet(l.line[:0], l.level, &row))
	})
	return w.ended
}

// askRoute starts the look-ups that nameRoute needs.
func (n *names) askRoute(r *procnet.Route) {
	switch {
	case r.Destination.IsUnspecified():
	case n.rules.toHost(r):
		n.askHost(r.Destination)
	default:
		n.askNetwork(r.Destination)
	}
	n.askHost(r.Gateway)
}

// nameRoute finds the names of a row. Networks are in a file; nothing is
// waited for.
func (n *names) nameRoute(r *inetRow) {
	switch {
	case r.Destination.IsUnspecified():
		r.destination = n.rules.zero(r.Mask)
	case n.rules.toHost(&r.Route):
		r.destination = n.host(r.Destination)
	default:
		r.destination = n.network(r.Destination)
	}
	r.gateway = n.hostOrStar(r.Gateway)
}
