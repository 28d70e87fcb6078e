package procnet

import (
	"bytes"
	"net/netip"
)

// strict reads the columns of a file whose malformed lines show no row. After
// the first fault it stands at the end of the line, so the columns that are left
// read as zeros and a reader is a list of its columns.
type strict struct {
	*cursor
	texts *texts
}

// done notes what is wrong with a column that couldn't be read.
func (s strict) done(field string, ok bool, wrong error) {
	if !ok {
		s.reject(field, s.lack(wrong))
	}
}

// reject gives the line up.
func (s strict) reject(field string, err error) {
	s.fail(field, err)
	s.fault.skipped = true
	s.at = len(s.line)
}

// inet6 is a word of 32 hex digits.
func (s strict) inet6(field string, to *netip.Addr) {
	var a [16]byte
	ok := s.hexBytes(a[:])
	*to = netip.AddrFrom16(a)
	s.done(field, ok, errAddress)
}

// inet is a dotted quad.
func (s strict) inet(field string, to *netip.Addr) {
	s.skipSpace()
	start := s.at
	word, _ := s.cursor.text()
	a, err := netip.ParseAddr(s.texts.keep(word))
	ok := err == nil && a.Is4()
	if ok {
		*to = a
	} else {
		s.at = start
	}
	s.done(field, ok, errAddress)
}

// hex is %x.
func (s strict) hex(field string, to *uint32) {
	n, ok := s.number(base16)
	*to = n
	s.judgeNumber(field)
	s.done(field, ok, errNumber)
}

// hexLong is %lx of a kernel of any size.
func (s strict) hexLong(field string, to *uint64) {
	n, ok := s.long(base16)
	*to = n
	s.judgeNumber(field)
	s.done(field, ok, errNumber)
}

// decimal is %d.
func (s strict) decimal(field string, to *int32) {
	n, ok := s.number(base10)
	*to = int32(n)
	s.judgeNumber(field)
	s.done(field, ok, errNumber)
}

// text is a word.
func (s strict) text(field string, to *string) {
	w, ok := s.cursor.text()
	*to = s.texts.keep(w)
	s.done(field, ok, errMissing)
}

// bytes is a word of two hex digits for each byte of to.
func (s strict) bytes(field string, to []byte) {
	s.done(field, s.hexBytes(to), errAddress)
}

// words is what is left of the line.
func (s strict) words(to *string) {
	*to = s.texts.keep(trimSpace(s.rest()))
	s.at = len(s.line)
}

// literal takes a text and white space before it, if it stands there.
//
//go:noinline
func (s strict) literal(text string) bool {
	s.skipSpace()
	if !bytes.HasPrefix(s.cursor.rest(), []byte(text)) {
		return false
	}
	s.at += len(text)
	return true
}
