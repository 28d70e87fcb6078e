package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseScreen(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       screen
	}{
		{"nothing", "", nil},
		{"no command", "noise\n", nil},
		{"one", "# ls /\nbin\ninit\n", screen{{"ls /", "bin\ninit\n"}}},
		{"silent ones", "# a\n# b\n", screen{{"a", ""}, {"b", ""}}},
		{"noise before", "noise\n# a\nx\n", screen{{"a", "x\n"}}},
		{"status", "# a\n[255]\n# b\n", screen{{"a", "[255]\n"}, {"b", ""}}},
		{"no prompt within a line", "# a\n x # b\n", screen{{"a", " x # b\n"}}},
		{"cut short", "# a\nx", screen{{"a", "x"}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, parseScreen(test.text), cmp.AllowUnexported(shown{})); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestTrimmed(t *testing.T) {
	for _, test := range []struct{ name, text, want, err string }{
		{"all", "\x1bcBIOS\r\nBooting# a\r\nx\r\n# poweroff\r\n[ 3.2] Power down\r\n", "# a\nx\n", ""},
		{"broken off", "BIOS# a\r\nx\r\n", "BIOS# a\nx\n", "the guest's script didn't come to its end"},
		{"no boot", "BIOS\r\n", "BIOS\n", "the guest's script didn't come to its end"},
	} {
		t.Run(test.name, func(t *testing.T) {
			have, err := trimmed(test.text)
			if have != test.want {
				t.Errorf("have %q, want %q", have, test.want)
			}
			if err != nil && err.Error() != test.err || err == nil && test.err != "" {
				t.Errorf("error %v, want %q", err, test.err)
			}
		})
	}
}

// Only counters may differ between two screens.
func TestDifference(t *testing.T) {
	const want = "# ifconfig\n  RX packets:213915 errors:0\n  RX bytes:140569143 (134.0 MB)  TX bytes:1 (1.0 B)\n"
	for _, test := range []struct {
		have string
		same bool
	}{
		{want, true},
		{"# ifconfig\n  RX packets:0 errors:0\n  RX bytes:0 (0.0 B)  TX bytes:2048 (2.0 KB)\n", true},
		{"# ifconfig\n  RX packets:0 errors:1\n  RX bytes:0 (0.0 B)  TX bytes:0 (0.0 B)\n", false},
		{"# ifconfig\n  RX packets:0  errors:0\n  RX bytes:0 (0.0 B)  TX bytes:0 (0.0 B)\n", false},
		{"# ifconfig\n  RX packets:0 errors:0\n  RX bytes:0 (0.0 B) TX bytes:0 (0.0 B)\n", false},
		{"# ifconfig -a\n  RX packets:0 errors:0\n  RX bytes:0 (0.0 B)  TX bytes:0 (0.0 B)\n", false},
		{want + "\n", false},
		{want + "# b\n", false},
		{"", false},
	} {
		if diff := difference(want, parseScreen(test.have)); (diff == "") != test.same {
			t.Errorf("%q: %s", test.have, diff)
		}
	}
}
