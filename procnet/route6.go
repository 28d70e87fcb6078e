package procnet

import (
	"io"
	"iter"
	"net/netip"

	"classicnet/netflag"
)

// Route6 is a line of /proc/net/ipv6_route: a route of any IPv6 table, the
// local one and the cache of old kernels included.
type Route6 struct {
	Destination netip.Addr    // the net
	PrefixLen   uint32        // of Destination, 0 to 128
	Source      netip.Addr    // the net that packets come from
	SourceLen   uint32        // of Source, 0 to 128; 0: from anywhere
	NextHop     netip.Addr    // ::: none
	Metric      uint32        // 0xffffffff is what the classic tools show as -1
	RefCnt      uint32        // who uses the route
	Use         uint32        // look-ups
	Flags       netflag.Route // RouteUp, RouteLocal ...
	Iface       string        // the interface's name
}

// Routes6 reads /proc/net/ipv6_route. It has no title line; its columns are
// destination, prefix length, source, its prefix length, next hop, metric,
// references, use, flags, all in hex, and the interface. Addresses are 32
// digits in network order. An empty file is a table without routes.
//
// A line that lacks anything is Skipped: the classic tools show it with what an
// earlier line left in their variables.
func Routes6(r io.Reader) iter.Seq2[Route6, error] {
	return func(yield func(Route6, error) bool) {
		in := newLines(r, "/proc/net/ipv6_route", 1022)
		if err := in.each(func(c *cursor) bool {
			var row Route6
			s := strict{c, &in.texts}
			s.inet6("destination", &row.Destination)
			s.hex("prefix length", &row.PrefixLen)
			s.inet6("source", &row.Source)
			s.hex("source prefix length", &row.SourceLen)
			s.inet6("next hop", &row.NextHop)
			s.hex("metric", &row.Metric)
			s.hex("refcnt", &row.RefCnt)
			s.hex("use", &row.Use)
			s.hex("flags", (*uint32)(&row.Flags))
			s.text("device", &row.Iface)
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(Route6{}, err)
		}
	}
}
