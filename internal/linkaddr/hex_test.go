package linkaddr

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAppendHex(t *testing.T) {
	addr := []byte{0x00, 0x0d, 0x61, 0x0b, 0xd9, 0xa0}
	tests := []struct {
		name string
		got  []byte
		want string
	}{
		{"lower", AppendLower(nil, addr, 6, ':'), "00:0d:61:0b:d9:a0"},
		{"upper", AppendUpper(nil, addr, 6, '-'), "00-0D-61-0B-D9-A0"},
		{"no separator", AppendLower(nil, addr, 5, 0), "000d610bd9"},
		{"one byte", AppendUpper(nil, addr[3:], 1, ':'), "0B"},
		{"bytes that lack", AppendUpper(nil, addr[4:], 4, '-'), "D9-A0-00-00"},
		{"no bytes at all", AppendLower(nil, nil, 2, ':'), "00:00"},
		{"behind other text", AppendLower([]byte("HWaddr "), addr, 2, ':'), "HWaddr 00:0d"},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, string(test.got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestParseHex(t *testing.T) {
	tests := []struct {
		text  string
		short []byte // nil: refused
		long  []byte
	}{
		{"02:11:22:33:44:55", []byte{2, 0x11, 0x22, 0x33, 0x44, 0x55}, []byte{2, 0x11, 0x22, 0x33, 0x44, 0x55}},
		{"aB:Cd:eF:00:fF:9a", []byte{0xab, 0xcd, 0xef, 0, 0xff, 0x9a}, []byte{0xab, 0xcd, 0xef, 0, 0xff, 0x9a}},
		{"021122334455", []byte{2, 0x11, 0x22, 0x33, 0x44, 0x55}, []byte{2, 0x11, 0x22, 0x33, 0x44, 0x55}},
		{"02:11:22:33:44:55xyz", []byte{2, 0x11, 0x22, 0x33, 0x44, 0x55}, []byte{2, 0x11, 0x22, 0x33, 0x44, 0x55}},
		{"02:11:22:33:44:55:zz", []byte{2, 0x11, 0x22, 0x33, 0x44, 0x55}, []byte{2, 0x11, 0x22, 0x33, 0x44, 0x55}},
		{"01:02", []byte{1, 2, 0, 0, 0, 0}, []byte{1, 2, 0, 0, 0, 0}},
		{"01:02:", []byte{1, 2, 0, 0, 0, 0}, []byte{1, 2, 0, 0, 0, 0}},
		{"", []byte{0, 0, 0, 0, 0, 0}, []byte{0, 0, 0, 0, 0, 0}},
		{"2:1:2:3:4:5", []byte{2, 1, 2, 3, 4, 5}, nil},
		{"021:12:23:34:45:56", []byte{2, 1, 0x12, 0x23, 0x34, 0x45}, nil},
		{"02:11:22:33:44:5:", []byte{2, 0x11, 0x22, 0x33, 0x44, 5}, nil},
		{"1::2", []byte{1, 2, 0, 0, 0, 0}, nil},
		{"1", []byte{1, 0, 0, 0, 0, 0}, nil},
		{"02::11:22:33:44", nil, nil},
		{"02:11:22:33:44:5z", nil, nil},
		{"0g:11:22:33:44:55", nil, nil},
		{"02-11-22-33-44-55", nil, nil},
		{":", nil, nil},
		{" 02", nil, nil},
		{"0x02", nil, nil},
	}
	for _, test := range tests {
		for _, short := range []bool{true, false} {
			want := test.long
			if short {
				want = test.short
			}
			got, err := ParseHex(test.text, 6, short)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("ParseHex(%q, 6, %v) (-want +got):\n%s", test.text, short, diff)
			}
			if (want == nil) != errors.Is(err, ErrSyntax) {
				t.Errorf("ParseHex(%q, 6, %v): error %v", test.text, short, err)
			}
		}
	}
}

func TestParseHexOtherSizes(t *testing.T) {
	got, err := ParseHex("1234", 1, false)
	if diff := cmp.Diff([]byte{0x12}, got); diff != "" || err != nil {
		t.Errorf("one byte: %v (-want +got):\n%s", err, diff)
	}
	got, err = ParseHex("1:2:3:4:5:6:7:8", 8, true)
	if diff := cmp.Diff([]byte{1, 2, 3, 4, 5, 6, 7, 8}, got); diff != "" || err != nil {
		t.Errorf("eight bytes: %v (-want +got):\n%s", err, diff)
	}
}

func FuzzParseHex(f *testing.F) {
	for _, text := range []string{"", "02:11:22:33:44:55", "021122334455", "1::2", "2:1:2", "02::1", "ff:", "0000:00:00:00:00:"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		long, longErr := ParseHex(text, 6, false)
		short, shortErr := ParseHex(text, 6, true)
		if longErr == nil && (shortErr != nil || !bytes.Equal(long, short)) {
			t.Fatalf("%q is %x, with short bytes allowed %x, %v", text, long, short, shortErr)
		}
		if shortErr != nil {
			return
		}
		printed := string(AppendLower(nil, short, 6, ':'))
		if again, err := ParseHex(printed, 6, false); err != nil || !bytes.Equal(again, short) {
			t.Fatalf("%q is %x, prints as %q, which is %x, %v", text, short, printed, again, err)
		}
		if canonicalMAC(text) && strings.ToLower(text) != printed {
			t.Fatalf("%q prints as %q", text, printed)
		}
	})
}

// canonicalMAC tells whether an accepted text has the shape in which MACs are
// printed.
func canonicalMAC(text string) bool {
	for i := range len(text) {
		if (text[i] == ':') != (i%3 == 2) {
			return false
		}
	}
	return len(text) == len("00:0d:61:0b:d9:a0")
}
