package netflag

// Route are the flags of a route, RTF_ of <linux/route.h> and
// <linux/ipv6_route.h>: in /proc/net/route and ipv6_route, and in SIOCADDRT.
type Route uint32

// The bits of Route. The last ones are those of IPv6.
const (
	RouteUp        Route = 0x1   // in use
	RouteGateway   Route = 0x2   // by a next hop
	RouteHost      Route = 0x4   // to one address
	RouteReinstate Route = 0x8   // put back after a time-out
	RouteDynamic   Route = 0x10  // made by a redirect
	RouteModified  Route = 0x20  // changed by a redirect
	RouteMSS       Route = 0x40  // RTF_MTU
	RouteWindow    Route = 0x80  // it has a window
	RouteIRTT      Route = 0x100 // it has a round trip time
	RouteReject    Route = 0x200 // it refuses what it is for
	RouteNotCached Route = 0x400 // not kept in the cache

	RouteDefault   Route = 0x10000    // learnt from a router: the way to anywhere
	RouteAllOnLink Route = 0x20000    // where no router is: all is on the link
	RouteAddrConf  Route = 0x40000    // made by address configuration
	RouteNoNextHop Route = 0x200000   // there is none
	RouteExpires   Route = 0x400000   // it has an end
	RouteCache     Route = 0x1000000  // an entry of the cache
	RouteFlow      Route = 0x2000000  // of a flow
	RoutePolicy    Route = 0x4000000  // by a policy
	RouteLocal     Route = 0x80000000 // the machine's own address
)

// routeLetter is a bit and what route shows for it.
type routeLetter struct {
	bit    Route
	letter byte
}

// routeLetters are those of the IPv4 table, in its order.
var routeLetters = [...]routeLetter{
	{RouteUp, 'U'}, {RouteGateway, 'G'}, {RouteReject, '!'}, {RouteHost, 'H'},
	{RouteReinstate, 'R'}, {RouteDynamic, 'D'}, {RouteModified, 'M'}, {RouteDefault, 'd'},
	{RouteAllOnLink, 'a'}, {RouteAddrConf, 'c'}, {RouteNoNextHop, 'o'}, {RouteExpires, 'e'},
	{RouteCache, 'c'}, {RouteFlow, 'f'}, {RoutePolicy, 'p'}, {RouteLocal, 'l'},
	{RouteMSS, 'u'}, {RouteWindow, 'w'}, {RouteIRTT, 'i'}, {RouteNotCached, 'n'},
}

// Append appends the letters of the IPv4 table.
func (f Route) Append(b []byte) []byte {
	for i := range routeLetters {
		if f&routeLetters[i].bit != 0 {
			b = append(b, routeLetters[i].letter)
		}
	}
	return b
}

// String is what route shows: "UG", "UH". In a reject route '!' replaces U and G:
// "!H".
func (f Route) String() string {
	if f&RouteReject != 0 {
		f &^= RouteUp | RouteGateway
	}
	return string(f.Append(nil))
}
