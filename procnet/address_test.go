package procnet

import (
	"encoding/binary"
	"net/netip"
	"testing"
)

// A word in the file is the address as the machine's own memory holds it.
func TestAddress4(t *testing.T) {
	for _, a := range []netip.Addr{ip("0.0.0.0"), ip("10.0.0.1"), ip("127.0.0.1"), ip("255.255.255.0"), ip("1.2.3.4")} {
		b := a.As4()
		if got := address4(binary.NativeEndian.Uint32(b[:])); got != a {
			t.Errorf("address4 of %v's word = %v", a, got)
		}
	}
}

func TestHexWord(t *testing.T) {
	tests := []struct {
		word string
		want uint32
		ok   bool
	}{
		{"0100000A", 0x0100000a, true},
		{"0100000a", 0x0100000a, true},
		{"FFFFFFFF", 0xffffffff, true},
		{"0100000AFF", 0x0100000a, true}, // the classic tools stop after 8
		{"0100000Ax", 0x0100000a, true},
		{"0100000", 0, false},
		{"", 0, false},
		{"0100000G", 0, false},
		{"0x00000A", 0, false},
		{"-100000A", 0, false},
	}
	for _, tt := range tests {
		if got, ok := hexWord([]byte(tt.word)); got != tt.want || ok != tt.ok {
			t.Errorf("hexWord(%q) = %#x, %v; want %#x, %v", tt.word, got, ok, tt.want, tt.ok)
		}
	}
}

func TestHexBytes(t *testing.T) {
	tests := []struct {
		line string
		want [2]byte
		ok   bool
		rest string
	}{
		{" 01fE x", [2]byte{1, 0xfe}, true, " x"},
		{"01fe", [2]byte{1, 0xfe}, true, ""},
		{"01f", [2]byte{}, false, "01f"},
		{"01fe0", [2]byte{}, false, "01fe0"},
		{"01fg x", [2]byte{}, false, "01fg x"},
		{"", [2]byte{}, false, ""},
	}
	for _, tt := range tests {
		c := cursor{line: []byte(tt.line)}
		got := [2]byte{7, 7}
		ok := c.hexBytes(got[:])
		if got != tt.want || ok != tt.ok || string(c.rest()) != tt.rest {
			t.Errorf("hexBytes(%q) = %x, %v, rest %q; want %x, %v, rest %q",
				tt.line, got, ok, c.rest(), tt.want, tt.ok, tt.rest)
		}
	}
}
