package main

import (
	"fmt"
	"slices"
)

// lost is a module, and the link that it made, since the first Linux without it.
type lost struct {
	module, link string
	since        version
}

// gone is what Linux has given up.
var gone = []lost{
	{"mkiss", "ax0", version{7, 2}},
	{"6pack", "sp0", version{7, 2}},
	{"netrom", "nr0", version{7, 2}},
	{"rose", "rose0", version{7, 2}},
}

// version is of Linux, its first two numbers.
type version [2]int

// versionOf reads a release, as uname -r tells it; 0.0 is none.
func versionOf(release string) (v version) {
	fmt.Sscanf(release, "%d.%d", &v[0], &v[1]) // what can't be read is 0
	return v
}

// lacks tells whether a release has given up something: its module or its link.
func lacks(release, name string) bool {
	v := versionOf(release)
	return slices.ContainsFunc(gone, func(l lost) bool {
		return (l.module == name || l.link == name) && slices.Compare(v[:], l.since[:]) >= 0
	})
}

// left are those of the names that a release hasn't given up.
func left(release string, names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return lacks(release, name) })
}
