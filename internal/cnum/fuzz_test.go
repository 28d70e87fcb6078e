package cnum

import (
	"math"
	"math/big"
	"regexp"
	"strings"
	"testing"
)

// slow reads numbers by the words of strtol(3), without a thought of speed.
func slow(s string, base int) (v *big.Int, rest string) {
	digits := `[0-9]+`
	if base == 0 {
		digits = `0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*`
	}
	parts := regexp.MustCompile(`^[ \t\n\v\f\r]*([-+]?)(` + digits + `)`).FindStringSubmatch(s)
	if parts == nil {
		return new(big.Int), s
	}
	sign, number := parts[1], parts[2]
	switch {
	case base == 10:
		number = strings.TrimLeft(number, "0")
	case len(number) > 1 && number[1]|0x20 != 'x':
		base = 0 // a leading 0 is octal to math/big, too
	}
	if number == "" {
		number = "0"
	}
	v, ok := new(big.Int).SetString(strings.TrimPrefix(sign, "+")+number, base)
	if !ok {
		panic("math/big can't read " + number)
	}
	return v, s[len(parts[0]):]
}

// clamp is the value of v nearest to it between two limits.
func clamp(v *big.Int, low int64, high uint64) *big.Int {
	if limit := big.NewInt(low); v.Cmp(limit) < 0 {
		return limit
	}
	if limit := new(big.Int).SetUint64(high); v.Cmp(limit) > 0 {
		return limit
	}
	return v
}

// slowUnsigned is the value modulo 2^64, or the largest where the number has
// more than 64 bits.
func slowUnsigned(v *big.Int) uint64 {
	if v.BitLen() > 64 {
		return math.MaxUint64
	}
	size := new(big.Int).Lsh(big.NewInt(1), 64)
	return new(big.Int).Mod(v, size).Uint64()
}

func FuzzNumbers(f *testing.F) {
	for _, seed := range []string{
		"", " ", "-", "+ 1", "0", "00", "0x", "0xg", "0X1F", "017", "08", "-08", " +12abc", "\v-0x8000000000000000",
		"9223372036854775807", "9223372036854775808", "-9223372036854775809",
		"18446744073709551615", "18446744073709551616", "-18446744073709551615", "-99999999999999999999",
		"36893488147419103232", "0x10000000000000000", "02000000000000000000000",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		decimal, _ := slow(s, 10)
		if got, want := Atol(s), clamp(decimal, math.MinInt64, math.MaxInt64).Int64(); got != want {
			t.Errorf("Atol(%q) = %d, want %d", s, got, want)
		}
		if got, want := Atoi(s), int32(uint32(Atol(s))); got != want {
			t.Errorf("Atoi(%q) = %d, want %d", s, got, want)
		}
		number, want := slow(s, 0)
		signed := clamp(number, math.MinInt64, math.MaxInt64).Int64()
		if got, rest := Strtol(s); got != signed || rest != want {
			t.Errorf("Strtol(%q) = %d, %q, want %d, %q", s, got, rest, signed, want)
		}
		if got, rest := Strtoul(s); got != slowUnsigned(number) || rest != want {
			t.Errorf("Strtoul(%q) = %d, %q, want %d, %q", s, got, rest, slowUnsigned(number), want)
		}
	})
}
