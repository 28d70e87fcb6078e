package procnet

import (
	"math"
	"testing"
)

// The values are those of glibc's scanf("%d"), ("%x") and ("%llu").
func TestNumber(t *testing.T) {
	tests := []struct {
		text string
		base uint64
		want int32
		rest string
		ok   bool
	}{
		{"0", 10, 0, "", true},
		{"  12 34", 10, 12, " 34", true},
		{"\t\v\f\r12\r", 10, 12, "\r", true},
		{"007", 10, 7, "", true},
		{"+7", 10, 7, "", true},
		{"1-2", 10, 1, "-2", true},
		{"12abc", 10, 12, "abc", true},
		{"0x5 1", 10, 0, "x5 1", true},
		{"4294967295", 10, -1, "", true},
		{"4294967296", 10, 0, "", true},
		{"123456789012345", 10, -2045911175, "", true},
		{"1234567890123456", 10, 1015724736, "", true},
		{"9223372036854775807", 10, -1, "", true},
		{"9223372036854775808 1", 10, -1, " 1", true},
		{"-9223372036854775808", 10, 0, "", true},
		{"-9223372036854775809", 10, 0, "", true},
		{"99999999999999999999", 10, -1, "", true},
		{"-99999999999999999999", 10, 0, "", true},
		{"", 10, 0, "", false},
		{"   ", 10, 0, "", false},
		{" x", 10, 0, "x", false},
		{"+ 5", 10, 0, "+ 5", false},
		{"-", 10, 0, "-", false},
		{"--5", 10, 0, "--5", false},
		{"ff", 10, 0, "ff", false},

		{"0001\t", 16, 1, "\t", true},
		{"80000001", 16, math.MinInt32 + 1, "", true},
		{"fF", 16, 255, "", true},
		{"0x10", 16, 16, "", true},
		{"0X10", 16, 16, "", true},
		{"-0x10 5", 16, -16, " 5", true},
		{"0x 5", 16, 0, " 5", true},
		{"0xg5", 16, 0, "g5", true},
		{"0x", 16, 0, "", true},
		{"00x1", 16, 0, "x1", true},
		{"0x+1", 16, 0, "+1", true},
		{"ffffffff0", 16, -16, "", true},
		{"ffffffffffffffff", 16, -1, "", true},
		{"10000000000000000", 16, -1, "", true},
		{"-ffffffffffffffffff", 16, -1, "", true},
		{"g", 16, 0, "g", false},
	}
	for _, tt := range tests {
		c := cursor{line: []byte(tt.text)}
		got, ok := c.number(tt.base)
		if int32(got) != tt.want || ok != tt.ok || string(c.rest()) != tt.rest {
			t.Errorf("number(%q, base %d) = %d, %v, rest %q; want %d, %v, rest %q",
				tt.text, tt.base, int32(got), ok, c.rest(), tt.want, tt.ok, tt.rest)
		}
	}
}

func TestLong(t *testing.T) {
	tests := []struct {
		text string
		want uint64
		ok   bool
	}{
		{"18446744073709551615", math.MaxUint64, true},
		{"18446744073709551616", math.MaxUint64, true},
		{"18446744073709551609 ", math.MaxUint64 - 6, true},
		{"184467440737095516150", math.MaxUint64, true},
		{"-1", math.MaxUint64, true},
		{"-5", math.MaxUint64 - 4, true},
		{"-18446744073709551616", math.MaxUint64, true},
		{"1152921504606846976", 1 << 60, true},
		{"-", 0, false},
	}
	for _, tt := range tests {
		c := cursor{line: []byte(tt.text)}
		if got, ok := c.long(base10); got != tt.want || ok != tt.ok {
			t.Errorf("long(%q) = %d, %v; want %d, %v", tt.text, got, ok, tt.want, tt.ok)
		}
	}
}

// The quick way must see what the general one sees, or nothing.
func FuzzShort(f *testing.F) {
	for _, text := range []string{"0", " 12 3", "0x5", "-1", "123456789012345", "1234567890123456", "ff\t", "7g"} {
		f.Add([]byte(text), false)
		f.Add([]byte(text), true)
	}
	f.Fuzz(func(t *testing.T, line []byte, hex bool) {
		base := uint64(base10)
		if hex {
			base = base16
		}
		quick, c := cursor{line: line}, cursor{line: line}
		v, ok := quick.short(base)
		if !ok {
			return
		}
		m, ok := c.magnitude(base)
		if !ok || m != (magnitude{value: v}) || quick.at != c.at {
			t.Errorf("short(%q, %d) = %d up to %d, but magnitude is %+v up to %d", line, base, v, quick.at, m, c.at)
		}
	})
}
