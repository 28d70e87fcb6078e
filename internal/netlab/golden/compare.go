package golden

import (
	"fmt"
	"regexp"

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
	if d := cmp.Diff(want["0.state"], got["0.state"]); d != "" {
		f.Diffs = []string{otherMachine, d}
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

const otherMachine = "the state before step 1 differs: another kernel or another ip?"

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
		f.Diffs = append(f.Diffs, fmt.Sprintf("%s (-want +got):\n%s", key, cmp.Diff(want[key], got[key])))
	}
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
