package resolve

import (
	"cmp"
	"io"
	"net/netip"
	"slices"
	"strings"
	"sync"

	"classicnet/procnet"
)

// machine is what nss-myhostname(8) knows without asking anybody: this machine's
// own name, its gateways, and names that are the same everywhere. Each file is read
// when a question needs it, once.
type machine struct {
	open func(path string) (io.ReadCloser, error)
	from func(to netip.Addr) (netip.Addr, bool) // the address that packets to another have

	name      func() string
	gateways4 func() []netip.Addr // of the default routes, by their metric
	gateways6 func() []netip.Addr
	addrs4    func() []netip.Addr // the machine's own, without those of its loopback
	addrs6    func() []netip.Addr
}

func (r *Resolver) newMachine() *machine {
	m := &machine{open: r.open, from: func(netip.Addr) (a netip.Addr, ok bool) { return }}
	if s, ok := r.dns.(sourcer); ok {
		m.from = s.SourceOf
	}
	m.name = sync.OnceValue(m.readName)
	m.gateways4, m.gateways6 = sync.OnceValue(m.readGateways4), sync.OnceValue(m.readGateways6)
	m.addrs4, m.addrs6 = sync.OnceValue(m.readAddrs4), sync.OnceValue(m.readAddrs6)
	return m
}

// sourcer is a DNS that can tell which of the machine's addresses packets to
// another come from.
type sourcer interface {
	SourceOf(to netip.Addr) (netip.Addr, bool)
}

// The names beside the machine's own.
const (
	gatewayName  = "_gateway"
	outboundName = "_outbound"
	loopbackName = "localhost"
)

// Addresses of the loopback by their last byte: its own, that of a machine that has
// no other, and where systemd-resolved listens.
const (
	loopbackByte = 1
	ownByte      = 2
	stubByte     = 53
	proxyByte    = 54
)

func loopback(last byte) netip.Addr { return netip.AddrFrom4([4]byte{127, 0, 0, last}) }

// addr is the first address that a name has.
func (m *machine) addr(name string, v6 bool) (netip.Addr, Reason) {
	list, known := m.list(strings.TrimSuffix(string(appendLower(nil, name)), "."), v6)
	switch {
	case !known:
		return netip.Addr{}, NoHost
	case len(list) == 0:
		return netip.Addr{}, NoAddress
	}
	return list[0], NoError
}

// list are all of them; known is false for a name that isn't this machine's to
// tell.
func (m *machine) list(name string, v6 bool) (list []netip.Addr, known bool) {
	switch {
	case name == gatewayName:
		list = m.gateways(v6)
		return list, len(list) > 0
	case name == outboundName:
		list = m.outbound(v6)
		return list, len(list) > 0
	case name == "_localdnsstub" && !v6:
		return []netip.Addr{loopback(stubByte)}, true
	case name == "_localdnsproxy" && !v6:
		return []netip.Addr{loopback(proxyByte)}, true
	case isLoopbackName(name):
		return []netip.Addr{pick(v6, loopback(loopbackByte), netip.IPv6Loopback())}, true
	case name != "" && name == string(appendLower(nil, m.name())):
		if list = m.addrs(v6); len(list) == 0 {
			list = []netip.Addr{pick(v6, loopback(ownByte), netip.IPv6Loopback())}
		}
		return list, true
	}
	return nil, false
}

func pick[T any](v6 bool, four, six T) T {
	if v6 {
		return six
	}
	return four
}

func (m *machine) gateways(v6 bool) []netip.Addr { return pick(v6, m.gateways4, m.gateways6)() }
func (m *machine) addrs(v6 bool) []netip.Addr    { return pick(v6, m.addrs4, m.addrs6)() }

// outbound are the addresses from which the gateways are reached.
func (m *machine) outbound(v6 bool) (list []netip.Addr) {
	for _, gateway := range m.gateways(v6) {
		if a, ok := m.from(gateway); ok {
			list = append(list, a)
		}
	}
	return list
}

