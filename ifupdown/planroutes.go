package ifupdown

import (
	"math"
	"net/netip"
	"slices"
	"strconv"

	"classicnet/internal/cnum"
)

// routes returns the default route, if the stanza has a gateway, and before it
// the route to a gateway that isn't in a network of the addresses.
func (p *planner) routes(networks []netip.Prefix, peer netip.Addr, device string,
	read func(string) (netip.Addr, error)) ([]route, error) {
	if !p.has("gateway") {
		return nil, nil
	}
	gateway, err := read("gateway")
	if err != nil {
		return nil, err
	}
	metric, err := p.metric()
	if err != nil {
		return nil, err
	}
	var routes []route
	near := slices.ContainsFunc(networks, func(n netip.Prefix) bool { return onLink(n, gateway) })
	if !near && gateway != peer && !gateway.IsLinkLocalUnicast() && !gateway.IsUnspecified() {
		host := netip.PrefixFrom(gateway, gateway.BitLen())
		routes = append(routes, route{Dst: host, Device: device})
	}
	everywhere := netip.PrefixFrom(gateway, 0).Masked()
	return append(routes, route{everywhere, gateway, metric, device}), nil
}

// onLink tells whether the kernel makes a route to a gateway with an address of the
// network. For 0.0.0.0, which is no address, and an IPv4 netmask of 0.0.0.0 it makes
// none.
func onLink(network netip.Prefix, gateway netip.Addr) bool {
	none := network.Addr().Is4() && (network.Bits() == 0 || network.Addr().IsUnspecified())
	return !none && network.Contains(gateway)
}

// addRoutes adds the steps that make routes. The metric of an IPv4 route is cut to
// what a request has room for.
func (p *planner) addRoutes(routes []route) {
	for _, r := range routes {
		if r.Dst.Addr().Is4() && r.Metric > maxMetric {
			p.add(notice{"metric " + strconv.FormatUint(uint64(r.Metric), 10) + " of the default route of " + p.target.iface +
				" isn't set, but " + strconv.Itoa(maxMetric) + ": an ioctl has no room for more"})
		}
		p.add(addRoute{r.cut()})
	}
}

// delRoutes adds the steps that remove them, the last one first.
func (p *planner) delRoutes(routes []route) {
	for i := range routes {
		p.add(delRoute{routes[len(routes)-1-i].cut()})
	}
}

// cut is the route with a metric that its request has room for.
func (r route) cut() route {
	if r.Dst.Addr().Is4() {
		r.Metric = min(r.Metric, maxMetric)
	}
	return r
}

// metric reads the metric of routes.
func (p *planner) metric() (uint32, error) {
	text, err := p.one("metric")
	if err != nil || text == "" {
		return 0, err
	}
	n, rest := cnum.Strtoul(text)
	if rest != "" || text[0] < '0' || text[0] > '9' || n > math.MaxUint32 {
		return 0, p.refuse("metric", "a number up to 4294967295")
	}
	return uint32(n), nil
}

func contiguous(mask netip.Addr) bool {
	seen := false
	for _, b := range mask.As4() {
		for bit := byte(128); bit != 0; bit >>= 1 {
			if b&bit == 0 {
				seen = true
			} else if seen {
				return false
			}
		}
	}
	return true
}
