package nameif

import (
	"testing"

	"classicnet/internal/complete"
	"classicnet/internal/manpage"
	"classicnet/internal/syslog"
)

// The manual page has what the tables have, no less and no more.
func TestManPage(t *testing.T) {
	page := manpage.Read(t, "../../../man/nameif.8")
	var words []string
	options := new(command).parser().Options()
	for _, o := range options {
		words = append(words, complete.Spellings(o)...)
	}
	manpage.Same(t, "options", page.Options, words...)
	manpage.Same(t, "variables", page.Variables, "POSIXLY_CORRECT")
	manpage.Same(t, "files", page.Files, mactab, devFile, syslog.Socket)
	manpage.Same(t, "exit statuses", page.Items["EXIT STATUS"], "0", "1")
}

func TestCompletion(t *testing.T) {
	var rows []complete.Row
	options := new(command).parser().Options()
	for _, o := range options {
		rows = append(rows, complete.Options(o, o.Description)...)
	}
	rows = append(rows, complete.Words("file", complete.File)...)
	complete.Check(t, "../../..", "nameif", rows)
}