// isLoopbackName tells what RFC 6761 has for the loopback's names, with the domain
// that distributions gave them.
func isLoopbackName(name string) bool {
	name = strings.TrimSuffix(name, ".localdomain")
	return name == loopbackName || strings.HasSuffix(name, "."+loopbackName)
}

// nameOf is the name of an address.
func (m *machine) nameOf(a netip.Addr) (string, Reason) {
	name := ""
	switch v6 := a.Is6(); {
	case a == loopback(loopbackByte) || a == netip.IPv6Loopback():
		name = loopbackName
	case a == loopback(ownByte) || slices.Contains(m.addrs(v6), a):
		name = m.name()
	case slices.Contains(m.gateways(v6), a):
		name = gatewayName
	}
	return name, found(name != "")
}

func found(ok bool) Reason {
	if ok {
		return NoError
	}
	return NoHost
}

// readName is gethostname(2): "" for none.
func (m *machine) readName() string {
	file, err := m.open("/proc/sys/kernel/hostname")
	if err != nil {
		return ""
	}
	defer file.Close() //nolint:errcheck // read only
	for line := range Lines(file) {
		if name := strings.Trim(line, white); name != "(none)" {
			return name
		}
	}
	return ""
}

// readGateways4 reads the default routes, which stand first in the table.
func (m *machine) readGateways4() []netip.Addr {
	file, err := m.open("/proc/net/route")
	if err != nil {
		return nil
	}
	defer file.Close() //nolint:errcheck // read only
	var list []gateway
	for r, err := range procnet.Routes(file) {
		if err != nil || !r.Destination.IsUnspecified() {
			break
		}
		if r.Flags&flagGateway != 0 && r.Mask.IsUnspecified() && !r.Gateway.IsUnspecified() {
			list = append(list, gateway{r.Gateway, uint32(r.Metric)})
		}
	}
	return byMetric(list)
}

func (m *machine) readGateways6() []netip.Addr {
	file, err := m.open("/proc/net/ipv6_route")
	if err != nil {
		return nil
	}
	defer file.Close() //nolint:errcheck // read only
	var list []gateway
	for r, err := range procnet.Routes6(file) {
		if err == nil && r.Flags&flagGateway != 0 && r.PrefixLen == 0 && r.SourceLen == 0 {
			list = append(list, gateway{r.NextHop, r.Metric})
		}
	}
	return byMetric(list)
}

// flagGateway is RTF_GATEWAY of <linux/route.h>.
const flagGateway = 2

type gateway struct {
	addr   netip.Addr
	metric uint32
}

func byMetric(list []gateway) (addrs []netip.Addr) {
	slices.SortStableFunc(list, func(a, b gateway) int { return cmp.Compare(a.metric, b.metric) })
	for _, g := range list {
		addrs = append(addrs, g.addr)
	}
	return addrs
}

func (m *machine) readAddrs4() []netip.Addr {
	file, err := m.open("/proc/net/fib_trie")
	if err != nil {
		return nil
	}
	defer file.Close() //nolint:errcheck // read only
	var list []netip.Addr
	for a, err := range procnet.LocalAddrs(file) {
		if err == nil && !a.IsLoopback() {
			list = append(list, a)
		}
	}
	return ownAddrs(list)
}

func (m *machine) readAddrs6() []netip.Addr {
	file, err := m.open("/proc/net/if_inet6")
	if err != nil {
		return nil
	}
	defer file.Close() //nolint:errcheck // read only
	var list []netip.Addr
	for r, err := range procnet.Inet6Addrs(file) {
		if err == nil && !r.Addr.IsLoopback() {
			list = append(list, r.Addr)
		}
	}
	return ownAddrs(list)
}

// ownAddrs puts those that are good for one link alone behind the others, in the
// order of their numbers, and each once.
func ownAddrs(list []netip.Addr) []netip.Addr {
	slices.SortFunc(list, func(a, b netip.Addr) int {
		if a.IsLinkLocalUnicast() != b.IsLinkLocalUnicast() {
			return pick(a.IsLinkLocalUnicast(), -1, 1)
		}
		return a.Compare(b)
	})
	return slices.Compact(list)
}
