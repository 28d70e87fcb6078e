package procnet

import (
	"io"
	"iter"
	"net/netip"

	"classicnet/netflag"
)

// Route is a line of /proc/net/route: a route of the main IPv4 table.
type Route struct {
	// Iface is the name of the interface, "*" for a route that has none
	// (unreachable, prohibit, blackhole, throw).
	Iface       string
	Destination netip.Addr // IPv4, the net
	Gateway     netip.Addr // 0.0.0.0: none, or not an IPv4 one
	Mask        netip.Addr // its netmask
	// Flags always have RouteUp on current kernels. The classic tools show no row
	// without it.
	Flags  netflag.Route
	RefCnt int32 // 0 on current kernels
	Use    int32 // look-ups; 0 on current kernels
	// Metric is the kernel's priority of 32 bits without sign; from 2^31 on
	// it is negative here, as the classic tools show it.
	Metric int32
	MTU    int32 // advertised MSS + 40 bytes, 0 if not set
	Window int32 // bytes, 0 if not set
	IRTT   int32 // initial round trip time in ms, 0 if not set
}

// routeColumns are what /proc/net/route must have, in this order.
var routeColumns = []column{
	{"Iface", kindName}, {"Destination", kindAddress}, {"Gateway", kindAddress},
	{"Flags", kindHex}, {"RefCnt", kindDecimal}, {"Use", kindDecimal},
	{"Metric", kindDecimal}, {"Mask", kindAddress}, {"MTU", kindDecimal},
	{"Window", kindDecimal}, {"IRTT", kindDecimal},
}

// Indexes of routeColumns.
const (
	routeIface = iota
	routeDestination
	routeGateway
	routeFlags
	routeRefCnt
	routeUse
	routeMetric
	routeMask
	routeMTU
	routeWindow
	routeIRTT
)

// Routes reads /proc/net/route. Its title line tells where the columns are:
// Iface, Destination, Gateway, Flags (hex), RefCnt, Use, Metric, Mask, MTU,
// Window, IRTT must be there in this order, others are skipped. Addresses are
// 8 hex digits, the network-order word printed in native byte order.
//
// The sequence is an *MissingFieldError where a title is missing and ErrEmpty
// where the file is empty. A line that is short of more than IRTT is Skipped;
// one that lacks only IRTT has that of the line before, first 0, since that is
// what the classic tools show. An address that isn't one reads as 0.0.0.0.
func Routes(r io.Reader) iter.Seq2[Route, error] {
	return func(yield func(Route, error) bool) {
		in := newLines(r, "/proc/net/route", 1022)
		t, err := in.table(routeColumns)
		if err != nil {
			yield(Route{}, err)
			return
		}
		if err := in.each(func(c *cursor) bool {
			var row Route
			if n := t.scan(c); n < routeIRTT {
				c.fault.skipped = true
				clear(t.cells[n:routeIRTT])
			}
			t.route(&row, &in.texts)
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(Route{}, err)
		}
	}
}

func (t *table) route(to *Route, s *texts) {
	v := t.cells[:routeIRTT+1]
	to.Iface = s.keep(v[routeIface].word)
	to.Destination = address4(v[routeDestination].number)
	to.Gateway = address4(v[routeGateway].number)
	to.Mask = address4(v[routeMask].number)
	to.Flags = netflag.Route(v[routeFlags].number)
	to.RefCnt = int32(v[routeRefCnt].number)
	to.Use = int32(v[routeUse].number)
	to.Metric = int32(v[routeMetric].number)
	to.MTU = int32(v[routeMTU].number)
	to.Window = int32(v[routeWindow].number)
	to.IRTT = int32(v[routeIRTT].number)
}
