package golden

import (
	"os"
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

// report turns the findings about a case into the end of its test. Steps that
// need what the machine lacks are skipped by name.
func report(t *testing.T, f Findings, pending bool) {
	t.Helper()
	for _, l := range f.Lacking {
		t.Run(l.Step, func(t *testing.T) { netlab.Need(t, l.What) })
	}
	if f.NotComparedFrom > 0 {
		t.Logf("not compared from step %d on: there the state is another", f.NotComparedFrom)
	}
	switch failed, why := f.verdict(pending); {
	case failed:
		t.Error(why)
	case why != "":
		t.Skip(why)
	}
}

// verdict tells whether a case fails, and why it fails or is skipped.
func (f Findings) verdict(pending bool) (failed bool, why string) {
	diff := strings.Join(f.Diffs, "\n")
	switch {
	case !pending:
		return diff != "", diff
	case diff != "":
		return false, "pending\n" + diff
	case len(f.Lacking) > 0:
		return false, "pending, and not all of it was compared"
	}
	return true, "passes: take it from the list of pending cases"
}

// readPending reads a list of names.
func readPending(t *testing.T, file string) []string {
	t.Helper()
	if file == "" {
		return nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(data)) {
		line, _, _ = strings.Cut(line, "#")
		names = append(names, strings.Fields(line)...)
	}
	return names
}
