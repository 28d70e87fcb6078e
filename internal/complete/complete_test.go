package complete

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTable(t *testing.T) {
	rows := append(Words("1", Interface), Words("3", "up", "down", "up")...)
	rows = append(rows, Values("hw", "CLASS ADDRESS"), Values("add", "ADDRESS[/PREFIX]"),
		Row{Option, "-a", "all of them"}, Row{Option, "-a", "again"})
	const want = "tool\t1\t@interface\t\n" +
		"tool\t3\tup\t\n" +
		"tool\t3\tdown\t\n" +
		"tool\tthen\thw\tclass address\n" +
		"tool\tthen\tadd\taddress/prefix\n" +
		"tool\toption\t-a\tall of them\n"
	if diff := cmp.Diff(want, string(table("tool", rows))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// What is written is what is checked.
func TestUpdate(t *testing.T) {
	root := t.TempDir()
	if err := os.MkdirAll(filepath.Join(root, "completion", "tables"), 0o755); err != nil {
		t.Fatal(err)
	}
	defer func(old bool) { *update = old }(*update)
	*update = true
	Check(t, root, "tool", Words("1", "up"))
	*update = false
	Check(t, root, "tool", Words("1", "up"))
	have, err := os.ReadFile(filepath.Join(root, "completion", "tables", "tool"))
	if err != nil || string(have) != "tool\t1\tup\t\n" {
		t.Errorf("%q %v", have, err)
	}
}
