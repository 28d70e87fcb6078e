package linkaddr

import (
	"strings"

	"classicnet/internal/cnum"
)

// space is what isspace of the C locale takes.
const space = " \t\n\v\f\r"

// scanInt reads the decimal number that text starts with as scanf's %d does,
// and returns what follows it. Not ok: there is none.
func scanInt(text string) (v int32, rest string, ok bool) {
	digits := strings.TrimLeft(text, space)
	if digits != "" && (digits[0] == '+' || digits[0] == '-') {
		digits = digits[1:]
	}
	rest = strings.TrimLeft(digits, "0123456789")
	return cnum.Atoi(text), rest, len(rest) < len(digits)
}

// scanHex reads the number that text starts with as strtoul does in base 16,
// and returns what follows it. No number is 0, and rest is of no use.
func scanHex(text string) (v uint64, rest string) {
	digits := strings.TrimLeft(text, space+"+-")
	sign := text[:len(text)-len(digits)]
	if len(digits) > 1 && strings.EqualFold(digits[:2], "0x") {
		digits = digits[2:]
	}
	return cnum.Strtoul(sign + "0x" + digits)
}
