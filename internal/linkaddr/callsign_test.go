package linkaddr

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shifted is the address of a call sign whose characters are given as they are.
func shifted(call string, last byte) []byte {
	var addr []byte
	for _, c := range []byte(call) {
		addr = append(addr, c<<1)
	}
	return append(addr, last)
}

func TestAppendCallsign(t *testing.T) {
	tests := []struct {
		name string
		addr []byte
		want string
	}{
		{"zero", make([]byte, 8), ""},
		{"none", nil, ""},
		{"plain", shifted("K1ABC ", 0), "K1ABC"},
		{"SSID", shifted("K     ", 5<<1), "K-5"},
		{"six letters", shifted("K1ABCD", 15<<1), "K1ABCD-15"},
		{"SSID 10", shifted("K1ABC ", 10<<1), "K1ABC-10"},
		{"flag bits aside", shifted("K1ABC ", 0xe1), "K1ABC"},
		{"low bits of letters aside", []byte{'A'<<1 | 1, 'B' << 1, 0x40, 0x40, 0x40, 0x40, 2}, "AB-1"},
		{"ends at the first blank", shifted("K 1ABC", 0xfe), "K-15"},
		{"ends at NUL", shifted("ABC\x00CC", 0x86), "ABC-3"},
		{"SSID alone", shifted("      ", 2), "-1"},
		{"bytes as they are", []byte{0xff, 0x36, 0, 0, 0, 0, 0}, "\x7f\x1b"},
		{"cut off", []byte{'A' << 1}, "A"},
	}
	for _, test := range tests {
		got := string(AppendCallsign(nil, test.addr))
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestParseCallsign(t *testing.T) {
	tests := []struct {
		text string
		want []byte
		err  error
	}{
		{"K1ABC-15", []byte{0x96, 0x62, 0x82, 0x84, 0x86, 0x40, 0x1e}, nil},
		{"k1a", shifted("K1A   ", 0), nil},
		{"ABCDEF-1", shifted("ABCDEF", 2), nil},
		{"ABCDEF-16", shifted("ABCDEF", 0x20), nil},
		{"K1A-99", shifted("K1A   ", 0xc6), nil},
		{"K1A-3x", shifted("K1A   ", 6), nil},
		{"K1-", shifted("K1    ", 0), nil},
		{"A-B", shifted("A     ", 0), nil},
		{"A--1", shifted("A     ", 0xfe), nil},
		{"A-999999999999", shifted("A     ", 0xfe), nil},
		{"-5", shifted("      ", 10), nil},
		{"-", shifted("      ", 0), nil},
		{"", shifted("      ", 0), nil},
		{"A_B", nil, InvalidCallsign},
		{"K 1", nil, InvalidCallsign},
		{"\xe4", nil, InvalidCallsign},
		{"ABCDEFG", nil, LongCallsign},
		{"ABCDEF_", nil, LongCallsign},
	}
	for _, test := range tests {
		got, err := ParseCallsign(test.text)
		if diff := cmp.Diff(test.want, got); diff != "" || err != test.err {
			t.Errorf("ParseCallsign(%q): error %v, want %v (-want +got):\n%s", test.text, err, test.err, diff)
		}
	}
}

func FuzzParseCallsign(f *testing.F) {
	for _, text := range []string{"", "K1ABC-15", "abcdef", "-5", "A-16", "A--1", "ABCDEFG", "A_"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		addr, err := ParseCallsign(text)
		if err != nil {
			return
		}
		if len(addr) != callSize {
			t.Fatalf("%q is %d bytes", text, len(addr))
		}
		printed := string(AppendCallsign(nil, addr))
		addr[6] &= 15 << 1 // the rest of an SSID above 15 isn't shown
		if again, err := ParseCallsign(printed); err != nil || !bytes.Equal(again, addr) {
			t.Fatalf("%q is %x, prints as %q, which is %x, %v", text, addr, printed, again, err)
		}
	})
}
