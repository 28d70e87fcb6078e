package procnet

import (
	"bytes"
	"encoding/binary"
	"io"
	"iter"
	"net/netip"
)

// Masqueraded is a line of /proc/net/ip_masquerade: a connection that Linux 2.0
// or 2.2 masqueraded.
type Masqueraded struct {
	Protocol  string         // "TCP", "UDP", "ICMP" ...
	From, To  netip.AddrPort // the ends, as the machine behind sees them
	Port      uint16         // in whose name it goes out
	Sequence  uint32         // from which on Delta counts, of TCP
	Delta     int32          // what is added to sequence numbers behind Sequence
	PrevDelta int32          // Delta before Sequence
	Expires   uint64         // hundredths of a second
}

// Masquerade reads /proc/net/ip_masquerade. Its title line tells whether there is
// a column PDelta, which previous returns; it has ErrEmpty without one. Columns are
// Prc, FromIP:FPrt, ToIP:TPrt, Masq, Init-seq (in hex, in network order), Delta,
// PDelta and Expires (decimal). A line that lacks any is Skipped.
func Masquerade(r io.Reader) (previous func() bool, rows iter.Seq2[Masqueraded, error]) {
	titled := false
	return func() bool { return titled }, func(yield func(Masqueraded, error) bool) {
		in := newLines(r, "/proc/net/ip_masquerade", 1022)
		titles, err := in.titles()
		if err != nil {
			yield(Masqueraded{}, err)
			return
		}
		titled = bytes.Contains(titles, []byte("PDelta"))
		if err := in.each(func(c *cursor) bool {
			var row Masqueraded
			s := strict{c, &in.texts}
			s.text("Prc", &row.Protocol)
			s.masqueraded("FromIP", &row.From)
			s.masqueraded("ToIP", &row.To)
			var port uint64
			s.hex64("Masq", &port)
			row.Port = uint16(port)
			s.hex("Init-seq", &row.Sequence)
			s.decimal("Delta", &row.Delta)
			if titled {
				s.decimal("PDelta", &row.PrevDelta)
			}
			s.decimal64("Expires", &row.Expires)
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(Masqueraded{}, err)
		}
	}
}

// masqueraded is an address and a port in network order.
func (s strict) masqueraded(field string, to *netip.AddrPort) {
	var number, port uint64
	s.hex64(field, &number)
	s.colon(field)
	s.hex64(field, &port)
	var a [4]byte
	binary.BigEndian.PutUint32(a[:], uint32(number))
	*to = netip.AddrPortFrom(netip.AddrFrom4(a), uint16(port))
}
