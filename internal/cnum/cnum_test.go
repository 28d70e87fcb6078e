package cnum

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

func TestAtoi(t *testing.T) {
	for _, c := range []struct {
		text string
		want int32
	}{
		{"1400", 1400},
		{"1400abc", 1400},
		{" 1400", 1400},
		{"\t\n\v\f\r 7", 7},
		{"\u00a07", 0}, // white space of another locale
		{"+7", 7},
		{"+-7", 0},
		{"- 7", 0},
		{"-5", -5},
		{"010", 10}, // never octal
		{"0x578", 0},
		{"abc", 0},
		{"", 0},
		{"   ", 0},
		{"-", 0},
		{"2147483647", math.MaxInt32},
		{"2147483648", math.MinInt32}, // the low 32 bits
		{"4294967296", 0},
		{"99999999999", 1215752191},
		{"99999999999999999999", -1}, // LONG_MAX, of which the low 32 bits
		{"-99999999999999999999", 0}, // LONG_MIN
	} {
		if got := Atoi(c.text); got != c.want {
			t.Errorf("Atoi(%q) = %d, want %d", c.text, got, c.want)
		}
	}
}

func TestAtol(t *testing.T) {
	for _, c := range []struct {
		text string
		want int64
	}{
		{"64x", 64},
		{"/", 0},
		{"-1", -1},
		{"9223372036854775807", math.MaxInt64},
		{"9223372036854775808", math.MaxInt64},
		{"-9223372036854775808", math.MinInt64},
		{"-9223372036854775809", math.MinInt64},
		{"18446744073709551617", math.MaxInt64}, // doesn't wrap to 1
		{"00000000000000000000000000000012", 12},
	} {
		if got := Atol(c.text); got != c.want {
			t.Errorf("Atol(%q) = %d, want %d", c.text, got, c.want)
		}
	}
}

func TestStrtolAndStrtoul(t *testing.T) {
	for _, c := range []struct {
		text   string
		signed int64
		value  uint64
		rest   string
	}{
		{"1400", 1400, 1400, ""},
		{"0x578", 1400, 1400, ""},
		{"0X1f.", 31, 31, "."},
		{"010", 8, 8, ""},
		{"08", 0, 0, "8"},
		{"0", 0, 0, ""},
		{"0x", 0, 0, "x"},
		{"0xg", 0, 0, "xg"},
		{" +0x", 0, 0, "x"},
		{"x10", 0, 0, "x10"},
		{"  8 ", 8, 8, " "},
		{" +8", 8, 8, ""},
		{" x", 0, 0, " x"}, // where there is no number nothing is read
		{"-", 0, 0, "-"},
		{"", 0, 0, ""},
		{"abc", 0, 0, "abc"},
		{"-5", -5, 1<<64 - 5, ""},
		{"-0x10", -16, 1<<64 - 16, ""},
		{"99999999999", 99999999999, 99999999999, ""},
		{"0xffffffffffffffff", math.MaxInt64, math.MaxUint64, ""},
		{"18446744073709551615", math.MaxInt64, math.MaxUint64, ""},
		{"18446744073709551616", math.MaxInt64, math.MaxUint64, ""},
		{"-18446744073709551616z", math.MinInt64, math.MaxUint64, "z"},
		{"-9223372036854775808", math.MinInt64, 1 << 63, ""},
	} {
		if got, rest := Strtol(c.text); got != c.signed || rest != c.rest {
			t.Errorf("Strtol(%q) = %d, %q, want %d, %q", c.text, got, rest, c.signed, c.rest)
		}
		if got, rest := Strtoul(c.text); got != c.value || rest != c.rest {
			t.Errorf("Strtoul(%q) = %d, %q, want %d, %q", c.text, got, rest, c.value, c.rest)
		}
	}
}

func TestNumbersPrintBack(t *testing.T) {
	for _, v := range []int64{0, 1, -1, 32766, 65536, math.MaxInt32, math.MinInt32, math.MaxInt64, math.MinInt64} {
		text := strconv.FormatInt(v, 10)
		if got := Atol(text); got != v {
			t.Errorf("Atol(%q) = %d", text, got)
		}
		if got, rest := Strtol(text + "/"); got != v || rest != "/" {
			t.Errorf("Strtol(%q) = %d, %q", text+"/", got, rest)
		}
	}
}

func TestNoAllocation(t *testing.T) {
	long := strings.Repeat("9", 100)
	allocs := testing.AllocsPerRun(10, func() {
		Atoi(" -12")
		Strtoul("0xffff")
		Strtol(long)
	})
	if allocs != 0 {
		t.Errorf("%v allocations, want 0", allocs)
	}
}

func TestStrtoulBase(t *testing.T) {
	for _, c := range []struct {
		text string
		base int
		want uint64
		rest string
	}{
		{"0x1fg", 16, 0x1f, "g"},
		{" 1F:2", 16, 0x1f, ":2"},
		{"0x", 16, 0, "x"},
		{"0xg", 16, 0, "xg"},
		{"-1", 16, math.MaxUint64, ""},
		{"zz", 16, 0, "zz"},
		{"", 16, 0, ""},
		{"0x10", 10, 0, "x10"},
		{"010", 10, 10, ""},
		{"-5", 10, math.MaxUint64 - 4, ""},
		{"99999999999999999999", 10, math.MaxUint64, ""},
		{"12x", 10, 12, "x"},
	} {
		if v, rest := StrtoulBase(c.text, c.base); v != c.want || rest != c.rest {
			t.Errorf("StrtoulBase(%q, %d) = %d, %q, want %d, %q", c.text, c.base, v, rest, c.want, c.rest)
		}
	}
}
