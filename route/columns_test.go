package route

import (
	"fmt"
	"testing"
)

// A column is what printf makes of %-Ns, %Ns and their precisions.
func TestAppendColumns(t *testing.T) {
	for _, text := range []string{"", "a", "abcd", "abcdefgh", "\xff\x00", "é"} {
		for _, width := range []int{0, 1, 4, 20} {
			for _, cut := range []int{0, 2, 6} {
				for _, right := range []bool{false, true} {
					columns := []column[string]{
						{put: func(b []byte, _ *string) []byte { return append(b, '<') }},
						{put: func(b []byte, s *string) []byte { return append(b, *s...) }, width: width, right: right, cut: cut, gap: "> "},
					}
					got := string(appendColumns([]byte("before "), columns, &text))
					if want := "before <" + printed(text, width, cut, right) + "> "; got != want {
						t.Errorf("%q width %d cut %d right %v: %q, want %q", text, width, cut, right, got, want)
					}
				}
			}
		}
	}
}

// printed pads bytes, where fmt would count characters.
func printed(text string, width, cut int, right bool) string {
	if cut > 0 && len(text) > cut {
		text = text[:cut]
	}
	blanks := fmt.Sprintf("%*s", max(width-len(text), 0), "")
	if right {
		return blanks + text
	}
	return text + blanks
}
