package golden

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSplitWords(t *testing.T) {
	for _, c := range []struct {
		line string
		want []string
	}{
		{"", nil},
		{" \t ", nil},
		{"ifconfig", []string{"ifconfig"}},
		{"  ifconfig\teth1   up ", []string{"ifconfig", "eth1", "up"}},
		{"ifconfig v0 mtu ''", []string{"ifconfig", "v0", "mtu", ""}},
		{"ifconfig v0 mtu ' 1200'", []string{"ifconfig", "v0", "mtu", " 1200"}},
		{`a'b c'"d e"f`, []string{"ab cd ef"}},
		{`"say \"x\" \\ \n $HOME"`, []string{`say "x" \ \n $HOME`}},
		{`'a\b'`, []string{`a\b`}},
		{`a\ b \# \\`, []string{"a b", "#", `\`}},
		{"a # b", []string{"a", "#", "b"}},
		{"\"\xff\x1b\"", []string{"\xff\x1b"}},
	} {
		got, err := splitWords(c.line)
		if err != nil {
			t.Errorf("%q: %v", c.line, err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", c.line, diff)
		}
	}
}

func TestSplitWordsUnfinished(t *testing.T) {
	for _, line := range []string{`a '`, `"b`, `"b\"`, `c\`, `'a"`} {
		if got, err := splitWords(line); err == nil {
			t.Errorf("%q: %q instead of an error", line, got)
		}
	}
}

// FuzzSplitWords: words that are quoted in either way come back as they were.
func FuzzSplitWords(f *testing.F) {
	f.Add("ifconfig", "eth1")
	f.Add("", "it's")
	f.Add(`a"b\`, "\x00\xff ")
	f.Fuzz(func(t *testing.T, a, b string) {
		single := "'" + strings.ReplaceAll(a, "'", `'\''`) + "'"
		double := `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(b) + `"`
		got, err := splitWords(single + " " + double)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{a, b}, got); diff != "" {
			t.Error(diff)
		}
	})
}
