package linkaddr

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseRose(t *testing.T) {
	tests := []struct {
		text string
		want []byte
	}{
		{"0123456789", []byte{0x01, 0x23, 0x45, 0x67, 0x89}},
		{"abcdefghij", []byte{0x32, 0x34, 0x76, 0x78, 0xba}},
		{"01234567/9", []byte{0x01, 0x23, 0x45, 0x67, 0xf9}},
		{"", nil},
		{"012345678", nil},
		{"01234567890", nil},
	}
	for _, test := range tests {
		got, err := ParseRose(test.text)
		var wantErr error
		if test.want == nil {
			wantErr = NotTenDigits
		}
		if diff := cmp.Diff(test.want, got); diff != "" || err != wantErr {
			t.Errorf("ParseRose(%q): error %v, want %v (-want +got):\n%s", test.text, err, wantErr, diff)
		}
	}
}

func TestAppendRose(t *testing.T) {
	if got, want := string(AppendRose(nil, []byte{0x02, 0x11, 0x22, 0xaa, 0xbb, 0xcc})), "021122aabb"; got != want {
		t.Errorf("AppendRose = %q, want %q", got, want)
	}
}

func FuzzParseRose(f *testing.F) {
	f.Add("0123456789")
	f.Add("abcdefghij")
	f.Add("123")
	f.Fuzz(func(t *testing.T, text string) {
		addr, err := ParseRose(text)
		if (err == nil) != (len(text) == 10) {
			t.Fatalf("ParseRose(%q): %v", text, err)
		}
		if err != nil || strings.Trim(text, "0123456789") != "" {
			return
		}
		if printed := string(AppendRose(nil, addr)); printed != text {
			t.Fatalf("%q prints as %q", text, printed)
		}
	})
}

func TestParseX25(t *testing.T) {
	tests := []struct {
		text string
		want string
		err  error
	}{
		{"1", "1", nil},
		{"123", "123", nil},
		{"12345678901234", "12345678901234", nil},
		{"123456789012345", "12345678901234", nil},
		{"123456789012345/15", "12345678901234", nil},
		{"123456789012345/1x", "12", nil},
		{"123/2", "123", nil},
		{"12/", "1", nil},
		{"12/0", "1", nil},
		{"12/1/1", "12", nil},
		{"1/1", "1", nil},
		{"12/-4294967295", "12", nil},
		{"abc/1", "ab", nil},
		{"", "", InvalidX25},
		{"/", "", InvalidX25},
		{"12/3", "", InvalidX25},
		{"12/-1", "", InvalidX25},
		{"12/99999999999", "", InvalidX25},
		{"1234567890123456", "", InvalidX25},
		{"1234567890123456/1", "", InvalidX25},
		{"123456789012345678", "", InvalidX25},
		{"1234567890123456789", "", LongX25},
		{"123456789012345/1  ", "", LongX25},
	}
	for _, test := range tests {
		got, err := ParseX25(test.text)
		if diff := cmp.Diff(test.want, string(got)); diff != "" || err != test.err {
			t.Errorf("ParseX25(%q): error %v, want %v (-want +got):\n%s", test.text, err, test.err, diff)
		}
	}
}

func TestAppendX25(t *testing.T) {
	tests := []struct{ addr, want string }{
		{"", ""},
		{"\x00123", ""},
		{"12\x0034", "12"},
		{"12345678", "12345678"},
		{"12345678901234567", "1234567890123456"},
	}
	for _, test := range tests {
		if got := string(AppendX25(nil, []byte(test.addr))); got != test.want {
			t.Errorf("AppendX25(%q) = %q, want %q", test.addr, got, test.want)
		}
	}
}

func FuzzParseX25(f *testing.F) {
	for _, text := range []string{"1", "123/2", "12/", "123456789012345/15", "12/-1", "1234567890123456789"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		addr, err := ParseX25(text)
		if err != nil || bytes.IndexByte(addr, 0) >= 0 {
			return
		}
		printed := string(AppendX25(nil, addr))
		if len(printed) > dataSize || !strings.HasPrefix(text, printed) {
			t.Fatalf("%q prints as %q", text, printed)
		}
		if again, err := ParseX25(printed); err != nil || !bytes.Equal(again, addr) {
			t.Fatalf("%q is %q, which is %q, %v", text, printed, again, err)
		}
	})
}
