package owner

import (
	"bytes"
	"math"
)

// linkLength is how much of a link's text is looked at.
const linkLength = 29

// inodeOf is the inode in the text of a descriptor's link: socket:[N], or [0000]:N
// as Linux 2.0 wrote it. N is a number in C's syntax. The brackets hold two
// characters at least, as the classic tool has it.
func inodeOf(link []byte) (uint64, bool) {
	const before, old = "socket:[", "[0000]:"
	if n := len(link); n > len(before)+2 && string(link[:len(before)]) == before && link[n-1] == ']' {
		return number(link[len(before) : n-1])
	}
	if text, ok := bytes.CutPrefix(link, []byte(old)); ok && len(text) > 0 {
		return number(text)
	}
	return 0, false
}

// number is strtoul(3) of a whole text with base 0.
func number(text []byte) (v uint64, ok bool) {
	if len(text) > 0 && text[0] >= '1' && text[0] <= '9' {
		if v, ok = digits(text, 10); ok {
			return v, v != math.MaxUint64
		}
	}
	text = bytes.TrimLeft(text, " \t\n\v\f\r")
	negative := false
	if len(text) > 0 && (text[0] == '-' || text[0] == '+') {
		negative, text = text[0] == '-', text[1:]
	}
	base := uint64(10)
	switch {
	case len(text) > 2 && text[0] == '0' && text[1]|0x20 == 'x':
		base, text = 16, text[2:]
	case len(text) > 1 && text[0] == '0':
		base = 8
	}
	v, ok = digits(text, base)
	if negative {
		v = -v
	}
	return v, ok && v != math.MaxUint64
}

// digits is a number of a base, the largest where it doesn't fit.
func digits(text []byte, base uint64) (v uint64, ok bool) {
	for _, c := range text {
		d := uint64(c) - '0'
		if c |= 0x20; c >= 'a' {
			d = uint64(c) - 'a' + 10
		}
		if d >= base {
			return 0, false
		}
		if v > (math.MaxUint64-d)/base {
			v = math.MaxUint64
			continue
		}
		v = v*base + d
	}
	return v, len(text) > 0
}

// programLength is how much of a command line is read.
const programLength = 511

// programOf is the first word of a command line, without the folders of an
// absolute path.
func programOf(cmdline []byte) string {
	word, _, _ := bytes.Cut(cmdline, []byte{0})
	if len(word) > 0 && word[0] == '/' {
		word = word[bytes.LastIndexByte(word, '/')+1:]
	}
	return string(word)
}
