package netaddr

import (
	"net/netip"
	"testing"
)

func TestMask(t *testing.T) {
	for bits, want := range map[int]string{
		0: "0.0.0.0", 1: "128.0.0.0", 8: "255.0.0.0", 20: "255.255.240.0",
		31: "255.255.255.254", 32: "255.255.255.255", -1: "0.0.0.0", 33: "255.255.255.255",
	} {
		if got := Mask(bits); got != netip.MustParseAddr(want) {
			t.Errorf("Mask(%d) = %v, want %v", bits, got, want)
		}
	}
}

func TestMaskIsItsPrefix(t *testing.T) {
	ones := netip.MustParseAddr("255.255.255.255")
	for bits := range 33 {
		want, err := ones.Prefix(bits)
		if err != nil {
			t.Fatal(err)
		}
		if got := Mask(bits); got != want.Addr() {
			t.Errorf("Mask(%d) = %v, want %v", bits, got, want.Addr())
		}
	}
}

func TestPrefix(t *testing.T) {
	const none = -1
	for text, want := range map[string]int{
		"0": 0, "24": 24, "32": 32,
		"0x18": 24, "030": 24, "+8": 8, " 8": 8, "-0": 0,
		"": none, " ": none, "+": none, "33": none, "-1": none, "-24": none, "64": none,
		"8x": none, "8 ": none, "32/5": none, "255.255.0.0": none, "0x": none, "abc": none,
		"4294967304": none, "18446744073709551616": none, "18446744073709551624": none,
	} {
		bits, ok := Prefix(text)
		if ok != (want != none) || ok && bits != want {
			t.Errorf("Prefix(%q) = %d, %v, want %d", text, bits, ok, want)
		}
	}
}
