// Package golden replays recorded transcripts: it runs the commands of a case
// in a lab and compares what they print, how they end and what the kernel says
// afterwards with what was recorded, to the byte. testdata/golden/README.md
// describes the files.
package golden

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

// Suite is a folder of cases and the results of one implementation.
type Suite struct {
	Cases  string // folder of NAME.txtar, the commands
	Expect string // folder of NAME.txtar, the results
	// Only are patterns of case names as in filepath.Match; none is all cases.
	Only []string
	// Tools are the commands that netlab.Tools makes for the cases; with none
	// the machine's own are replayed.
	Tools []string
	// Env are variables KEY=VALUE for the commands.
	Env []string
	// Listings compares nothing but what successful listings print, as long as
	// the kernel's state is the recorded one: the check of an output dialect.
	// Cases without a listing are left out.
	Listings bool
	// Pending is a file of names of cases that don't pass yet, one a line, with
	// comments after '#'. One that passes, or doesn't exist, fails the test, so
	// the list can only shrink. "" is no list.
	Pending string
}

// Test runs each case of a suite as a parallel subtest of the case's name.
func Test(t *testing.T, s Suite) {
	pending := readPending(t, s.Pending)
	bin := []string{}
	if len(s.Tools) > 0 {
		bin = append(bin, netlab.Tools(t, s.Tools...))
	}
	for _, name := range s.names(t) {
		c, want := s.load(t, name)
		if s.Listings && !slices.ContainsFunc(c.Steps, Step.Listing) {
			continue
		}
		isPending := slices.Contains(pending, name)
		pending = slices.DeleteFunc(pending, func(p string) bool { return p == name })
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			netlab.Need(t, c.needs()...)
			got, err := c.Run(netlab.New(t, bin...), s.Env)
			if err != nil {
				t.Fatal(err)
			}
			want := s.excuse(t, name, c, want, got)
			report(t, s.compare(c, want, got), isPending)
		})
	}
	for _, name := range pending {
		t.Errorf("%s: no case %s", s.Pending, name)
	}
}

// names are the suite's cases, sorted.
func (s Suite) names(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(s.Cases, "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		matches := func(pattern string) bool { ok, _ := filepath.Match(pattern, name); return ok }
		if len(s.Only) == 0 || slices.ContainsFunc(s.Only, matches) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		t.Fatalf("no cases in %s", s.Cases)
	}
	return names
}

func (s Suite) load(t *testing.T, name string) (*Case, Results) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.Cases, name+".txtar"))
	if err != nil {
		t.Fatal(err)
	}
	c, err := ParseCase(data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	data, err = os.ReadFile(filepath.Join(s.Expect, name+".txtar"))
	if err != nil {
		t.Fatal(err)
	}
	return c, ParseResults(data)
}

func (s Suite) compare(c *Case, want, got Results) Findings {
	if s.Listings {
		return c.CompareListings(want, got, netlab.Lacks)
	}
	return c.Compare(want, got, netlab.Lacks)
}
