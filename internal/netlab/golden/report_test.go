package golden

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestVerdict(t *testing.T) {
	lacking := []Lack{{"step 1: x", "y"}}
	for _, c := range []struct {
		name    string
		f       Findings
		pending bool
		failed  bool
		why     string
	}{
		{"passes", Findings{}, false, false, ""},
		{"passes as far as the machine goes", Findings{Lacking: lacking}, false, false, ""},
		{"fails", Findings{Diffs: []string{"a", "b"}}, false, true, "a\nb"},
		{"pending and fails", Findings{Diffs: []string{"a"}}, true, false, "pending\na"},
		{"pending and passes", Findings{}, true, true, "passes: take it from the list of pending cases"},
		{"pending and half compared", Findings{Lacking: lacking}, true, false, "pending, and not all of it was compared"},
	} {
		failed, why := c.f.verdict(c.pending)
		if failed != c.failed || why != c.why {
			t.Errorf("%s: %v, %q; want %v, %q", c.name, failed, why, c.failed, c.why)
		}
	}
}

func TestReadPending(t *testing.T) {
	file := filepath.Join(t.TempDir(), "pending.txt")
	text := "# not yet\nlist-a\n\n  kw-b # its map\n# list-c\n"
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"list-a", "kw-b"}, readPending(t, file)); diff != "" {
		t.Error(diff)
	}
	if got := readPending(t, ""); got != nil {
		t.Errorf("no list: %q", got)
	}
}
