package ifupdown

import (
	"net/netip"
	"slices"
)

// routes returns the default route, if the stanza has a gateway, and before it
// the route to a gateway that isn't in a network of the addresses.
func (p *planner) routes(networks []netip.Prefix, peer netip.Addr, device string,
	read func(string) (netip.Addr, error)) ([]Route, error) {
	if !p.has("gateway") {
		return nil, nil
	}
	gateway, err := read("gateway")
	if err != nil {
		return nil, err
	}
	metric, err := p.number("metric", maxMetric)
	if err != nil {
		return nil, err
	}
	var routes []Route
	near := slices.ContainsFunc(networks, func(n netip.Prefix) bool { return n.Contains(gateway) })
	if !near && gateway != peer && !gateway.IsLinkLocalUnicast() {
		host := netip.PrefixFrom(gateway, gateway.BitLen())
		routes = append(routes, Route{Dst: host, Device: device})
	}
	everywhere := netip.PrefixFrom(gateway, 0).Masked()
	return append(routes, Route{everywhere, gateway, metric, device}), nil
}

func bits(mask netip.Addr) (n int) {
	for _, b := range mask.As4() {
		for ; b != 0; b <<= 1 {
			n++
		}
	}
	return n
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
