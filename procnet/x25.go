package procnet

import (
	"io"
	"iter"
)

// X25Route is a line of /proc/net/x25/route or, before Linux 2.6,
// /proc/net/x25_routes, which is what the classic tools open.
type X25Route struct {
	Address string // up to 15 digits; "" matches all
	Digits  int32  // how many leading digits of Address count
	Device  string // the interface, "???" if it has none
}

// X25Routes reads the X.25 routing table, /proc/net/x25/route or
// /proc/net/x25_routes. It has a title line; its columns are
// Address (15 wide, may be blank), Digits and Device. A line that lacks
// Digits or Device is Skipped.
func X25Routes(r io.Reader) iter.Seq2[X25Route, error] {
	return func(yield func(X25Route, error) bool) {
		in := newLines(r, "/proc/net/x25/route", 1022)
		in.next()
		if err := in.each(func(c *cursor) bool {
			var row X25Route
			s := strict{c, &in.texts}
			row.Address = s.texts.keep(s.fixed(15))
			s.decimal("Digits", &row.Digits)
			s.text("Device", &row.Device)
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(X25Route{}, err)
		}
	}
}
