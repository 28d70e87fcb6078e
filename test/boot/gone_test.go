package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLeft(t *testing.T) {
	names := []string{"dummy", "mkiss", "rose0"}
	for release, want := range map[string][]string{
		"5.10.0-32-amd64": names, "6.12.117+deb13-amd64": names, "7.1": names,
		"7.2.13+deb14-amd64\n": {"dummy"}, "8.0": {"dummy"}, "10.1-rc1": {"dummy"}, "": names,
	} {
		if diff := cmp.Diff(want, left(release, names)); diff != "" {
			t.Errorf("%q (-want +got)\n%s", release, diff)
		}
	}
}

// What links need is there before them, and each name is one's alone.
func TestMakes(t *testing.T) {
	seen := map[string]bool{}
	for _, m := range makes {
		if seen[m.name] {
			t.Errorf("%s is there twice", m.name)
		}
		seen[m.name] = true
	}
	for release, want := range map[string]int{"5.10.0": len(makes) - 3, "6.12.1": len(makes) - 1, "7.2.13": len(makes) - 4} {
		if got := len(namesOf(release)); got != want {
			t.Errorf("%s makes %d links, want %d", release, got, want)
		}
	}
}

// On another processor there are no cards of a PC.
func TestWanted(t *testing.T) {
	for _, test := range []struct {
		names []string
		arch  string
		want  []string
	}{
		{nil, "amd64", []string{"tutorial", "bare", "interfaces", "links", "devices", "scripts", "bonds", "small", "nettools"}},
		{nil, "s390x", []string{"transcripts", "live"}},
		{[]string{"live", "bare"}, "amd64", []string{"bare", "live"}},
	} {
		var got []string
		for _, b := range wanted(test.names, findArch(test.arch)) {
			got = append(got, b.name)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%v %s (-want +got)\n%s", test.names, test.arch, diff)
		}
	}
}
