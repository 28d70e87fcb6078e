package netstat

import (
	"net/netip"
	"strconv"

	"classicnet/internal/netaddr"
	"classicnet/internal/out"
	"classicnet/internal/resolve"
	"classicnet/procnet"
)

// names are what numbers are shown as.
type names struct {
	rules    *naming
	resolver *resolve.Resolver
	hosts    *resolve.Names // nil: addresses are shown as numbers
	byPort   bool
	ports    *resolve.Ports // read once one is asked for
	byUser   bool
	users    map[uint32]string
}

// newNames are those of a round.
func (c *command) newNames() *names {
	o := &c.options
	n := &names{rules: &c.format().naming, resolver: c.Names, byPort: !o.Numeric && !o.Ports && !o.JSON, byUser: !o.Numeric && !o.Users}
	if !o.Numeric && !o.Hosts && !o.JSON {
		n.hosts = resolve.NewNames(c.Names, resolve.ListingParallel, resolve.ListingBudget)
	}
	return n
}

// close ends the look-ups.
func (n *names) close() {
	if n.hosts != nil {
		n.hosts.Close()
	}
}

// looks tells whether names are looked up that are worth to be asked for early.
func (n *names) looks() bool { return n.hosts != nil }

// ask starts the look-ups for a row.
func (n *names) ask(s *procnet.Socket) {
	n.askHost(s.Local.Addr())
	n.askHost(s.Remote.Addr())
	if n.byUser {
		n.resolver.AskUser(s.UID)
	}
}

func (n *names) askHost(a netip.Addr) {
	switch {
	case n.hosts == nil || a.IsUnspecified() && !(a.Is4() && n.rules.zero):
	case isNetwork(a) && !n.rules.zero:
		n.resolver.AskNetwork(a)
	default:
		n.hosts.Ask(a)
	}
}

// isNetwork tells that an address is looked up as a network, as the classic tool
// does where its first byte is 0.
func isNetwork(a netip.Addr) bool { return a.Is4() && a.As4()[0] == 0 }

// appendAddr appends an address or its name.
func (n *names) appendAddr(b []byte, a netip.Addr) []byte {
	if n.hosts != nil {
		if name := n.addrName(a); name != "" {
			return append(b, name...)
		}
	}
	if a.Is4() {
		return netaddr.Append4(b, a)
	}
	if n.rules.mapped {
		return netaddr.Append6(b, a)
	}
	return netaddr.AppendPlain6(b, a)
}

// addrName is the name of an address, "" for none.
func (n *names) addrName(a netip.Addr) (name string) {
	switch {
	case a.Is4() && n.rules.zero:
		name, _ = n.hosts.Name(a)
	case a.Is4() && a.IsUnspecified():
	case a.IsUnspecified():
		return n.rules.unspecified
	case isNetwork(a):
		name, _ = n.resolver.NetworkName(a)
	default:
		name, _ = n.hosts.Name(a)
	}
	return name
}

// appendPort appends a port or its name by a protocol; "" has none.
func (n *names) appendPort(b []byte, port uint16, protocol string) []byte {
	if port == 0 {
		return append(b, '*')
	}
	if n.byPort && protocol != "" {
		if n.ports == nil {
			n.ports = n.resolver.ReadPorts()
		}
		if name := n.ports.Name(protocol, port); name != "" {
			return append(b, name...)
		}
	}
	return strconv.AppendUint(b, uint64(port), 10)
}

// userWidth is that of the column of users.
const userWidth = 10

// appendUser appends the column of a user.
func (n *names) appendUser(b []byte, uid uint32) []byte {
	if name := n.user(uid); name != "" {
		return out.AppendLeft(b, name, userWidth)
	}
	return out.AppendLeftInt(b, int64(int32(uid)), userWidth)
}

// user is the name of a user, "" for none. Each is looked up once.
func (n *names) user(uid uint32) string {
	if !n.byUser {
		return ""
	}
	name, known := n.users[uid]
	if known {
		return name
	}
	if n.users == nil {
		n.users = map[uint32]string{}
	}
	name, _ = n.resolver.UserName(uid)
	n.users[uid] = name
	return name
}

const (
	endWidth  = 23  // of the column of an address and a port
	endLength = 22  // how long both are together
	portMost  = 18  // how much of a long port is left
	wideMost  = 127 // how long both are with -W, and a colon
)

// appendWholeEnd appends the same without a limit.
func (l *listing) appendWholeEnd(b []byte, end netip.AddrPort, protocol string) []byte {
	start := len(b)
	b = append(l.naming.appendAddr(b, end.Addr()), ':')
	return out.PadRight(l.naming.appendPort(b, end.Port(), protocol), start, endWidth)
}

// appendEnd appends the column of one end of a socket.
func (l *listing) appendEnd(b []byte, end netip.AddrPort, protocol string) []byte {
	var room [resolve.LongestPort]byte
	start := len(b)
	b = l.naming.appendAddr(b, end.Addr())
	port := l.naming.appendPort(room[:0], end.Port(), protocol)
	if l.options.Wide {
		b = append(append(b, ':'), port...)
		b = b[:min(len(b), start+wideMost)]
		return out.PadRight(b, start, endWidth)
	}
	if len(b)-start+len(port) > endLength {
		port = port[:min(len(port), portMost)]
		b = b[:min(len(b), start+endLength-len(port))]
	}
	return out.PadRight(append(append(b, ':'), port...), start, endWidth)
}
