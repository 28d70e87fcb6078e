package procnet

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWord(t *testing.T) {
	tests := []struct {
		line  string
		limit int
		want  []string
	}{
		{"", 16, nil},
		{" \t ", 16, nil},
		{"a b", 16, []string{"a", "b"}},
		{"\ta\v\vb\fc\rd ", 16, []string{"a", "b", "c", "d"}},
		{"abcdef gh", 4, []string{"abcd", "ef", "gh"}},
		{"abcd", 4, []string{"abcd"}},
		{"a\x85\xa0b", 16, []string{"a\x85\xa0b"}}, // no blanks of Latin-1
		{"\x1b[1m %s", 16, []string{"\x1b[1m", "%s"}},
	}
	for _, tt := range tests {
		c := cursor{line: []byte(tt.line)}
		var got []string
		for {
			w, ok := c.word(tt.limit)
			if !ok {
				break
			}
			got = append(got, string(w))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("words of %q (-want +got):\n%s", tt.line, diff)
		}
	}
}

func TestFixed(t *testing.T) {
	tests := []struct {
		line string
		want [3]string
	}{
		{"", [3]string{"", "", ""}},
		{"ab", [3]string{"ab", "", ""}},
		{"abcdefghij", [3]string{"abcd", "efgh", "ij"}},
		{"a b  c  d ", [3]string{"a b", "c", "d"}},
		{"    x", [3]string{"", "x", ""}},
		{"\xa0 \xc2\x85 a\xc2\xa0\t\r", [3]string{"\xa0 \xc2\x85", "a\xc2\xa0", ""}}, // blanks of Unicode's
	}
	for _, tt := range tests {
		c := cursor{line: []byte(tt.line)}
		got := [3]string{string(c.fixed(4)), string(c.fixed(4)), string(c.fixed(4))}
		if got != tt.want {
			t.Errorf("columns of %q: %q, want %q", tt.line, got, tt.want)
		}
	}
}
