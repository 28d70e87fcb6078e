package resolve

import (
	"net/netip"
	"strings"

	"classicnet/internal/netaddr"
)

// The codes of getaddrinfo(3) that its message shows.
const (
	eaiNoName     = -2
	eaiAgain      = -3
	eaiNoData     = -5
	eaiAddrFamily = -9
)

// Inet6 reads an IPv6 address, with or without a zone, which is dropped, or a
// host's name. Where ok is false, code is getaddrinfo(3)'s and Failure has the
// reason.
func (r *Resolver) Inet6(text string) (a netip.Addr, code int, ok bool) {
	literal, zone, zoned := strings.Cut(text, "%")
	if a, ok := netaddr.Pton6(literal); ok && (!zoned || zone != "") {
		return a, 0, true
	}
	if _, ok := netaddr.AtonExact(text); ok {
		return a, eaiAddrFamily, false
	}
	if a, ok := r.host(text, true); ok {
		if _, inFile := r.readHosts().addr(text, true); inFile {
			r.last = NoHost // what getaddrinfo leaves behind in that case
		}
		return a, 0, true
	}
	switch r.last {
	case NoAnswer:
		return a, eaiAgain, false
	case NoAddress:
		return a, eaiNoData, false
	}
	return a, eaiNoName, false
}
