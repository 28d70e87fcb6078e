package golden

import (
	"regexp"
	"slices"
	"strings"
)

// CompareListings compares what listings that succeed print, until the state
// is another than the recorded one.
func (c *Case) CompareListings(want, got Results, lacks func(string) error) (f Findings) {
	if f.otherMachine(want, got) {
		return f
	}
	for i, s := range c.Steps {
		n := i + 1
		if want[section(n, "state")] != got[section(n, "state")] {
			f.NotComparedFrom = n
			return f
		}
		_, skip := want[section(n, "skip")]
		if skip || !s.Listing() || counted.MatchString(want[section(n, "stdout")]) ||
			strings.TrimSpace(want[section(n, "exit")]) != "0" || f.lack(n, s, lacks) {
			continue
		}
		f.diff(n, s, want, got, "stdout")
	}
	return f
}

// routeOption is an option of route, or of netstat -r, that lists.
var routeOption = regexp.MustCompile(`^(-[nNveFCA46]+|--(inet6?|fib|cache|numeric|extend))$`)

// Listing tells whether a step does nothing but list interfaces or routes.
func (s Step) Listing() bool {
	if len(s.Args) == 0 {
		return false
	}
	rest := slices.Clone(s.Args[1:])
	remove := func(words ...string) {
		rest = slices.DeleteFunc(rest, func(w string) bool { return slices.Contains(words, w) })
	}
	switch s.Args[0] {
	case "ifconfig":
		remove("-a", "-s", "-v")
		return len(rest) == 0 || len(rest) == 1 && !strings.HasPrefix(rest[0], "-")
	case "route":
		remove("inet", "inet6")
		return !slices.ContainsFunc(rest, func(w string) bool { return !routeOption.MatchString(w) })
	}
	return false
}
