package linkaddr

import (
	"bytes"
	"encoding/hex"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAppendDDP(t *testing.T) {
	tests := []struct{ data, want string }{
		{"0000123407", "4660/7"},
		{"0900ffffff00", "65535/255"},
		{"", "0/0"},
	}
	for _, test := range tests {
		if got := string(AppendDDP(nil, unhex(t, test.data))); got != test.want {
			t.Errorf("AppendDDP(%s) = %q, want %q", test.data, got, test.want)
		}
	}
}

func TestAppendEconet(t *testing.T) {
	tests := []struct{ data, want string }{
		{"0000000903", "3.9"},
		{"010203ff0000", "0.255"},
		{"", "0.0"},
	}
	for _, test := range tests {
		if got := string(AppendEconet(nil, unhex(t, test.data))); got != test.want {
			t.Errorf("AppendEconet(%s) = %q, want %q", test.data, got, test.want)
		}
	}
}

func TestParseEconet(t *testing.T) {
	tests := []struct{ text, want string }{
		{"3.9", "0000000903"},
		{"9", "0000000900"},
		{"3.", "0000000300"},
		{"256.1", "0000000100"},
		{"1.256", "0000000001"},
		{"1.2.3", "0000000201"},
		{"1x", "0000000100"},
		{"1.2x", "0000000201"},
		{"300", "0000002c00"},
		{"-1", "000000ff00"},
		{" 1. +2", "0000000201"},
		{"1 .2", "0000000100"},
		{"1.-", "0000000100"},
		{"0x3.1", "0000000000"},
		{"010.1", "000000010a"},
		{"99999999999999999999", "000000ff00"},
		{"", ""},
		{".9", ""},
		{"a", ""},
		{"- 1", ""},
	}
	for _, test := range tests {
		got, err := ParseEconet(test.text)
		if diff := cmp.Diff(test.want, hex.EncodeToString(got)); diff != "" {
			t.Errorf("ParseEconet(%q) (-want +got):\n%s", test.text, diff)
		}
		if (test.want == "") != (err == ErrSyntax) {
			t.Errorf("ParseEconet(%q): error %v", test.text, err)
		}
	}
}

func FuzzParseEconet(f *testing.F) {
	for _, text := range []string{"3.9", "9", "1.", "-1.300", ".1", "0x3.1"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		data, err := ParseEconet(text)
		if err != nil {
			return
		}
		printed := string(AppendEconet(nil, data))
		if again, err := ParseEconet(printed); err != nil || !bytes.Equal(again, data) {
			t.Fatalf("%q is %x, prints as %q, which is %x, %v", text, data, printed, again, err)
		}
	})
}
