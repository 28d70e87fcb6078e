package reliability

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

// hostileNames are names that the kernel takes, in the order of a listing,
// each with what a terminal shows of it. ('%' it takes in none.)
var hostileNames = []struct{ name, shown string }{
	{"\x01", "?"},
	{"\x1b[31mred", "?[31mred"},
	{`"q",{}`, `"q",{}`},
	{"$(id)", "$(id)"},
	{"'", "'"},
	{"*", "*"},
	{"-a", "-a"},
	{"--help", "--help"},
	{`\n`, `\n`},
	{"a;b", "a;b"},
	{"abcdefghijklmno", "abcdefghijklmno"},
	{"netmask", "netmask"},
	{"up", "up"},
	{"\x7f", "?"},
	{"\x9b31m", "?31m"},
	{"\u009b31m", "?31m"},
	{"äö", "äö"},
	{"\xff\xfe\x80", "\xff\xfe?"},
}

// hostileTown is a lab with links of all these names and no other but lo.
func hostileTown(t *testing.T) *netlab.Lab {
	t.Helper()
	lab := newLab(t, netlab.Veth)
	for i, n := range hostileNames {
		peer := fmt.Sprintf("x%d", i)
		check(t, n.name, netlab.Result{Exit: "0"}, lab.Run("ip", "link", "add", "name", n.name, "type", "veth", "peer", "name", peer))
		lab.Peer()
		lab.Sh("ip link set " + peer + " netns $PEERNS")
	}
	return lab
}

// firstColumn are the first words of the rows of a short listing but lo's.
func firstColumn(listing string) (names []string) {
	for _, line := range strings.Split(listing, "\n")[1:] {
		if name, _, ok := strings.Cut(line, " "); ok && name != "lo" {
			names = append(names, name)
		}
	}
	return names
}

// sorted sorts names by bytes: their order has tests of its own.
func sorted(names []string) []string { return slices.Sorted(slices.Values(names)) }

// Into a pipe names pass as they are, in every format.
func TestHostileNames(t *testing.T) {
	t.Parallel()
	lab := hostileTown(t)
	var names []string
	for _, n := range hostileNames {
		names = append(names, n.name)
		if _, shown := blocks(lab.Run("ifconfig", "-a").Stdout)[n.name]; !shown {
			t.Errorf("%q isn't in the listing", n.name)
		}
		if strings.HasPrefix(n.name, "-") {
			continue // an option; only listings reach such an interface
		}
		got := lab.Run("ifconfig", n.name)
		if got.Exit != "0" || !strings.HasPrefix(got.Stdout, n.name+" ") {
			t.Errorf("query of %q: %s %s%s", n.name, got.Exit, got.Stderr, got.Stdout)
		}
		check(t, "change of "+n.name, netlab.Result{Exit: "0"}, lab.Run("ifconfig", n.name, "mtu", "1400"))
	}
	got := firstColumn(lab.Run("ifconfig", "-s", "-a").Stdout)
	if diff := cmp.Diff(sorted(names), sorted(got)); diff != "" {
		t.Errorf("short listing (-want +got)\n%s", diff)
	}
}

// On a terminal no control byte is left, on neither stream.
func TestHostileNamesOnATerminal(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "script")
	lab := hostileTown(t)
	var want []string
	for _, n := range hostileNames {
		want = append(want, n.shown)
	}
	for _, options := range []string{"-s -a", "-a", "-a --dialect=busybox", "-a --dialect=net-tools-2.10", "-v -a"} {
		got := onTerminal(lab, "ifconfig "+options)
		for i, c := range []byte(got.Stdout) {
			if c < ' ' && c != '\n' || c == 0x7f || c >= 0x80 && c < 0xa0 && !within(got.Stdout, i) {
				t.Fatalf("%s: byte %#x in\n%q", options, c, got.Stdout)
			}
		}
		if options == "-s -a" {
			if diff := cmp.Diff(sorted(want), sorted(firstColumn(got.Stdout))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		}
	}
	got := onTerminal(lab, "ifconfig $(printf '\\033[31m')")
	if want := "?[31m: error fetching interface information: Device not found\n"; got.Stdout != want || got.Exit != "1" {
		t.Errorf("message: %q, status %s", got.Stdout, got.Exit)
	}
}

// within tells whether byte i belongs to a character of more than one byte.
func within(text string, i int) bool {
	for start := max(0, i-3); start <= i; start++ {
		if r, n := utf8.DecodeRuneInString(text[start:]); r != utf8.RuneError && n > 1 && start+n > i {
			return r >= 0xa0
		}
	}
	return false
}

// onTerminal runs a shell line with a pseudo-terminal as its three streams.
func onTerminal(lab *netlab.Lab, line string) netlab.Result {
	got := lab.Run("script", "-qec", line, "/dev/null")
	got.Stdout = strings.ReplaceAll(got.Stdout, "\r\n", "\n")
	return got
}

// JSON is valid whatever a name holds, and has every name that is text.
func TestHostileNamesInJSON(t *testing.T) {
	t.Parallel()
	lab := hostileTown(t)
	var want []string
	for _, n := range hostileNames {
		if utf8.ValidString(n.name) {
			want = append(want, n.name)
		}
	}
	got := slices.DeleteFunc(jsonNames(t, lab.Run("ifconfig", "--json", "-a").Stdout), func(name string) bool {
		return name == "lo" || strings.ContainsRune(name, utf8.RuneError)
	})
	if diff := cmp.Diff(sorted(want), sorted(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// jsonNames are the names in a listing as JSON.
func jsonNames(t *testing.T, text string) (names []string) {
	t.Helper()
	var list []struct{ Name string }
	if err := json.Unmarshal([]byte(text), &list); err != nil || !utf8.ValidString(text) {
		t.Fatalf("%v\n%s", err, text)
	}
	for _, i := range list {
		names = append(names, i.Name)
	}
	return names
}
