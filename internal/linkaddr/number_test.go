package linkaddr

import "testing"

func TestScanInt(t *testing.T) {
	tests := []struct {
		text string
		want int32
		rest string
		ok   bool
	}{
		{"15", 15, "", true},
		{" \t+5x", 5, "x", true},
		{"-1.2", -1, ".2", true},
		{"0x3", 0, "x3", true},
		{"2147483648", -2147483648, "", true},
		{"4294967297", 1, "", true},
		{"99999999999999999999", -1, "", true},
		{"-99999999999999999999", 0, "", true},
		{"", 0, "", false},
		{"-", 0, "", false},
		{"- 1", 0, " 1", false},
		{"--1", 0, "-1", false},
		{"x1", 0, "x1", false},
	}
	for _, test := range tests {
		got, rest, ok := scanInt(test.text)
		if got != test.want || rest != test.rest || ok != test.ok {
			t.Errorf("scanInt(%q) = %d, %q, %v, want %d, %q, %v", test.text, got, rest, ok, test.want, test.rest, test.ok)
		}
	}
}

func TestScanHex(t *testing.T) {
	tests := []struct {
		text string
		want uint64
		rest string
	}{
		{"aB03:1", 0xab03, ":1"},
		{"0x1F", 0x1f, ""},
		{"0X1f:", 0x1f, ":"},
		{"0x:", 0, ""},
		{"0xg", 0, ""},
		{"0x0x1", 0, ""},
		{"-+1", 0, ""},
		{"- 1", 0, ""},
		{" +1:", 1, ":"},
		{"-1", 0xffffffffffffffff, ""},
		{"-2:", 0xfffffffffffffffe, ":"},
		{"1ffffffffffffffff", 0xffffffffffffffff, ""},
		{"-1ffffffffffffffff", 0xffffffffffffffff, ""},
		{"", 0, ""},
		{":1", 0, ""},
	}
	for _, test := range tests {
		got, rest := scanHex(test.text)
		if got != test.want || test.want != 0 && rest != test.rest {
			t.Errorf("scanHex(%q) = %#x, %q, want %#x, %q", test.text, got, rest, test.want, test.rest)
		}
	}
}
