package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLeft(t *testing.T) {
	names := []string{"dummy", "mkiss", "rose0", "sl0"}
	for release, want := range map[string][]string{
		"5.10.0-32-amd64": names, "6.12.117+deb13-amd64": names, "7.1": names,
		"7.2.13+deb14-amd64\n": {"dummy", "sl0"}, "8.0": {"dummy", "sl0"}, "10.1-rc1": {"dummy", "sl0"},
		"6.1.0-50-s390x\n": {"dummy"}, "": names,
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
	for release, want := range map[string]int{"5.10.0": len(makes) - 5, "6.12.1": len(makes) - 1, "7.2.13": len(makes) - 4} {
		if got := len(namesOf(release)); got != want {
			t.Errorf("%s makes %d links, want %d", release, got, want)
		}
	}
}

// The long ones are booted when they are named.
func TestWanted(t *testing.T) {
	for _, test := range []struct{ names, want []string }{
		{nil, []string{"tutorial", "bare", "interfaces", "links", "devices", "scripts", "bonds", "small", "nettools"}},
		{[]string{"types", "bare"}, []string{"bare", "types"}},
	} {
		var got []string
		for _, b := range wanted(test.names) {
			got = append(got, b.name)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%v (-want +got)\n%s", test.names, diff)
		}
	}
}
