package procnet

import (
	"io"
	"iter"

	"classicnet/netflag"
)

// AppleTalkAddr is an address of DDP.
type AppleTalkAddr struct {
	Net  uint16 // of a cable
	Node uint8  // in the net
}

// AppleTalkRoute is a line of /proc/net/atalk_route or, from Linux 2.6 on,
// /proc/net/atalk/route.
type AppleTalkRoute struct {
	Target  AppleTalkAddr // the net, or a node of it
	Default bool          // Target is anything that no other route matches, and zero
	Router  AppleTalkAddr // the next hop
	Flags   netflag.Route // as in Route
	Device  string        // the interface's name
}

// AppleTalkRoutes reads the AppleTalk routing table, /proc/net/atalk/route or,
// before Linux 2.6, /proc/net/atalk_route. It has a title line; its columns are
// Target ("Default", or net and node in hex with a colon), Router (likewise), Flags
// (decimal) and Dev. A line that lacks anything is Skipped.
func AppleTalkRoutes(r io.Reader) iter.Seq2[AppleTalkRoute, error] {
	return func(yield func(AppleTalkRoute, error) bool) {
		in := newLines(r, "/proc/net/atalk_route", 1022)
		in.next()
		if err := in.each(func(c *cursor) bool {
			var row AppleTalkRoute
			s := strict{c, &in.texts}
			if row.Default = s.literal("Default"); !row.Default {
				s.atalk("Target", &row.Target)
			}
			s.atalk("Router", &row.Router)
			var flags int32
			s.decimal("Flags", &flags)
			row.Flags = netflag.Route(flags)
			s.text("Dev", &row.Device)
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(AppleTalkRoute{}, err)
		}
	}
}

// atalk is net and node, as %04X:%02X prints them.
func (s strict) atalk(field string, to *AppleTalkAddr) {
	var net, node uint32
	s.hex(field, &net)
	s.done(field, s.literal(":"), errAddress)
	s.hex(field, &node)
	if net > 0xffff || node > 0xff {
		s.reject(field, errAddress)
	}
	if s.fault.err == nil {
		*to = AppleTalkAddr{uint16(net), uint8(node)}
	}
}
