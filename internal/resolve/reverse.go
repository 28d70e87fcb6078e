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
	switch s {
	case dns:
		return r.askDNSName(end, a)
	case own:
		return r.self.nameOf(a)
	case multicast:
		return "", multicastReason(a.IsLinkLocalUnicast())
	}
	return r.nameIn(hostNames, a)
}

// nameIn looks up the name of exactly this address in a database.
func (r *Resolver) nameIn(book int, a netip.Addr) (string, Reason) {
	var room [16]byte
	return r.books[book].find(appendAddr(room[:0], a))
}

// announceHost tells that the name of an address will be asked for.
func (r *Resolver) announceHost(a netip.Addr) {
	var room [16]byte
	r.books[hostNames].ask(appendAddr(room[:0], a))
}

// knowsHost tells whether the file of hosts needn't be read for an address.
func (r *Resolver) knowsHost(a netip.Addr) bool {
	var room [16]byte
	return r.books[hostNames].knows(appendAddr(room[:0], a))
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
	if !r.order().files[networksLine] {
		return "", false
	}
	name, why := r.nameIn(networkNames, a)
	return name, why == NoError
}

// AskNetwork announces a NetworkName: in a long file those that were announced
// are looked for together.
func (r *Resolver) AskNetwork(a netip.Addr) {
	var room [16]byte
	r.announce(networksLine, networkNames, appendAddr(room[:0], a))
}
