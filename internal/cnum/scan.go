package cnum

import "math/bits"

// scan reads a number in a base (0: the text tells) and returns the text
// after it: all of s where there is none.
func scan(s string, base uint64) (n number, rest string) {
	t := s[spaces(s):]
	if t != "" && (t[0] == '-' || t[0] == '+') {
		n.negative = t[0] == '-'
		t = t[1:]
	}
	switch base {
	case 0:
		base, t = prefix(t)
	case 16:
		if b, digits := prefix(t); b == 16 {
			t = digits
		}
	}
	digits := 0
	for digits < len(t) && value(t[digits]) < base {
		n.add(base, value(t[digits]))
		digits++
	}
	if digits == 0 {
		return number{}, s
	}
	return n, t[digits:]
}

// prefix returns the base that the start of t stands for and t from its first
// digit on. The 0 of an octal number is a digit itself, and so is the one of
// "0x" with no hexadecimal digit behind it: that is a 0, then text.
func prefix(t string) (uint64, string) {
	switch {
	case len(t) > 2 && t[0] == '0' && t[1]|0x20 == 'x' && value(t[2]) < 16:
		return 16, t[2:]
	case t != "" && t[0] == '0':
		return 8, t
	}
	return 10, t
}

func (n *number) add(base, digit uint64) {
	high, low := bits.Mul64(n.magnitude, base)
	sum, carry := bits.Add64(low, digit, 0)
	n.magnitude = sum
	n.overflow = n.overflow || high|carry != 0
}

// value returns what c counts as a digit; no base goes as far as that of a
// byte that is none.
func value(c byte) uint64 {
	switch {
	case '0' <= c && c <= '9':
		return uint64(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return uint64(c|0x20-'a') + 10
	}
	return 255
}

// spaces returns how many bytes of white space s starts with: those of
// isspace(3) in the C locale.
func spaces(s string) int {
	i := 0
	for i < len(s) && (s[i] == ' ' || '\t' <= s[i] && s[i] <= '\r') {
		i++
	}
	return i
}
