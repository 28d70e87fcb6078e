package golden

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/google/go-cmp/cmp"
)

// Findings are what the comparison of a case came to.
type Findings struct {
	Diffs []string // what differs, for people
	// NotComparedFrom is the step from which on nothing was compared, 0 for none.
	NotComparedFrom int
	// Lacking are steps that weren't compared for what the machine lacks.
	Lacking []Lack
}

// Lack is a step that needs what the machine hasn't.
type Lack struct{ Step, What string }

// Compare compares all streams, statuses and states. A step with a skip
// section, or that needs what this machine lacks, isn't compared, and after it
// the rest only if the state is the recorded one.
func (c *Case) Compare(want, got Results, lacks func(string) error) (f Findings) {
	if f.otherMachine(want, got) {
		return f
	}
	for i, s := range c.Steps {
		n := i + 1
		lacking := f.lack(n, s, lacks)
		if _, skip := want[section(n, "skip")]; skip || lacking {
			if want[section(n, "state")] != got[section(n, "state")] {
				f.NotComparedFrom = n
				return f
			}
			continue
		}
		f.diff(n, s, want, got, "stdout", "stderr", "exit", "state")
	}
	return f
}

// otherMachine notes it when the situation itself is not the recorded one.
func (f *Findings) otherMachine(want, got Results) bool {
	const key = "0.state"
	if want[key] == got[key] {
		return false
	}
	f.Diffs = append(f.Diffs, "before step 1: another kernel or another ip?", textDiff(key, want, got))
	return true
}

// lack notes it when a step needs what the machine lacks.
func (f *Findings) lack(n int, s Step, lacks func(string) error) bool {
	what := s.need()
	if what == "" || lacks(what) == nil {
		return false
	}
	f.Lacking = append(f.Lacking, Lack{fmt.Sprintf("step %d: %s", n, s.Line), what})
	return true
}

// diff compares sections of one step.
func (f *Findings) diff(n int, s Step, want, got Results, kinds ...string) {
	head := false
	for _, kind := range kinds {
		key := section(n, kind)
		if sameText(want[key], got[key]) {
			continue
		}
		if !head {
			f.Diffs = append(f.Diffs, fmt.Sprintf("step %d: %s", n, s.Line))
			head = true
		}
		f.Diffs = append(f.Diffs, textDiff(key, want, got))
	}
}

// textDiff shows where a section differs, by lines.
func textDiff(key string, want, got Results) string {
	lines := func(text string) []string { return strings.SplitAfter(text, "\n") }
	return fmt.Sprintf("%s (-want +got):\n%s", key, cmp.Diff(lines(want[key]), lines(got[key])))
}

// counted is what is stored for a help or usage text: how long it was.
var counted = regexp.MustCompile(`^\(\d+ bytes\)\n$`)

// sameText compares a text with a stored one. Any text but an empty one is the
// same as a help text.
func sameText(want, got string) bool {
	if counted.MatchString(want) {
		return got != ""
	}
	return want == got
}
