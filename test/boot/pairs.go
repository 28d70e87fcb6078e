package main

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/google/go-cmp/cmp"
)

// linkNames are the links that the machine has to have.
const linkNames = "ax0 bond0 dummy0 dummy0.7 erspan0 gre0 gretap0 ifb0 ip6gre0 ip6tnl0 lo " +
	"nr0 ppp0 rose0 sit0 sl0 tunl0 vcan0 wpan0"

// checkLinks: the first command tells the kernel's release, the second the lengths of
// addresses; the others come in pairs, theirs and ours.
func checkLinks(have screen) string { return checkPairs(have, strings.Fields(linkNames)) }

func checkPairs(have screen, names []string) string {
	if len(have) == 0 || len(have)%2 != 0 {
		return fmt.Sprintf("%d commands are not pairs\n", len(have))
	}
	lengths := addressLengths(have[1].text)
	wrong := missingLinks(lengths, left(have[0].text, names))
	for i := 3; i < len(have); i += 2 {
		theirs := settled(have[i-1].text, lengths)
		if diff := cmp.Diff(theirs, have[i].text); diff != "" {
			wrong += fmt.Sprintf("(-%s +%s)\n%s", have[i-1].command, have[i].command, diff)
		}
	}
	return wrong
}

// addressLengths reads lines like /sys/class/net/gre0/addr_len:4.
func addressLengths(text string) map[string]int {
	lengths := map[string]int{}
	for line := range strings.Lines(text) {
		var length int
		path, number, _ := strings.Cut(line, ":")
		if _, err := fmt.Sscan(number, &length); err == nil {
			parts := strings.Split(path, "/")
			lengths[parts[len(parts)-2]] = length
		}
	}
	return lengths
}

func missingLinks(lengths map[string]int, names []string) (wrong string) {
	for _, name := range names {
		if _, ok := lengths[name]; !ok {
			wrong += "no link " + name + "\n"
		}
	}
	return wrong
}

// unspec is an address of a link type that a tool doesn't know.
var unspec = regexp.MustCompile(`([0-9A-F]{2}-){15}[0-9A-F]{2}`)

// settled is their text with zeros where theirs has whatever was in memory:
// behind the link's address.
func settled(text string, lengths map[string]int) string {
	name := ""
	var b strings.Builder
	for line := range strings.Lines(text) {
		if line[0] != ' ' {
			name = line[:strings.IndexAny(line, ": \n")]
		}
		b.WriteString(unspec.ReplaceAllStringFunc(line, func(address string) string {
			own := min(len("00-")*lengths[name], len(address))
			return address[:own] + unspecZero[own:]
		}))
	}
	return b.String()
}

const unspecZero = "00-00-00-00-00-00-00-00-00-00-00-00-00-00-00-00"
