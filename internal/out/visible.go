package out

import (
	"io"
	"unicode/utf8"
)

// visibleWriter keeps what an interface, a host or a network is called from
// steering the terminal (CVE-2022-28391 is such a case).
type visibleWriter struct{ w io.Writer }

func (v visibleWriter) Write(p []byte) (int, error) {
	if _, err := v.w.Write(Visible(p)); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Visible returns p with each control character replaced by '?': the bytes
// below 0x20 but newline and tab, 0x7f, and the C1 controls 0x80 to 0x9f as
// single bytes or in UTF-8. Other bytes, valid UTF-8 or not, stay. p itself is
// returned where it holds none.
func Visible(p []byte) []byte {
	for i := 0; i < len(p); {
		control, n := controlAt(p[i:])
		if control {
			return replaceControls(p, i)
		}
		i += n
	}
	return p
}

func replaceControls(p []byte, from int) []byte {
	clean := append(make([]byte, 0, len(p)), p[:from]...)
	for i := from; i < len(p); {
		control, n := controlAt(p[i:])
		if control {
			clean = append(clean, '?')
		} else {
			clean = append(clean, p[i:i+n]...)
		}
		i += n
	}
	return clean
}

// controlAt tells whether p starts with a control character, and its length.
func controlAt(p []byte) (bool, int) {
	switch c := p[0]; {
	case c == '\n' || c == '\t':
		return false, 1
	case c < 0x20 || c == 0x7f:
		return true, 1
	case c < 0x80:
		return false, 1
	}
	r, n := utf8.DecodeRune(p)
	if r == utf8.RuneError && n <= 1 {
		return p[0] < 0xa0, 1
	}
	return r < 0xa0, n
}
