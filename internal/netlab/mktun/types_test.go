package mktun

import "testing"

func TestLinkType(t *testing.T) {
	for word, want := range map[string]int{
		"netrom": 0, "ether": 1, "slip": 256, "loopback": 772, "6lowpan": 825, "none": 65534,
		"0": 0, "772": 772, "0x304": 772, "01404": 772,
	} {
		if got, err := linkType(word); err != nil || got != want {
			t.Errorf("%s: %d, %v, want %d", word, got, err, want)
		}
	}
	for _, word := range []string{"", "Ether", "ether ", "1x", "4294967296"} {
		if got, err := linkType(word); err == nil {
			t.Errorf("%q: %d instead of an error", word, got)
		}
	}
}
