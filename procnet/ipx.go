package procnet

import (
	"io"
	"iter"
)

// IPXRoute is a line of /proc/net/ipx/route or, before Linux 2.6,
// /proc/net/ipx_route.
type IPXRoute struct {
	Network uint32 // the net that the route leads to
	// Direct tells that the network is attached to this machine; there is
	// no router then.
	Direct     bool
	RouterNet  uint32  // of the next hop
	RouterNode [6]byte // of the next hop
}

// IPXRoutes reads the IPX routing table, /proc/net/ipx/route or /proc/net/ipx_route,
// which Linux had up to 4.17. It has a title line; its columns are Network, Router_Net (8 hex digits each) and
// Router_Node (12), or the words Directly and Connected in place of the router.
// A line that lacks anything is Skipped.
func IPXRoutes(r io.Reader) iter.Seq2[IPXRoute, error] {
	return func(yield func(IPXRoute, error) bool) {
		in := newLines(r, "/proc/net/ipx/route", 1022)
		in.next()
		if err := in.each(func(c *cursor) bool {
			var row IPXRoute
			s := strict{c, &in.texts}
			s.hex("Network", &row.Network)
			if row.Direct = s.literal("Directly"); row.Direct {
				s.done("Router_Node", s.literal("Connected"), errDirect)
			} else {
				s.hex("Router_Net", &row.RouterNet)
				s.bytes("Router_Node", row.RouterNode[:])
			}
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(IPXRoute{}, err)
		}
	}
}
