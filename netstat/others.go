package netstat

import (
	"encoding/hex"
	"io"

	"classicnet/internal/out"
	"classicnet/procnet"
)

// The words of states, by number.
var (
	ax25States   = []string{"LISTENING", "SABM SENT", "DISC SENT", "ESTABLISHED", "RECOVERY"}
	x25States    = []string{"LISTENING", "SABM_SENT", "DISC_SENT", "ESTABLISHED", "RECOVERY"}
	netromStates = []string{"LISTENING", "CONN SENT", "DISC SENT", "ESTABLISHED"}
)

// others begins a file under its title. Of a line that can't be read it says so on
// standard output, as the classic tools do.
func (l *listing) others(title, path string) *walk {
	if l.json == nil {
		l.Out.WriteString(title) //nolint:errcheck // Close tells
	}
	return &walk{listing: l, bogus: func(*procnet.LineError) {
		if l.json == nil {
			l.Out.WriteString("Problem reading data from " + path + "\n") //nolint:errcheck // Close tells
		}
	}}
}

func listAX25(l *listing, f io.Reader) error {
	const title = "Active AX.25 sockets\n" +
		"Dest       Source     Device  State        Vr/Vs    Send-Q  Recv-Q\n"
	w := l.others(title, "/proc/net/ax25")
	procnet.AX25Sockets(f)(func(s procnet.RadioSocket, err error) bool {
		switch {
		case !w.takes(err):
			return w.more()
		case l.json != nil:
			return w.put(l.json.radio(w.line(), "ax25", ax25States, &s))
		}
		return w.put(appendRadio(w.line(), ax25States, &s))
	})
	return w.ended
}

func listNetrom(l *listing, f io.Reader) error {
	const title = "Active NET/ROM sockets\n" +
		"User       Dest       Source     Device  State        Vr/Vs    Send-Q  Recv-Q\n"
	w := l.others(title, "/proc/net/nr")
	procnet.NetromSockets(f)(func(s procnet.RadioSocket, err error) bool {
		switch {
		case !w.takes(err):
			return w.more()
		case l.json != nil:
			return w.put(l.json.radio(w.line(), "netrom", netromStates, &s))
		}
		return w.put(appendRadio(append(out.AppendLeft(w.line(), s.User, 9), "  "...), netromStates, &s))
	})
	return w.ended
}

func appendRadio(b []byte, states []string, s *procnet.RadioSocket) []byte {
	b = append(out.AppendLeft(b, s.Dest, 9), "  "...)
	b = append(out.AppendLeft(b, s.Source, 9), "  "...)
	b = append(out.AppendLeft(b, s.Device, 6), "  "...)
	b = append(appendColumn(b, states, s.State), "  "...)
	b = append(appendZeros(b, s.VR, 3), '/')
	b = append(appendZeros(b, s.VS, 3), "  "...)
	b = append(out.AppendLeftUint(b, s.TxQueue, 6), "  "...)
	return append(out.AppendLeftUint(b, s.RxQueue, 6), '\n')
}

// appendColumn appends the column of a state.
func appendColumn(b []byte, states []string, state int32) []byte {
	start := len(b)
	return out.PadRight(appendState(b, states, uint64(uint32(state))), start, 11)
}

// appendZeros is %0Nd.
func appendZeros(b []byte, v int32, width int) []byte {
	var room [12]byte
	digits := out.AppendLeftInt(room[:0], int64(v), 0)
	if v < 0 {
		b, digits, width = append(b, '-'), digits[1:], width-1
	}
	for range width - len(digits) {
		b = append(b, '0')
	}
	return append(b, digits...)
}

func listX25(l *listing, f io.Reader) error {
	const title = "Active X.25 sockets\n" +
		"Dest         Source          Device  LCI  State        Vr/Vs  Send-Q  Recv-Q\n"
	w := l.others(title, "/proc/net/x25")
	procnet.X25Sockets(f)(func(s procnet.X25Socket, err error) bool {
		switch {
		case !w.takes(err) || s.LCI == 0 && !l.options.All:
			return w.more()
		case l.json != nil:
			return w.put(l.json.x25(w.line(), &s))
		}
		return w.put(appendX25(w.line(), &s))
	})
	return w.ended
}

// x25Source is how much of an address the classic tool has room for.
const x25Source = 9

