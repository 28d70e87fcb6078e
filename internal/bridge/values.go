package bridge

import (
	"math"
	"strconv"
	"strings"

	"classicnet/internal/cnum"
)

// Seconds reads a number of seconds as strtod(3) does, and returns 1/100 s; what
// is less is cut off by way of microseconds, so 8.2 is 819. What isn't a finite
// number to its end, or is negative or beyond what the kernel keeps, is none.
func Seconds(word string) (uint64, bool) {
	v, err := strconv.ParseFloat(strings.TrimLeft(mantissa(word), " \t\n\v\f\r"), 64)
	if err != nil || !(v >= 0) || v > math.MaxUint32/100 || strings.Contains(word, "_") {
		return 0, false
	}
	whole := math.Trunc(v)
	micros := uint64((v - whole) * 1e6)
	return uint64(whole)*100 + micros/1e4, true
}

// mantissa gives a hexadecimal number the exponent that Go wants and C doesn't.
func mantissa(word string) string {
	if lower := strings.ToLower(word); strings.Contains(lower, "0x") && !strings.Contains(lower, "p") {
		return word + "p0"
	}
	return word
}

// Integer reads a number as scanf's %i does: an int that may have anything
// behind it.
func Integer(word string) (uint64, bool) {
	v, rest := cnum.Strtol(word)
	return uint64(uint32(v)), rest != word
}

// OnOff knows these words alone.
func OnOff(word string) (uint64, bool) {
	switch word {
	case "on", "yes", "1":
		return 1, true
	case "off", "no", "0":
		return 0, true
	}
	return 0, false
}
