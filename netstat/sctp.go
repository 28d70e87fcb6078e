package netstat

import (
	"io"
	"iter"
	"net/netip"
	"strconv"
	"strings"

	"classicnet/internal/out"
	"classicnet/procnet"
)

// iterInodes are the inodes of sockets.
type iterInodes = iter.Seq[uint64]

func listEndpoints(l *listing, f io.Reader) error {
	w := walk{listing: l, bogus: l.warned("sctp eps")}
	procnet.SCTPEndpoints(f)(func(e procnet.SCTPEndpoint, err error) bool {
		switch {
		case !w.takes(err):
			return w.more()
		case l.json != nil:
			return w.put(l.json.endpoint(w.line(), l, &e))
		}
		return w.put(l.appendEndpoint(w.line(), &e))
	})
	return w.ended
}

func listAssociations(l *listing, f io.Reader) error {
	w := walk{listing: l, bogus: l.warned("sctp assoc")}
	procnet.SCTPAssociations(f)(func(a procnet.SCTPAssociation, err error) bool {
		switch {
		case !w.takes(err):
			return w.more()
		case l.json != nil:
			return w.put(l.json.association(w.line(), l, &a))
		}
		return w.put(l.appendAssociation(w.line(), &a))
	})
	return w.ended
}

func endpointInodes(_ *listing, f io.Reader) iterInodes {
	return func(yield func(uint64) bool) {
		for e, err := range procnet.SCTPEndpoints(f) {
			if err == nil && !yield(e.Inode) {
				return
			}
		}
	}
}

func associationInodes(_ *listing, f io.Reader) iterInodes {
	return func(yield func(uint64) bool) {
		for a, err := range procnet.SCTPAssociations(f) {
			if err == nil && !yield(a.Inode) {
				return
			}
		}
	}
}

const (
	sctpIndent = 20 // of the lines below the first
	sctpEnds   = 47 // the columns of both ends
)

// appendEndpoint appends a line for each address, and the columns of -e, -p and -o
// behind the last.
func (l *listing) appendEndpoint(b []byte, e *procnet.SCTPEndpoint) []byte {
	first := true
	for word := range strings.FieldsSeq(e.Addrs) {
		if !first {
			b = append(b, '\n')
		}
		start := len(b)
		if first {
			b = append(b, "sctp"...)
		}
		b = out.PadRight(b, start, sctpIndent)
		start = len(b)
		b = out.PadRight(l.appendSCTPEnd(b, word, e.Port), start, sctpEnds)
		b = append(b, ' ')
		start = len(b)
		if first {
			b = appendState(b, tcpStates[:], uint64(e.State))
		}
		b = out.PadRight(b, start, 11)
		first = false
	}
	return l.endSCTP(b, e.UID, e.Inode)
}

// appendAssociation appends a line for each pair of addresses.
func (l *listing) appendAssociation(b []byte, a *procnet.SCTPAssociation) []byte {
	b = append(b, "sctp  "...)
	b = out.AppendRightInt(b, int64(a.RxQueue), 6)
	b = append(out.AppendRightInt(append(b, ' '), int64(a.TxQueue), 6), ' ')
	local, nextLocal := firstAddr(a.Local)
	remote, nextRemote := firstAddr(a.Remote)
	start := len(b)
	b = append(out.PadRight(l.appendSCTPEnd(b, local, a.LocalPort), start, endWidth), ' ')
	start = len(b)
	b = append(out.PadRight(l.appendSCTPEnd(b, remote, a.RemotePort), start, endWidth), ' ')
	start = len(b)
	b = out.PadRight(appendState(b, tcpStates[:], uint64(a.State)), start, 11)
	for nextLocal != "" || nextRemote != "" {
		local, nextLocal = firstAddr(nextLocal)
		remote, nextRemote = firstAddr(nextRemote)
		b = out.AppendBlanks(append(b, '\n'), sctpIndent)
		start = len(b)
		b = append(out.PadRight(l.appendSCTPAddr(b, local), start, endWidth), ' ')
		start = len(b)
		b = out.PadRight(l.appendSCTPAddr(b, remote), start, endWidth)
		b = out.AppendBlanks(b, 1+11)
	}
	return l.endSCTP(b, a.UID, a.Inode)
}

// endSCTP appends what ends a row. -o has no more than its blank.
func (l *listing) endSCTP(b []byte, uid uint32, inode uint64) []byte {
	b = l.appendOwner(b, uid, inode)
	if l.options.Timers {
		b = append(b, ' ')
	}
	return append(b, '\n')
}

// firstAddr cuts a list of addresses behind the first.
func firstAddr(list string) (first, rest string) {
	first, rest, _ = strings.Cut(strings.TrimLeft(list, " "), " ")
	return first, strings.TrimLeft(rest, " ")
}

func (l *listing) appendSCTPEnd(b []byte, word string, port uint32) []byte {
	b = append(l.appendSCTPAddr(b, word), ':')
	if port == 0 {
		return append(b, '*')
	}
	return strconv.AppendUint(b, uint64(port), 10)
}

// sctpMost is how much of an address is shown.
const sctpMost = 63

// appendSCTPAddr appends an address as the kernel writes it, or its name. Any kind of
// number in place of a name keeps it from one, as the classic tool has it.
func (l *listing) appendSCTPAddr(b []byte, word string) []byte {
	word = strings.TrimPrefix(word, "*")
	a, err := netip.ParseAddr(word)
	if err != nil {
		return append(b, word...)
	}
	o := &l.options
	naming := l.naming
	if o.Numeric || o.Symbolic || o.Hosts || o.Ports || o.Users {
		naming = &names{rules: l.naming.rules}
	}
	start := len(b)
	b = naming.appendAddr(b, a)
	return b[:min(len(b), start+sctpMost)]
}
