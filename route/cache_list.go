package route

import (
	"errors"
	"iter"
	"net/netip"
	"strconv"

	"classicnet/internal/frame"
	"classicnet/internal/readahead"
	"classicnet/procnet"
)

const cacheFile = "/proc/net/rt_cache"

// inetCache lists the IPv4 routing cache.
func (l *listing) inetCache() error {
	f, err := l.source(inetNote, cacheFile)
	if err != nil {
		return err
	}
	source := readahead.New(f)
	defer source.Close() //nolint:errcheck // read only
	l.print("Kernel IP routing cache\n")
	return failedCache(l.cachedRoutes(procnet.RouteCache(source)))
}

// failedCache is failedTable for the cache, with which the classic tools deal
// otherwise: an empty file has a status of its own, a missing column is none.
func failedCache(err error) error {
	switch err := err.(type) {
	case *procnet.MissingFieldError:
		return &frame.Failure{Message: "warning: " + err.Error()}
	case *unreadable:
		why := frame.Reason(err.error)
		if errors.Is(err.error, procnet.ErrEmpty) {
			why = "Success" // errno of a read that came to the end
		}
		return &frame.Failure{Message: cacheFile + ": " + why, Status: statusNoCache}
	}
	return failedTable(cacheFile, err)
}

// cachedRoutes shows the column titles, unless the file is empty, and the rows.
func (l *listing) cachedRoutes(layout procnet.CacheLayout, routes iter.Seq2[procnet.CachedRoute, error]) error {
	n, done := l.names()
	defer done()
	if n != nil {
		routes = ahead(routes, n.askCached)
	}
	titles := l.cacheTitles(layout)
	row := cacheRow{layout: layout, whole: l.tables.wholeCache}
	w := walk{listing: l}
	routes(func(r procnet.CachedRoute, err error) bool {
		if !w.takes(err) {
			return w.more()
		}
		row.set(&r)
		if l.json != nil {
			return l.show(l.json.appendCached(l.line[:0], &row))
		}
		if n != nil {
			n.nameCached(&row)
		}
		b := append(l.line[:0], titles...)
		titles = ""
		return l.show(appendCached(b, l.level, &row))
	})
	if _, empty := w.ended.(*unreadable); !empty {
		l.print(titles)
	}
	return w.ended
}

// cacheTitles are the lines above the rows. Of a layout that it doesn't know
// the classic tool says so, and shows no titles in level 3.
func (l *listing) cacheTitles(layout procnet.CacheLayout) string {
	shape := shapeOf(layout)
	unknown := ""
	if shape == nil {
		unknown = "ERROR: proc_guess_fmt(" + cacheFile + ",... returned: " + strconv.Itoa(int(layout)) + "\n"
	}
	switch {
	case l.level == 0 || l.level == 3 && shape == nil:
		return unknown
	case l.level == 3:
		return cacheHeaders[3] + shape.header + "\n"
	}
	return unknown + cacheHeaders[l.level] + "\n"
}

// askCached starts the look-ups that nameCached needs.
func (n *names) askCached(r *procnet.CachedRoute) {
	for _, a := range [...]netip.Addr{r.Source, r.Destination, r.Gateway, r.SpecDst} {
		switch {
		case !a.IsValid():
		case !inFirstNet(a):
			n.askHost(a)
		case !a.IsUnspecified():
			n.askNetwork(a)
		}
	}
}

// nameCached finds the names of a row: all of its addresses are hosts.
func (n *names) nameCached(r *cacheRow) {
	r.source, r.destination = n.cachedName(r.cached.Source), n.cachedName(r.Destination)
	r.gateway, r.specDst = n.cachedName(r.Gateway), n.cachedName(r.cached.SpecDst)
}

// cachedName looks up a host, or a network if the first byte is 0, as the
// classic tool does.
func (n *names) cachedName(a netip.Addr) string {
	switch {
	case !a.IsValid(): // a column that the layout doesn't have
		return ""
	case inFirstNet(a) && !a.IsUnspecified():
		return n.network(a)
	}
	return n.hostOrStar(a)
}

func inFirstNet(a netip.Addr) bool { return a.As4()[0] == 0 }
