package dns

import (
	"net/netip"
	"strings"
	"testing"
)

func TestReadName(t *testing.T) {
	label := func(n int) string { return string(rune(n)) + strings.Repeat("x", n) }
	for _, c := range []struct {
		message string
		at      int
		want    string
		behind  int // where the name ends, -1 for nowhere
	}{
		{"\x03web\x04test\x00!", 0, "web.test.", 10},
		{"\x00", 0, "", 1},
		{"\x04test\x00\x03web\xc0\x00!", 6, "web.test.", 12},
		{"\x04test\x00\xc0\x00\xc0\x06", 8, "test.", 10},
		{label(63) + label(63) + label(63) + label(61) + "\x00", 0, strings.Repeat(strings.Repeat("x", 63)+".", 3) + strings.Repeat("x", 61) + ".", 255},
		{label(63) + label(63) + label(63) + label(63) + "\x01x\x00", 0, "malformed", 259},
		{"\x03web", 0, "malformed", -1},
		{"\x03we", 0, "malformed", -1},
		{"\xc0", 0, "malformed", 2},
		{"\xc0\x00", 0, "malformed", 2},
		{"\x01a\xc0\x00", 0, "malformed", 4},
		{"\xc0\x63", 0, "malformed", 2},
		{"\x40", 0, "malformed", -1},
		{"\x80\x00", 0, "malformed", -1},
		{"\x03a.b\x00", 0, "malformed", 5},
		{"", 0, "malformed", -1},
		{"\x00", 7, "malformed", -1},
	} {
		got, err := readName([]byte(c.message), c.at)
		if err != nil {
			got, _, _ = strings.Cut(err.Error(), " ")
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.message, got, c.want)
		}
		if got := skipName([]byte(c.message), c.at); got != c.behind {
			t.Errorf("%q ends at %d, want %d", c.message, got, c.behind)
		}
	}
}

func TestReverseName(t *testing.T) {
	for addr, want := range map[string]string{
		"192.0.2.10":      "10.2.0.192.in-addr.arpa.",
		"::ffff:10.0.0.1": "1.0.0.10.in-addr.arpa.",
		"2001:db8::abc":   "c.b.a.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.",
	} {
		if got := reverseName(netip.MustParseAddr(addr)); got != want {
			t.Errorf("%s: %s, want %s", addr, got, want)
		}
	}
}

func TestNewQuestion(t *testing.T) {
	for name, want := range map[string]bool{
		"x.test.": true, "x": true, strings.Repeat("x", 63) + ".": true, strings.Repeat("x.", 126) + "x.": true,
		"": false, ".": false, "x..test.": false, ".x.": false, strings.Repeat("x", 64) + ".": false, strings.Repeat("x.", 127) + "x.": false,
	} {
		if _, ok := newQuestion(name, typeA); ok != want {
			t.Errorf("%q: %v, want %v", name, ok, want)
		}
	}
}
