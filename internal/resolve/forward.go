package resolve

import (
	"context"
	"errors"
	"net/netip"
	"strings"

	"classicnet/internal/netaddr"
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
		if a, ok := r.host(text, false); ok {
			return a, false, true
		}
		a, ok = r.network(text)
		return a, ok, ok
	}
	if a, ok := r.network(text); ok {
		return a, true, true
	}
	a, ok = r.host(text, false)
	return a, false, ok
}

// network looks a network's name up. Only files have them.
func (r *Resolver) network(name string) (netip.Addr, bool) {
	a, ok := r.readNetworks().addrs[strings.ToLower(name)]
	if !ok {
		r.last = NoHost
	}
	return a, ok
}

// host looks a host's name up. A name found in a file leaves the last reason
// alone, one found in DNS clears it, as glibc does.
func (r *Resolver) host(name string, v6 bool) (netip.Addr, bool) {
	reason := NoHost
	for _, s := range r.hostSources() {
		if s == fromFiles {
			if a, ok := r.readHosts().addr(name, v6); ok {
				return a, true
			}
			continue
		}
		a, why := r.ask(name, v6)
		if why == NoError {
			r.last = NoError
			return a, true
		}
		reason = why
	}
	r.last = reason
	return netip.Addr{}, false
}

// ask asks DNS. What can't be a host's name isn't asked for.
func (r *Resolver) ask(name string, v6 bool) (netip.Addr, Reason) {
	switch {
	case name == "":
		return netip.Addr{}, NoRecovery
	case !isHostName(name) || isNumber(name):
		return netip.Addr{}, NoHost
	case r.dns == nil:
		return netip.Addr{}, NoAnswer
	}
	list, err := r.dns.LookupIP(context.Background(), name, v6)
	switch {
	case errors.Is(err, ErrNoName):
		return netip.Addr{}, NoHost
	case errors.Is(err, ErrNoAddress) || err == nil && len(list) == 0:
		return netip.Addr{}, NoAddress
	case err != nil:
		return netip.Addr{}, NoAnswer
	}
	return list[0].Unmap(), NoError
}

// Last is the reason of the last look-up as it stands. It is NoError until one
// fails.
func (r *Resolver) Last() Reason { return r.last }

// Failure is the message for a text that has no address: "TEXT: REASON", or
// the reason alone for an empty text.
func (r *Resolver) Failure(text string) string {
	if text == "" {
		return r.last.String()
	}
	return text + ": " + r.last.String()
}

// isHostName tells whether every byte of a name may stand in a host's name. In
// answers it keeps what could steer a terminal from it (CVE-2022-28391).
func isHostName(name string) bool {
	if name == "" || name[0] == '-' || len(name) > 254 {
		return false
	}
	for _, c := range []byte(name) {
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		if !letter && (c < '0' || c > '9') && c != '.' && c != '-' && c != '_' {
			return false
		}
	}
	return true
}

// isNumber tells whether a name is all digits and dots: an address that is
// none, like 256.1.1.1.
func isNumber(name string) bool {
	return strings.Trim(name, "0123456789.") == "" && !strings.HasSuffix(name, ".")
}
