package dialect

import (
	"testing"

	"classicnet/internal/manpage"
)

// The manual page has every dialect, and no other word.
func TestManPage(t *testing.T) {
	page := manpage.Read(t, "../../man/classicnet-dialects.7")
	words := []string{"list"}
	for _, d := range append(All(), AllStanzas()...) {
		words = append(words, d.Name)
	}
	manpage.Same(t, "dialects", page.Commands, words...)
	manpage.Same(t, "variables", page.Variables, Variable)
}
