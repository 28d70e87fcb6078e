package resolve

import (
	"encoding/binary"
	"io"
	"math"
	"net/netip"
	"strings"
	"sync"

	"classicnet/procnet"
	"classicnet/tool"
)

// machine is what nss-myhostname(8) knows without asking anybody: this machine's
// own name, its gateways, and names that are the same everywhere. Each file is read
// when a question needs it, once.
type machine struct {
	open func(path string) (io.ReadCloser, error)
	dns  tool.DNS

	mu    sync.Mutex
	name  *string     // nil before it was read
	lists [4]addrList // gateways and the machine's own addresses, by family
}

// addrList are addresses of which the first to be told is best.
type addrList struct {
	read bool
	all  []netip.Addr
	best netip.Addr
	rank uint64 // of best: the lower the better
}

// add takes an address; of several of the same rank the first is best.
func (l *addrList) add(a netip.Addr, rank uint64) {
	if !l.best.IsValid() || rank < l.rank {
		l.best, l.rank = a, rank
	}
	l.all = append(l.all, a)
}

func (l *addrList) has(a netip.Addr) bool {
	for _, have := range l.all {
		if have == a {
			return true
		}
	}
	return false
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

// addr is the address of a name that is this machine's to tell.
func (m *machine) addr(name string, v6 bool) (netip.Addr, Reason) {
	m.mu.Lock()
	defer m.mu.Unlock()
	a := m.find(strings.TrimSuffix(string(appendLower(nil, name)), "."), v6)
	return a, found(a.IsValid())
}

// find returns the zero Addr for what it doesn't know.
func (m *machine) find(name string, v6 bool) netip.Addr {
	switch {
	case name == gatewayName:
		return m.list(gateways, v6).best
	case name == outboundName:
		return m.outbound(v6)
	case name == "_localdnsstub" && !v6:
		return loopback(stubByte)
	case name == "_localdnsproxy" && !v6:
		return loopback(proxyByte)
	case isLoopbackName(name):
		return ownLoopback(v6, loopbackByte)
	case name != "" && name == string(appendLower(nil, m.ownName())):
		if best := m.list(addresses, v6).best; best.IsValid() {
			return best
		}
		return ownLoopback(v6, ownByte)
	}
	return netip.Addr{}
}

// outbound is the address from which the gateway is reached.
func (m *machine) outbound(v6 bool) (a netip.Addr) {
	gateway := m.list(gateways, v6).best
	if s, ok := m.dns.(sourcer); ok && gateway.IsValid() {
		a, _ = s.SourceOf(gateway)
	}
	return a
}

func ownLoopback(v6 bool, last byte) netip.Addr {
	if v6 {
		return netip.IPv6Loopback()
	}
	return loopback(last)
}

// isLoopbackName tells what RFC 6761 has for the loopback's names, with the domain
// that distributions gave them.
func isLoopbackName(name string) bool {
	name = strings.TrimSuffix(name, ".localdomain")
	return name == loopbackName || strings.HasSuffix(name, "."+loopbackName)
}

// nameOf is the name of an address.
func (m *machine) nameOf(a netip.Addr) (string, Reason) {
	m.mu.Lock()
	defer m.mu.Unlock()
	name := ""
	switch v6 := a.Is6(); {
	case a == loopback(loopbackByte) || a == netip.IPv6Loopback():
		name = loopbackName
	case a == loopback(ownByte) || m.list(addresses, v6).has(a):
		name = m.ownName()
	case m.list(gateways, v6).has(a):
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

// ownName is gethostname(2): "" for none.
func (m *machine) ownName() string {
	if m.name == nil {
		name := ""
		m.each("/proc/sys/kernel/hostname", func(file io.Reader) {
			for line := range Lines(file) {
				name = strings.Trim(line, white)
				return
			}
		})
		if name == "(none)" {
			name = ""
		}
		m.name = &name
	}
	return *m.name
}

// each hands over a file that there is.
func (m *machine) each(path string, read func(io.Reader)) {
	if file, err := m.open(path); err == nil {
		read(file)
		file.Close() //nolint:errcheck // read only
	}
}

// The lists, by what they are of; the IPv6 one stands behind that of IPv4.
const (
	gateways  = 0
	addresses = 2
)

// list returns one of the lists, read when it is first asked for.
func (m *machine) list(of int, v6 bool) *addrList {
	if v6 {
		of++
	}
	l := &m.lists[of]
	if !l.read {
		l.read = true
		m.each(lists[of].path, func(file io.Reader) { lists[of].read(l, file) })
	}
	return l
}

var lists = [...]struct {
	path string
	read func(*addrList, io.Reader)
}{
	gateways:      {"/proc/net/route", (*addrList).gateways4},
	gateways + 1:  {"/proc/net/ipv6_route", (*addrList).gateways6},
	addresses:     {"/proc/net/fib_trie", (*addrList).addrs4},
	addresses + 1: {"/proc/net/if_inet6", (*addrList).addrs6},
}

// flagGateway is RTF_GATEWAY of <linux/route.h>.
const flagGateway = 2

// gateways4 reads those of the default routes, which stand first in the table; the
// lowest metric is best.
func (l *addrList) gateways4(file io.Reader) {
	for r, err := range procnet.Routes(file) {
		if err != nil || !r.Destination.IsUnspecified() {
			return
		}
		if r.Flags&flagGateway != 0 && r.Mask.IsUnspecified() && !r.Gateway.IsUnspecified() {
			l.add(r.Gateway, uint64(uint32(r.Metric)))
		}
	}
}

func (l *addrList) gateways6(file io.Reader) {
	for r, err := range procnet.Routes6(file) {
		if err == nil && r.Flags&flagGateway != 0 && r.PrefixLen == 0 && r.SourceLen == 0 {
			l.add(r.NextHop, uint64(r.Metric))
		}
	}
}

func (l *addrList) addrs4(file io.Reader) {
	for a, err := range procnet.LocalAddrs(file) {
		if err == nil {
			l.addOwn(a)
		}
	}
}

func (l *addrList) addrs6(file io.Reader) {
	for r, err := range procnet.Inet6Addrs(file) {
		if err == nil {
			l.addOwn(r.Addr)
		}
	}
}

// addOwn takes an address of this machine's but of its loopback. One that is good
// for one link alone is worse than any other, and so is a larger number.
func (l *addrList) addOwn(a netip.Addr) {
	if a.IsLoopback() {
		return
	}
	whole := a.As16()
	rank := binary.BigEndian.Uint64(whole[:]) >> 1
	if a.Is4() {
		rank = binary.BigEndian.Uint64(whole[8:]) & math.MaxUint32
	}
	if a.IsLinkLocalUnicast() {
		rank |= 1 << 63
	}
	l.add(a, rank)
}
