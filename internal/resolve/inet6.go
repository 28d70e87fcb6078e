package resolve

import (
	"net/netip"
	"strconv"
	"strings"

	"classicnet/internal/netaddr"
)

// The codes of getaddrinfo(3) that its message shows.
const (
	eaiNoName     = -2
	eaiAgain      = -3
	eaiNoData     = -5
	eaiAddrFamily = -9
	eaiSystem     = -11
)

// Inet6 reads an IPv6 address, with or without a zone, which is dropped, or a
// host's name. Where ok is false, code is getaddrinfo(3)'s and Failure has the
// reason. An address leaves the last reason alone; a name leaves NoHost where
// a file has it and NoError where DNS has it, which the classic tools show
// when the next word is no address.
func (r *Resolver) Inet6(text string) (a netip.Addr, code int, ok bool) {
	literal, zone, zoned := strings.Cut(text, "%")
	if a, ok := netaddr.Pton6(literal); ok {
		if zoned && !r.isZone(a, zone) {
			return netip.Addr{}, eaiNoName, false
		}
		return a, 0, true
	}
	if _, ok := netaddr.AtonExact(text); ok {
		return netip.Addr{}, eaiAddrFamily, false
	}
	return r.host6(text)
}

// host6 is getaddrinfo(3) for a name and the family AF_INET6.
func (r *Resolver) host6(name string) (a netip.Addr, code int, ok bool) {
	a, from, why := r.host(name, true)
	switch {
	case why == NoError && from == files:
		r.last = NoHost
	case why == NoError:
		r.last = NoError
	default:
		r.fail(why)
		return netip.Addr{}, eaiCode(r.last), false
	}
	return a, 0, true
}

func eaiCode(why Reason) int {
	switch why {
	case NoAnswer:
		return eaiAgain
	case NoAddress:
		return eaiNoData
	case Internal:
		return eaiSystem
	}
	return eaiNoName
}

// isZone tells whether a zone can stand behind an address: a number, or where
// the address is one of a link the name of an interface.
func (r *Resolver) isZone(a netip.Addr, zone string) bool {
	if _, err := strconv.ParseUint(zone, 10, 32); err == nil {
		return true
	}
	ofLink := a.IsLinkLocalUnicast() || a.IsLinkLocalMulticast() || a.IsInterfaceLocalMulticast()
	return ofLink && r.hasInterface(zone)
}

func (r *Resolver) hasInterface(name string) bool {
	file, err := r.open("/proc/net/dev")
	if err != nil {
		return false
	}
	defer file.Close()
	for line := range Lines(file) {
		before, _, ok := strings.Cut(line, ":")
		if ok && strings.TrimLeft(before, " ") == name {
			return true
		}
	}
	return false
}
