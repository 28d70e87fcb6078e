package resolve

import (
	"errors"
	"net/netip"

	"classicnet/internal/netaddr"
	"classicnet/tool"
)

// Inet reads an IPv4 address: "default" (0.0.0.0), a number as inet_aton(3)
// reads it, a network's name, a host's name. With hostFirst a host's name goes
// before a network's. network tells that the text was a network's name or
// "default". Where ok is false, Failure has the reason.
func (r *Resolver) Inet(text string, hostFirst bool) (a netip.Addr, network, ok bool) {
	if text == "default" {
		return netip.IPv4Unspecified(), true, true
	}
	if a, ok := netaddr.Aton(text); ok {
		return a, false, true
	}
	if hostFirst {
		if a, ok := r.host4(text); ok {
			return a, false, true
		}
		a, ok = r.network(text)
		return a, ok, ok
	}
	if a, ok := r.network(text); ok {
		return a, true, true
	}
	a, ok = r.host4(text)
	return a, false, ok
}

// Host4 is gethostbyname(3): digits and dots are an address, all else is a name,
// "default" and 0x0a000001 included. Where ok is false, Failure has the reason.
func (r *Resolver) Host4(text string) (a netip.Addr, ok bool) {
	if a, ok := netaddr.Aton(text); ok && isNumber(text) {
		return a, true
	}
	return r.host4(text)
}

// network is getnetbyname(3). The reason stays where it finds the name.
func (r *Resolver) network(name string) (netip.Addr, bool) {
	if !r.order().files[networksLine] {
		r.last = NoHost
		return netip.Addr{}, false
	}
	a, why := r.addrIn(networkAddrs, name)
	if why == NoHost {
		r.last = NoHost
	}
	return a, why == NoError
}

// host4 is gethostbyname(3) for names that are no addresses. What looks like a
// number is looked up nowhere. A name that is found leaves HOST_NOT_FOUND
// behind: glibc sets it before it looks.
func (r *Resolver) host4(name string) (netip.Addr, bool) {
	if isNumber(name) {
		r.last = NoHost
		return netip.Addr{}, false
	}
	a, _, why := r.host(name, false)
	if why == NoError {
		r.last = NoHost
		return a, true
	}
	r.fail(why)
	return a, false
}

// host asks the sources in their order, and tells which of them knew the name
// or why the last one didn't.
func (r *Resolver) host(name string, v6 bool) (a netip.Addr, from service, why Reason) {
	why = Internal // no source at all
	for i, s := range r.order().hosts {
		answer, reason := r.askSource(s.service, name, v6)
		if reason != noFile || i == 0 && s.service == files {
			why = reason
		}
		if reason == NoError || s.ends(reason) {
			return answer, s.service, why
		}
	}
	return netip.Addr{}, 0, why
}

func (r *Resolver) askSource(s service, name string, v6 bool) (netip.Addr, Reason) {
	switch {
	case s == dns:
		return r.askDNS(name, v6)
	case s == own:
		return r.self.addr(name, v6)
	case s == multicast:
		return netip.Addr{}, multicastReason(isLocalName(name))
	case v6:
		return r.addrIn(hostAddrs6, name)
	}
	return r.addrIn(hostAddrs4, name)
}

// addrIn looks up the first address that a name has in a database.
func (r *Resolver) addrIn(book int, name string) (netip.Addr, Reason) {
	var room [64]byte
	value, why := r.books[book].find(appendLower(room[:0], name))
	a, _ := netip.AddrFromSlice([]byte(value))
	return a, why
}

// askDNS asks DNS, but not for what can't be a host's name.
func (r *Resolver) askDNS(name string, v6 bool) (netip.Addr, Reason) {
	switch {
	case name == "":
		return netip.Addr{}, NoRecovery
	case !isHostName(name):
		return netip.Addr{}, NoHost
	case r.dns == nil:
		return netip.Addr{}, NoAnswer
	}
	list, err := r.dns.LookupIP(nil, name, v6)
	if err != nil {
		return netip.Addr{}, reasonOf(err)
	}
	if len(list) == 0 {
		return netip.Addr{}, NoAddress
	}
	return list[0], NoError
}

// reasonOf is the reason for an error of DNS.
func reasonOf(err error) Reason {
	switch {
	case errors.Is(err, tool.ErrNoName):
		return NoHost
	case errors.Is(err, tool.ErrNoAddress):
		return NoAddress
	}
	return NoAnswer
}

// fail sets the reason, which stays as it was where the only source is a file
// that isn't there.
func (r *Resolver) fail(why Reason) {
	if why != noFile {
		r.last = why
	}
}
