package jsonw

import "unicode/utf8"

// String writes text of any bytes. A byte that is not part of valid UTF-8
// becomes the escape of a lone surrogate, \udc80 to \udcff for 0x80 to 0xff,
// which no valid text can give: different texts stay different, and
// os.fsencode of Python, whose "surrogateescape" this is, has the bytes back.
// Control characters are escaped, those that JSON would allow too, so that none
// reaches a terminal.
//
//go:noinline
func (w *Writer) String(s string) { w.Bytes([]byte(s)) }

// Text is String for what may not be known: null for "".
func (w *Writer) Text(s string) {
	if s == "" {
		w.Null()
		return
	}
	w.String(s)
}

// Bytes is String for text in a slice.
func (w *Writer) Bytes(s []byte) {
	w.begin()
	w.Buf = append(w.Buf, '"')
	for len(s) > 0 {
		n := plain(s)
		w.Buf = append(w.Buf, s[:n]...)
		if s = s[n:]; len(s) > 0 {
			s = w.escape(s)
		}
	}
	w.Buf = append(w.Buf, '"')
}

// KeyText is Key for a name of any bytes, which are written as String does it.
func (w *Writer) KeyText(name string) *Writer {
	w.String(name)
	w.Buf = append(w.Buf, ':')
	w.comma = false
	return w
}

// OpenString starts a string whose text the caller appends to Buf: printable
// ASCII without quotes and backslashes, such as addresses are. CloseString ends
// it.
//
//go:noinline
func (w *Writer) OpenString() {
	w.begin()
	w.Buf = append(w.Buf, '"')
}

// CloseString ends what OpenString started.
//
//go:noinline
func (w *Writer) CloseString() { w.Buf = append(w.Buf, '"') }

// plain is how much of s stands for itself in a string. It stops at every byte
// beyond ASCII, which is rare and needs a closer look.
func plain(s []byte) int {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c >= 0x7f || c == '"' || c == '\\' {
			return i
		}
	}
	return len(s)
}

// escape writes the character that s starts with and returns the rest.
func (w *Writer) escape(s []byte) (rest []byte) {
	r, n := utf8.DecodeRune(s)
	switch {
	case r == '"' || r == '\\':
		w.Buf = append(w.Buf, '\\', byte(r))
	case r == utf8.RuneError && n == 1:
		w.unicode(0xdc00 | uint16(s[0]))
	case r < ' ' || 0x7f <= r && r < 0xa0:
		w.unicode(uint16(r))
	default:
		w.Buf = append(w.Buf, s[:n]...)
	}
	return s[n:]
}

// unicode writes the escape of a UTF-16 unit.
func (w *Writer) unicode(unit uint16) {
	const digits = "0123456789abcdef"
	w.Buf = append(w.Buf, '\\', 'u',
		digits[unit>>12], digits[unit>>8&0xf], digits[unit>>4&0xf], digits[unit&0xf])
}
