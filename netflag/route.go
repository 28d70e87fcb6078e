package netflag

// Route are the flags of a route, RTF_ of <linux/route.h> and
// <linux/ipv6_route.h>: in /proc/net/route and ipv6_route, and in SIOCADDRT.
type Route uint32

// The bits of Route. The last ones are those of IPv6.
const (
	RouteUp        Route = 0x1
	RouteGateway   Route = 0x2
	RouteHost      Route = 0x4
	RouteReinstate Route = 0x8
	RouteDynamic   Route = 0x10
	RouteModified  Route = 0x20
	RouteMSS       Route = 0x40 // RTF_MTU
	RouteWindow    Route = 0x80
	RouteIRTT      Route = 0x100
	RouteReject    Route = 0x200
	RouteNotCached Route = 0x400

	RouteDefault   Route = 0x10000
	RouteAllOnLink Route = 0x20000
	RouteAddrConf  Route = 0x40000
	RouteNoNextHop Route = 0x200000
	RouteExpires   Route = 0x400000
	RouteCache     Route = 0x1000000
	RouteFlow      Route = 0x2000000
	RoutePolicy    Route = 0x4000000
	RouteLocal     Route = 0x80000000
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
