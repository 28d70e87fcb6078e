package netstat

import (
	"io"
	"iter"
	"strconv"

	"classicnet/internal/out"
	"classicnet/internal/resolve"
	"classicnet/procnet"
)

// protocol is how the sockets of one are shown.
type protocol struct {
	word    string // in the listing
	kind    string // in a warning
	ports   string // whose names its ports have
	network string // of JSON
	read    func(io.Reader) iter.Seq2[procnet.Socket, error]
	// server tells whether a socket is shown with -l, and not without.
	server func(*procnet.Socket) bool
	state  func(b []byte, state uint32) []byte
	timer  func(b []byte, s *procnet.Socket) []byte
}

var (
	tcp      = protocol{"tcp", "tcp", "tcp", "ipv4", procnet.TCPSockets, noRemotePort, appendTCPState, appendTCPTimer}
	tcp6     = protocol{"tcp6", "tcp", "tcp", "ipv6", procnet.TCPSockets, noRemotePort, appendTCPState, appendTCPTimer}
	udp      = protocol{"udp", "udp", "udp", "ipv4", procnet.UDPSockets, noRemoteAddr, appendUDPState, appendUDPTimer}
	udp6     = protocol{"udp6", "udp", "udp", "ipv6", procnet.UDPSockets, noRemoteAddr, appendUDPState, appendUDPTimer}
	udplite  = protocol{"udpl", "udp", "udp", "ipv4", procnet.UDPSockets, noRemoteAddr, appendUDPState, appendUDPTimer}
	udplite6 = protocol{"udpl6", "udp", "udp", "ipv6", procnet.UDPSockets, noRemoteAddr, appendUDPState, appendUDPTimer}
	raw      = protocol{"raw", "raw", "raw", "ipv4", procnet.UDPSockets, noRemoteAddr, appendRawState, appendRawTimer}
	raw6     = protocol{"raw6", "raw", "raw", "ipv6", procnet.UDPSockets, noRemoteAddr, appendRawState, appendRawTimer}
)

// A server is told by its far end, not by its state: so the classic tool shows
// sockets that are bound and nothing more.

func noRemotePort(s *procnet.Socket) bool { return s.Remote.Port() == 0 }
func noRemoteAddr(s *procnet.Socket) bool { return s.Remote.Addr().IsUnspecified() }

// withServers and withConnections tell what -l and -a choose.

func withServers(o *options) bool     { return o.All || o.Listening }
func withConnections(o *options) bool { return o.All || !o.Listening }

// chooses tells whether a server, or what is none, is shown.
func (o *options) chooses(server bool) bool { return o.All || o.Listening == server }

// sockets lists a file of sockets.
func (l *listing) sockets(f io.Reader, p *protocol) error {
	rows := p.read(f)
	if l.naming.looks() {
		rows = resolve.Ahead(rows, resolve.ListingAhead, func(s *procnet.Socket, _ error) {
			if l.options.chooses(p.server(s)) {
				l.naming.ask(s)
			}
		})
	}
	w := walk{listing: l, bogus: l.warned(p.kind)}
	var s procnet.Socket // one for all rows: what the format is given would be made anew for each
	rows(func(row procnet.Socket, err error) bool {
		s = row
		switch {
		case !w.takes(err) || !l.options.chooses(p.server(&s)):
			return w.more()
		case l.json != nil:
			return w.put(l.json.socket(w.line(), l, p, &s))
		}
		return w.put(l.format.socket(l, w.line(), p, &s))
	})
	return w.ended
}

func (l *listing) socketInodes(f io.Reader, p *protocol) iterInodes {
	return func(yield func(uint64) bool) {
		for s, err := range p.read(f) {
			if err == nil && l.options.chooses(p.server(&s)) && !yield(s.Inode) {
				return
			}
		}
	}
}

// appendSocket appends the row of a socket.
func (l *listing) appendSocket(b []byte, p *protocol, s *procnet.Socket) []byte {
	b = out.AppendLeft(b, p.word, 6)
	b = out.AppendRightInt(b, int64(s.RxQueue), 6)
	b = out.AppendRightInt(append(b, ' '), int64(s.TxQueue), 6)
	b = l.appendEnd(append(b, ' '), s.Local, p.ports)
	b = l.appendEnd(append(b, ' '), s.Remote, p.ports)
	b = append(b, ' ')
	start := len(b)
	b = out.PadRight(p.state(b, s.State), start, 11)
	b = l.appendOwner(b, s.UID, s.Inode)
	if l.options.Timers {
		b = p.timer(append(b, ' '), s)
	}
	return append(b, '\n')
}

// appendOwner appends the columns of -e and -p.
func (l *listing) appendOwner(b []byte, uid uint32, inode uint64) []byte {
	if l.options.extended() {
		b = l.naming.appendUser(append(b, ' '), uid)
		b = out.AppendLeftUint(append(b, ' '), inode, 10)
	}
	if l.options.Programs {
		b = l.owners.appendProgram(append(b, ' '), inode)
	}
	return b
}

// inetTitle comes once before all Internet tables.
func inetTitle(l *listing) {
	if l.titled || l.json != nil {
		return
	}
	l.titled = true
	o := &l.options
	text := "Active Internet connections " + o.kind() + l.format.inetColumns(l)
	if o.Timers {
		text += " Timer"
	}
	l.Out.WriteString(text + "\n") //nolint:errcheck // Close tells
}

// programTitle is that of -p.
func (l *listing) programTitle() string {
	if l.options.Programs {
		return " PID/Program name    "
	}
	return ""
}

// kind is what a title says of -l and -a, with the end of its line.
func (o *options) kind() string {
	switch {
	case o.All:
		return "(servers and established)\n"
	case o.Listening:
		return "(only servers)\n"
	}
	return "(w/o servers)\n"
}

func appendUint(b []byte, v uint64) []byte { return strconv.AppendUint(b, v, 10) }
