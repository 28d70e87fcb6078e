package resolve

import (
	"context"
	"net/netip"
	"slices"
	"strings"
)

// HostName is the name of an address, from /etc/hosts (the first name of its
// first line) or from DNS, in the order of nsswitch.conf. A name from DNS that
// isn't a host's name is none.
func (r *Resolver) HostName(ctx context.Context, a netip.Addr) (string, bool) {
	for _, s := range r.hostSources() {
		name, ok := "", false
		if s == fromFiles {
			name, ok = r.fileName(a)
		} else {
			name, ok = r.askName(ctx, a)
		}
		if ok {
			return name, true
		}
	}
	return "", false
}

func (r *Resolver) fileName(a netip.Addr) (string, bool) {
	name, ok := r.readHosts().names[a.Unmap()]
	return name, ok
}

// askName asks DNS and nothing else: it may run side by side with itself.
func (r *Resolver) askName(ctx context.Context, a netip.Addr) (string, bool) {
	if r.dns == nil {
		return "", false
	}
	name, err := r.dns.LookupName(ctx, a)
	name = strings.TrimSuffix(name, ".")
	return name, err == nil && isHostName(name)
}

// usesDNS tells whether nsswitch.conf has DNS among the sources.
func (r *Resolver) usesDNS() bool { return r.dns != nil && slices.Contains(r.hostSources(), fromDNS) }

// NetworkName is the name in /etc/networks of exactly that number.
func (r *Resolver) NetworkName(a netip.Addr) (string, bool) {
	name, ok := r.readNetworks().names[a]
	return name, ok
}
