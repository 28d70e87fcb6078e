package procnet

import "net/netip"

// strict reads the columns of a file whose malformed lines show no row. It
// reads nothing after the first fault, so a reader is a list of its columns.
type strict struct {
	*cursor
	texts *texts
	fault fault
}

// done notes what is wrong with a column, if it wasn't ok.
func (s *strict) done(field string, ok bool, wrong error) {
	switch {
	case ok:
	case len(s.rest) == 0:
		s.fault = fault{field, errMissing, true}
	default:
		s.fault = fault{field, wrong, true}
	}
}

// address6 is a word of 32 hex digits.
func (s *strict) address6(field string, to *netip.Addr) {
	if s.fault.err == nil {
		a, ok := s.cursor.address6()
		*to = a
		s.done(field, ok, errAddress)
	}
}

// hex is %x.
func (s *strict) hex(field string, to *uint32) {
	if s.fault.err == nil {
		n, ok := s.cursor.hex()
		*to = n
		s.done(field, ok, errNumber)
	}
}

// text is a word.
func (s *strict) text(field string, to *string) {
	if s.fault.err == nil {
		w, ok := s.cursor.text()
		*to = s.texts.keep(w)
		s.done(field, ok, errMissing)
	}
}
