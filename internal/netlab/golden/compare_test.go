package golden

import (
	"errors"
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

// threeSteps is a case with a listing, a change and a help text.
func threeSteps(t *testing.T) *Case {
	t.Helper()
	c, err := ParseCase([]byte(`-- 1.cmd --
ifconfig
-- 2.cmd --
ifconfig v0 txqueuelen 5
-- 3.cmd --
route --help
`))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func threeResults(changes Results) Results {
	r := Results{"0.state": "s\n",
		"1.stdout": "list\n", "1.stderr": "", "1.exit": "0\n", "1.state": unchanged,
		"2.stdout": "", "2.stderr": "", "2.exit": "0\n", "2.state": "t\n",
		"3.stdout": "(12 bytes)\n", "3.stderr": "", "3.exit": "4\n", "3.state": unchanged,
	}
	maps.Copy(r, changes)
	return r
}

// lacksNothing is a machine that has everything.
func lacksNothing(string) error { return nil }

// lacksTxQueueLen is a machine that refuses step 2.
func lacksTxQueueLen(what string) error {
	if what == netlab.TxQueueLen {
		return errors.New("refused")
	}
	return nil
}

// finding is Findings with the sections that differ in place of the texts about them.
type finding struct {
	Differ          string
	NotComparedFrom int
	Lacking         []Lack
}

func brief(f Findings) finding {
	var differ []string
	for _, d := range f.Diffs {
		if key, _, ok := strings.Cut(d, " (-want +got)"); ok {
			differ = append(differ, key)
		}
	}
	return finding{strings.Join(differ, " "), f.NotComparedFrom, f.Lacking}
}

func TestCompare(t *testing.T) {
	refused := []Lack{{"step 2: ifconfig v0 txqueuelen 5", netlab.TxQueueLen}}
	for _, c := range []struct {
		name      string
		want, got Results
		lacks     func(string) error
		finding   finding
	}{
		{"the same", nil, Results{"3.stdout": "usage: x\n"}, lacksNothing, finding{}},
		{"a help text is missing", nil, Results{"3.stdout": ""}, lacksNothing, finding{Differ: "3.stdout"}},
		{"a help text on the wrong stream", nil, Results{"3.stdout": "", "3.stderr": "usage: x\n"},
			lacksNothing, finding{Differ: "3.stdout 3.stderr"}},
		{"one byte", nil, Results{"1.stdout": "List\n"}, lacksNothing, finding{Differ: "1.stdout"}},
		{"no newline at the end", nil, Results{"1.stdout": "list"}, lacksNothing, finding{Differ: "1.stdout"}},
		{"every section of a step", nil, Results{"2.stdout": "a", "2.stderr": "b", "2.exit": "signal 11\n", "2.state": "c\n"},
			lacksNothing, finding{Differ: "2.stdout 2.stderr 2.exit 2.state"}},
		{"another machine", nil, Results{"0.state": "u\n", "1.stdout": ""}, lacksNothing, finding{Differ: "0.state"}},
		{"skipped, and goes on", Results{"1.skip": "varies\n"}, Results{"1.stdout": "x", "1.exit": "1\n", "3.exit": "1\n"},
			lacksNothing, finding{Differ: "3.exit"}},
		{"skipped, then another state", Results{"1.skip": "varies\n"}, Results{"1.state": "v\n", "3.exit": "1\n"},
			lacksNothing, finding{NotComparedFrom: 1}},
		{"refused, then another state", nil, Results{"2.stderr": "no\n", "2.state": unchanged, "3.exit": "1\n"},
			lacksTxQueueLen, finding{NotComparedFrom: 2, Lacking: refused}},
		{"refused, and goes on", nil, Results{"2.stderr": "no\n", "3.exit": "1\n"},
			lacksTxQueueLen, finding{Differ: "3.exit", Lacking: refused}},
	} {
		got := brief(threeSteps(t).Compare(threeResults(c.want), threeResults(c.got), c.lacks))
		if diff := cmp.Diff(c.finding, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, diff)
		}
	}
}

func TestCompareListings(t *testing.T) {
	for _, c := range []struct {
		name      string
		want, got Results
		finding   finding
	}{
		{"messages and statuses don't count", nil, Results{"1.stderr": "x", "2.stdout": "y", "2.exit": "9\n"}, finding{}},
		{"a listing", nil, Results{"1.stdout": "x"}, finding{Differ: "1.stdout"}},
		{"a listing that fails", Results{"1.exit": "1\n"}, Results{"1.stdout": "x"}, finding{}},
		{"a skipped listing", Results{"1.skip": "varies\n"}, Results{"1.stdout": "x"}, finding{}},
		{"a help text", Results{"1.stdout": "(9 bytes)\n"}, Results{"1.stdout": ""}, finding{}},
		{"another state", Results{"1.state": "v\n"}, Results{"1.stdout": "x"}, finding{NotComparedFrom: 1}},
		{"another machine", nil, Results{"0.state": "u\n"}, finding{Differ: "0.state"}},
	} {
		got := brief(threeSteps(t).CompareListings(threeResults(c.want), threeResults(c.got), lacksNothing))
		if diff := cmp.Diff(c.finding, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, diff)
		}
	}
}

// What differs is named by its command and shown by lines, blanks and all.
func TestCompareText(t *testing.T) {
	f := threeSteps(t).Compare(threeResults(Results{"1.stdout": "a\nb \nc\n"}),
		threeResults(Results{"1.stdout": "a\nb\nc"}), lacksNothing)
	text := strings.ReplaceAll(strings.Join(f.Diffs, "\n"), "\u00a0", " ") // cmp varies its blanks
	for _, want := range []string{"step 1: ifconfig\n1.stdout (-want +got):\n", `"b \n",`, `"b\n",`, `"c\n",`, `"c",`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

func TestListing(t *testing.T) {
	for line, want := range map[string]bool{
		"ifconfig":                   true,
		"ifconfig -a -s":             true,
		"ifconfig -v eth1:0":         true,
		"ifconfig eth1 up":           false,
		"ifconfig -all":              false,
		"ifconfig eth1 -s":           true,
		"route":                      true,
		"route -n -ee":               true,
		"route -A inet6 --numeric":   true,
		"route --inet6 --cache":      true,
		"route add default gw a":     false,
		"route -V":                   false,
		"route --help":               false,
		"cat /proc/net/route":        false,
		"setpriv --reuid 1 ifconfig": false,
	} {
		words, err := splitWords(line)
		if got := (Step{Args: words}).Listing(); err != nil || got != want {
			t.Errorf("%s: %v, %v; want %v", line, got, err, want)
		}
	}
}

func TestSortInet6(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"a\nb", "a\nb"},
		{"b\n  inet6 2\n  inet6 1\na\n", "b\n  inet6 1\n  inet6 2\na\n"},
		{"\tinet6 9\n  inet 1\ninet6 3\ninet6 2", "\tinet6 9\n  inet 1\ninet6 2\ninet6 3"},
		{"inet62\ninet6\ninet6 b\ninet6 a\n", "inet62\ninet6\ninet6 a\ninet6 b\n"},
	} {
		if got := sortInet6(c.text); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
