package main

import (
	"fmt"
	"slices"
	"strings"
)

// lost is a module, and the link that it made, since the first Linux without it; or
// one that Debian doesn't build for a processor.
type lost struct {
	module, link string
	since        version
	arch         string
}

// gone is what Linux has given up, and what Debian builds for PCs alone.
var gone = []lost{
	{module: "mkiss", link: "ax0", since: version{7, 2}},
	{module: "6pack", link: "sp0", since: version{7, 2}},
	{module: "netrom", link: "nr0", since: version{7, 2}},
	{module: "rose", link: "rose0", since: version{7, 2}},
	{module: "slip", link: "sl0", arch: "s390x"},
	{module: "mkiss", link: "ax0", arch: "s390x"},
	{module: "6pack", link: "sp0", arch: "s390x"},
	{module: "ppp_generic", link: "ppp0", arch: "s390x"},
	{module: "netrom", link: "nr0", arch: "s390x"},
	{module: "rose", link: "rose0", arch: "s390x"},
	{module: "mac80211_hwsim", link: "wlan0", arch: "s390x"},
	{link: "hwsim0", arch: "s390x"},
	{module: "usb_f_phonet", link: "upnlink0", arch: "s390x"},
	{module: "hsr", link: "hsr0", arch: "s390x"},
	{module: "ovpn", link: "ovpn0", arch: "s390x"},
	{module: "ip6_vti", link: "ip6_vti0", arch: "s390x"}, // is there, and left alone in emulated machines
}

// in tells whether a release, as uname -r tells it, is without it.
func (l lost) in(release string) bool {
	if l.arch != "" {
		return strings.HasSuffix(strings.TrimSpace(release), "-"+l.arch)
	}
	v := versionOf(release)
	return slices.Compare(v[:], l.since[:]) >= 0
}

// version is of Linux, its first two numbers.
type version [2]int

// versionOf reads a release, as uname -r tells it; 0.0 is none.
func versionOf(release string) (v version) {
	fmt.Sscanf(release, "%d.%d", &v[0], &v[1]) // what can't be read is 0
	return v
}

// lacks tells whether a release is without something: its module or its link.
func lacks(release, name string) bool {
	return slices.ContainsFunc(gone, func(l lost) bool {
		return name != "" && (l.module == name || l.link == name) && l.in(release)
	})
}

// left are those of the names that a release isn't without.
func left(release string, names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return lacks(release, name) })
}
