package miitool

import (
	"testing"

	"classicnet/internal/complete"
	"classicnet/internal/manpage"
	"classicnet/internal/syslog"
)

// The manual page has what the tables have, no less and no more.
func TestManPage(t *testing.T) {
	page := manpage.Read(t, "../../../man/mii-tool.8")
	var words []string
	options := new(command).parser().Options()
	for _, o := range options {
		words = append(words, complete.Spellings(o)...)
	}
	manpage.Same(t, "options", page.Options, words...)
	manpage.Same(t, "variables", page.Variables, "POSIXLY_CORRECT")
	var known []string
	for _, m := range media {
		known = append(known, m.name)
	}
	manpage.Same(t, "media", page.Commands, known...)
	manpage.Same(t, "files", page.Files, syslog.Socket)
	manpage.Same(t, "exit statuses", page.Items["EXIT STATUS"], "0", "1", "2")
}

func TestCompletion(t *testing.T) {
	var rows []complete.Row
	options := new(command).parser().Options()
	for _, o := range options {
		rows = append(rows, complete.Options(o, o.Description)...)
	}
	for _, m := range media {
		rows = append(rows, complete.Row{Place: "medium", Word: m.name})
	}
	rows = append(rows, complete.Words("1", complete.Interface)...)
	complete.Check(t, "../../..", "mii-tool", rows)
}
