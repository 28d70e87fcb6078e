package procnet

import (
	"io"
	"iter"
)

// AX25Route is a line of /proc/net/ax25_route.
type AX25Route struct {
	Callsign    string // of the station, "default" for any
	Device      string // the interface, "???" if it has none
	Mode        string // of IP: "vc" connected, "dg" datagram, "*" the interface's
	Digipeaters string // call signs on the way, with a blank between them
}

// AX25Routes reads /proc/net/ax25_route. It has a title line; its columns are
// callsign, dev, mode and digipeaters. A line that lacks any but the last is
// Skipped.
func AX25Routes(r io.Reader) iter.Seq2[AX25Route, error] {
	return func(yield func(AX25Route, error) bool) {
		in := newLines(r, "/proc/net/ax25_route", 1022)
		in.next()
		if err := in.each(func(c *cursor) bool {
			var row AX25Route
			s := strict{c, &in.texts}
			s.text("callsign", &row.Callsign)
			s.text("dev", &row.Device)
			s.text("mode", &row.Mode)
			s.words(&row.Digipeaters)
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(AX25Route{}, err)
		}
	}
}
