package resolve

import (
	"net/netip"
	"strings"
)

// hosts is /etc/hosts, or a part of it. The first line of a name or address
// counts; names are found in any case and shown as they are written.
type hosts struct {
	addrs map[string][]netip.Addr // by name in lower case, in file order
	names map[netip.Addr]string   // the first name of a line
}

func (r *Resolver) readHosts() *hosts {
	if r.hosts != nil {
		return r.hosts
	}
	h := &hosts{map[string][]netip.Addr{}, map[netip.Addr]string{}}
	for fields := range r.lines(pathHosts) {
		if addr, err := netip.ParseAddr(fields[0]); err == nil && len(fields) > 1 {
			h.add(addr.WithZone(""), fields[1:])
		}
	}
	r.hosts = h
	return h
}

// add takes an IPv4-mapped line for the IPv4 address that it is.
func (h *hosts) add(addr netip.Addr, names []string) {
	addr = addr.Unmap()
	if _, known := h.names[addr]; !known {
		h.names[addr] = names[0]
	}
	for _, name := range names {
		key := strings.ToLower(name)
		h.addrs[key] = append(h.addrs[key], addr)
	}
}

// addr is the first address of a family that a name has.
func (h *hosts) addr(name string, v6 bool) (netip.Addr, bool) {
	for _, a := range h.addrs[strings.ToLower(name)] {
		if a.Is6() == v6 {
			return a, true
		}
	}
	return netip.Addr{}, false
}
