package slattach

import (
	"testing"

	"classicnet/internal/complete"
	"classicnet/internal/ids"
	"classicnet/internal/manpage"
)

// The manual page has what the tables have, no less and no more.
func TestManPage(t *testing.T) {
	page := manpage.Read(t, "../../../man/slattach.8")
	var words []string
	options := new(command).parser().Options()
	for _, o := range options {
		words = append(words, complete.Spellings(o)...)
	}
	manpage.Same(t, "options", page.Options, words...)
	manpage.Same(t, "variables", page.Variables, "POSIXLY_CORRECT")
	var known []string
	for _, p := range protocols {
		known = append(known, p.name)
	}
	for _, s := range speeds {
		known = append(known, s.word)
	}
	manpage.Same(t, "protocols and speeds", page.Commands, known...)
	manpage.Same(t, "files", page.Files, "/dev", "/var/lock", ids.Users)
	manpage.Same(t, "exit statuses", page.Items["EXIT STATUS"], "0", "1", "3")
}

func TestCompletion(t *testing.T) {
	var rows []complete.Row
	options := new(command).parser().Options()
	for _, o := range options {
		rows = append(rows, complete.Options(o, o.Description)...)
	}
	for _, p := range protocols {
		rows = append(rows, complete.Row{Place: "protocol", Word: p.name})
	}
	for _, s := range speeds {
		rows = append(rows, complete.Row{Place: "speed", Word: s.word})
	}
	rows = append(rows, complete.Words("1", complete.File)...)
	complete.Check(t, "../../..", "slattach", rows)
}
