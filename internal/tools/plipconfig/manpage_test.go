package plipconfig

import (
	"testing"

	"classicnet/internal/complete"
	"classicnet/internal/manpage"
)

// The manual page has what the tables have, no less and no more.
func TestManPage(t *testing.T) {
	page := manpage.Read(t, "../../../man/plipconfig.8")
	var words, known []string
	for _, o := range options {
		words = append(words, o.word)
	}
	for _, k := range keywords {
		known = append(known, k.word)
	}
	manpage.Same(t, "options", page.Options, words...)
	manpage.Same(t, "words", page.Commands, known...)
	manpage.Same(t, "exit statuses", page.Items["EXIT STATUS"], "0", "1", "255", "3")
}

func TestCompletion(t *testing.T) {
	var rows []complete.Row
	for _, o := range options {
		rows = append(rows, complete.Row{Place: complete.Option, Word: o.word, About: o.about})
	}
	for _, k := range keywords {
		rows = append(rows, complete.Row{Place: "2", Word: k.word, About: k.about})
		rows = append(rows, complete.Row{Place: complete.Then, Word: k.word, About: k.word})
	}
	rows = append(rows, complete.Words("1", complete.Interface)...)
	complete.Check(t, "../../..", "plipconfig", rows)
}