func appendX25(b []byte, s *procnet.X25Socket) []byte {
	b = append(out.AppendLeft(b, s.Dest, 15), ' ')
	b = append(out.AppendLeft(b, s.Source[:min(len(s.Source), x25Source)], 15), ' ')
	b = append(out.AppendLeft(b, s.Device, 7), ' ')
	b = append(out.AppendLeftInt(b, int64(s.LCI), 3), "  "...)
	b = append(appendColumn(b, x25States, s.State), "  "...)
	b = append(appendZeros(b, s.VR, 2), '/')
	b = append(appendZeros(b, s.VS, 2), "  "...)
	b = append(out.AppendLeftInt(b, int64(s.TxQueue), 6), "  "...)
	return append(out.AppendLeftInt(b, int64(s.RxQueue), 6), '\n')
}

func listROSE(l *listing, f io.Reader) error {
	const title = "Active ROSE sockets\n" +
		"dest_addr   dest_call  src_addr    src_call  dev   lci neigh   state\n"
	w := l.others(title, "/proc/net/rose")
	procnet.ROSESockets(f)(func(s procnet.ROSESocket, err error) bool {
		switch {
		case !w.takes(err):
			return w.more()
		case l.json != nil:
			return w.put(l.json.rose(w.line(), &s))
		}
		return w.put(appendROSE(w.line(), &s))
	})
	return w.ended
}

func appendROSE(b []byte, s *procnet.ROSESocket) []byte {
	b = append(out.AppendLeft(b, s.DestAddr, 10), "  "...)
	b = append(out.AppendLeft(b, s.DestCall, 9), "  "...)
	b = append(out.AppendLeft(b, s.SourceAddr, 10), "  "...)
	b = append(out.AppendLeft(b, s.SourceCall, 9), ' ')
	b = append(out.AppendLeft(b, s.Device, 5), ' ')
	b = append(out.AppendRightInt(b, int64(s.LCI), 3), ' ')
	b = append(out.AppendRightInt(b, int64(s.Neighbour), 5), "   "...)
	return append(appendState(b, netromStates, uint64(uint32(s.State))), '\n')
}

func listIPX(l *listing, f io.Reader) error {
	title := "Active IPX sockets\n" +
		"Proto Recv-Q Send-Q Local Address              Foreign Address            State"
	if l.options.extended() {
		title += " User"
	}
	w := l.others(title+"\n", "/proc/net/ipx/socket")
	procnet.IPXSockets(f)(func(s procnet.IPXSocket, err error) bool {
		switch {
		case !w.takes(err):
			return w.more()
		case l.json != nil:
			return w.put(l.json.ipx(w.line(), l, &s))
		}
		return w.put(l.appendIPX(w.line(), &s))
	})
	return w.ended
}

// ipxState is the word of a state.
func ipxState(state uint32) string {
	switch state {
	case stateEstablished:
		return "ESTAB"
	case stateClosed:
		return ""
	}
	return "UNK."
}

// appendIPX has the queues the wrong way round, as ever.
func (l *listing) appendIPX(b []byte, s *procnet.IPXSocket) []byte {
	b = append(b, "IPX   "...)
	b = append(out.AppendRightUint(b, uint64(s.TxQueue), 6), ' ')
	b = append(out.AppendRightUint(b, uint64(s.RxQueue), 6), ' ')
	b = append(out.AppendLeft(b, ipxText(&s.Local), 26), ' ')
	b = append(out.AppendLeft(b, ipxText(&s.Remote), 26), ' ')
	b = out.AppendLeft(b, ipxState(s.State), 5)
	if l.options.extended() {
		b = l.naming.appendUser(append(b, ' '), s.UID)
	}
	return append(b, '\n')
}

// ipxText is an address with its port.
func ipxText(a *procnet.IPXAddr) string {
	if *a == (procnet.IPXAddr{}) {
		return "-"
	}
	text := ""
	if a.Network != 0 {
		text = upperHex(byte(a.Network>>24), byte(a.Network>>16), byte(a.Network>>8), byte(a.Network))
		if a.Node != [6]byte{} {
			text += ":" + upperHex(a.Node[:]...)
		}
	}
	return text + ":" + upperHex(byte(a.Port), byte(a.Port>>8))
}

func upperHex(bytes ...byte) string {
	text := []byte(hex.EncodeToString(bytes))
	for i, c := range text {
		if c >= 'a' {
			text[i] = c - 'a' + 'A'
		}
	}
	return string(text)
}
