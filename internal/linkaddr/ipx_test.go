package linkaddr

import (
	"bytes"
	"encoding/hex"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func unhex(t *testing.T, digits string) []byte {
	t.Helper()
	p, err := hex.DecodeString(digits)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAppendIPX(t *testing.T) {
	tests := []struct{ data, want string }{
		{"00000000ab03132333435363", "0000AB03:132333435363"},
		{"45510000ab031323334353630400", "0000AB03:132333435363"},
		{"00000000ab03000000000000", "0000AB03"},
		{"000000000000132333435363", "132333435363"},
		{"000000000000001000000000", "001000000000"},
		{"000000000000000000000000", ""},
		{"", ""},
		{"0000fffffffeab", "FFFFFFFE:AB0000000000"},
	}
	for _, test := range tests {
		got := string(AppendIPX(nil, unhex(t, test.data)))
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("AppendIPX(%s) (-want +got):\n%s", test.data, diff)
		}
	}
}

func TestParseIPX(t *testing.T) {
	tests := []struct{ text, want string }{
		{"0000AB03:132333435363", "00000000ab03132333435363"},
		{"1:abcdefABCDEF", "000000000001abcdefabcdef"},
		{"0x1:132333435363", "000000000001132333435363"},
		{" +1:132333435363", "000000000001132333435363"},
		{"-1:132333435363", "0000ffffffff132333435363"},
		{"-2:132333435363", "0000fffffffe132333435363"},
		{"123456789:132333435363", "000023456789132333435363"},
		{"100000000:132333435363", "000000000000132333435363"},
		{"99999999999999999999:132333435363", "0000ffffffff132333435363"},
		{"1:132333435363xyz", "000000000001132333435363"},
		{"1:0000000000011", "000000000001000000000001"},
		{"", ""},
		{"1", ""},
		{"1:", ""},
		{"132333435363", ""},
		{":132333435363", ""},
		{"0:132333435363", ""},
		{"0x:132333435363", ""},
		{"FFFFFFFF:132333435363", ""},
		{"12G:132333435363", ""},
		{"1::132333435363", ""},
		{"1: 132333435363", ""},
		{"1:13233343536", ""},
		{"1:13233343536G", ""},
		{"1:13:23:33:43:53:63", ""},
		{"1:000000000000", ""},
		{"1:ffffffffffff", ""},
		{"1:fffffffffffff", ""},
	}
	for _, test := range tests {
		got, err := ParseIPX(test.text)
		if diff := cmp.Diff(test.want, hex.EncodeToString(got)); diff != "" {
			t.Errorf("ParseIPX(%q) (-want +got):\n%s", test.text, diff)
		}
		if (test.want == "") != (err == ErrSyntax) {
			t.Errorf("ParseIPX(%q): error %v", test.text, err)
		}
	}
}

func FuzzParseIPX(f *testing.F) {
	for _, text := range []string{"", "0000AB03:132333435363", "0x1:132333435363", "-1:132333435363", "1:2", "0:0"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		data, err := ParseIPX(text)
		if err != nil {
			return
		}
		printed := string(AppendIPX(nil, data))
		if network := data[ipxNetwork:ipxNode]; zero(network) || ones(network) {
			return // left of a number above 32 bits; prints, but isn't read again
		}
		if again, err := ParseIPX(printed); err != nil || !bytes.Equal(again, data) {
			t.Fatalf("%q is %x, prints as %q, which is %x, %v", text, data, printed, again, err)
		}
		if len(text) == len(printed) && text[8] == ':' && strings.Trim(text[:8], upperDigits) == "" && strings.ToUpper(text) != printed {
			t.Fatalf("%q prints as %q", text, printed)
		}
	})
}
