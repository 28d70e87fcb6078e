package resolve

import (
	"net/netip"
	"strings"

	"classicnet/internal/cnum"
)

// networks is /etc/networks. The first line of a name or number counts.
type networks struct {
	addrs map[string]netip.Addr // by name in lower case
	names map[netip.Addr]string
}

func (r *Resolver) readNetworks() *networks {
	if r.networks != nil {
		return r.networks
	}
	n := &networks{map[string]netip.Addr{}, map[netip.Addr]string{}}
	for fields := range r.lines(pathNetworks) {
		if len(fields) < 2 {
			continue
		}
		if addr, ok := networkNumber(fields[1]); ok {
			n.add(addr, fields[0], fields[2:])
		}
	}
	r.networks = n
	return n
}

func (n *networks) add(addr netip.Addr, name string, aliases []string) {
	if _, known := n.names[addr]; !known {
		n.names[addr] = name
	}
	for _, name := range append([]string{name}, aliases...) {
		key := strings.ToLower(name)
		if _, known := n.addrs[key]; !known {
			n.addrs[key] = addr
		}
	}
}

// networkNumber reads up to four bytes, decimal, octal or hexadecimal; those
// that are missing at the right are 0, so 10 is 10.0.0.0.
func networkNumber(text string) (netip.Addr, bool) {
	var addr [4]byte
	for i, part := range strings.Split(text, ".") {
		v, rest := cnum.Strtoul(part)
		if part == "" || rest != "" || v > 255 || i == len(addr) {
			return netip.Addr{}, false
		}
		addr[i] = byte(v)
	}
	return netip.AddrFrom4(addr), true
}
