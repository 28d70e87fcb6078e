package resolve

import (
	"net/netip"
	"strings"
)

// HostName is the name of exactly this address, from /etc/hosts (the first
// name of its first line, as written there) or from DNS (the first PTR name,
// without its last dot), in the order of nsswitch.conf. A name from DNS that
// isn't a host's name is none. Last stays as it is. Once end is closed DNS isn't
// asked.
func (r *Resolver) HostName(end End, a netip.Addr) (string, bool) {
	for _, s := range r.order().hosts {
		name, why := r.askNameSource(end, s.service, a)
		if why == NoError || s.ends(why) {
			return name, why == NoError
		}
	}
	return "", false
}

func (r *Resolver) askNameSource(end End, s service, a netip.Addr) (string, Reason) {
	if s == files {
		return r.hosts().name(a)
	}
	return r.askDNSName(end, a)
}

func (r *Resolver) askDNSName(end End, a netip.Addr) (string, Reason) {
	if r.dns == nil || end.Closed() {
		return "", NoAnswer
	}
	name, err := r.dns.LookupName(end, a)
	if err != nil {
		return "", reasonOf(err)
	}
	// Nor may a server give another address for a name.
	if name = strings.TrimSuffix(name, "."); !isHostName(name) || isNumber(name) {
		return "", NoHost
	}
	return name, NoError
}

// localName is HostName as far as that needs no DNS; asks tells that it would
// go on and ask.
func (r *Resolver) localName(a netip.Addr) (name string, ok, asks bool) {
	for _, s := range r.order().hosts {
		if s.service == dns && r.dns != nil {
			return "", false, true
		}
		name, why := r.askNameSource(nil, s.service, a)
		if why == NoError || s.ends(why) {
			return name, why == NoError, false
		}
	}
	return "", false, false
}

// NetworkName is the name in /etc/networks of exactly that number; no mask is
// looked at. Last stays as it is.
func (r *Resolver) NetworkName(a netip.Addr) (string, bool) {
	if !r.order().networks {
		return "", false
	}
	name, why := r.networks().name(a)
	return name, why == NoError
}
