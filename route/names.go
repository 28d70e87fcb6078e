package route

import (
	"iter"
	"net/netip"

	"classicnet/internal/resolve"
)

// names finds what to show for an address. A nil *names shows numbers.
type names struct {
	rules    *nameRules
	resolver *resolve.Resolver
	hosts    *resolve.Names
}

// names returns nil for a numeric listing. done ends its look-ups.
//
//go:noinline
func (l *listing) names() (n *names, done func()) {
	if l.numeric {
		return nil, func() {}
	}
	hosts := resolve.NewNames(l.resolver, resolve.ListingParallel, resolve.ListingBudget)
	return &names{&l.tables.names, l.resolver, hosts}, hosts.Close
}

// names6 is names for the IPv6 table, which most dialects show in numbers.
func (l *listing) names6() (n *names, done func()) {
	if !l.tables.named6 {
		return nil, func() {}
	}
	return l.names()
}

// ahead is resolve.Ahead for rows of which some are listed: ask is shown those.
func ahead[R any](rows iter.Seq2[R, error], ask func(*R)) iter.Seq2[R, error] {
	return resolve.Ahead(rows, resolve.ListingAhead, func(row *R, err error) {
		if hasRow(err) {
			ask(row)
		}
	})
}

// askHost starts to look up the name of a host; 0.0.0.0 has none.
func (n *names) askHost(a netip.Addr) {
	if !a.IsUnspecified() {
		n.hosts.Ask(a)
	}
}

// host returns the name of a host, "" for none.
func (n *names) host(a netip.Addr) string {
	name, _ := n.hosts.Name(a)
	return name
}

// hostOrStar is host, but 0.0.0.0, no host at all, is what the rules say.
func (n *names) hostOrStar(a netip.Addr) string {
	if a.IsUnspecified() {
		return n.rules.star
	}
	return n.host(a)
}

// hostOrAny6 is host, but :: is shown as net-tools 2.x does with names on.
func (n *names) hostOrAny6(a netip.Addr) string {
	if a.IsUnspecified() {
		return "[::]"
	}
	return n.host(a)
}

// askNetwork announces that the name of a network is asked for.
func (n *names) askNetwork(a netip.Addr) {
	if n.rules.networks {
		n.resolver.AskNetwork(a)
	}
}

// network returns the name of a network, "" for none.
func (n *names) network(a netip.Addr) string {
	if !n.rules.networks {
		return ""
	}
	name, _ := n.resolver.NetworkName(a)
	return name
}
