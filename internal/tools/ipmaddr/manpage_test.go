package ipmaddr

import (
	"testing"

	"classicnet/internal/complete"
	"classicnet/internal/manpage"
	"classicnet/internal/tools/dashwords"
)

// The manual page has what the tables have, no less and no more.
func TestManPage(t *testing.T) {
	page := manpage.Read(t, "../../../man/ipmaddr.8")
	var words []string
	for _, o := range dashwords.All() {
		words = append(words, o.Word)
	}
	manpage.Same(t, "options", page.Options, words...)
	known := []string{dev, "all", "inet", "inet6"}
	var files []string
	for _, f := range families {
		known, files = append(known, f.word), append(files, f.file)
	}
	for i := range verbs {
		known = append(known, verbs[i].name)
	}
	manpage.Same(t, "words", page.Commands, known...)
	manpage.Same(t, "files", page.Files, files...)
	manpage.Same(t, "fields", page.Items["JSON"], "ifindex", "interface", "family", "address", "users", "static")
	manpage.Same(t, "exit statuses", page.Items["EXIT STATUS"], "0", "1", "3")
}

func TestCompletion(t *testing.T) {
	var rows []complete.Row
	for _, o := range dashwords.All() {
		rows = append(rows, complete.Row{Place: complete.Option, Word: o.Word, About: o.About})
		if o.Values != nil {
			rows = append(rows, complete.Row{Place: complete.Then, Word: o.Word, About: "family"})
			rows = append(rows, complete.Words("family", o.Values...)...)
		}
	}
	for i := range verbs {
		rows = append(rows, complete.Row{Place: "1", Word: verbs[i].name, About: verbs[i].about})
	}
	for _, f := range families {
		rows = append(rows, complete.Row{Place: "2", Word: f.word})
	}
	rows = append(rows, complete.Words("2", "all", dev, complete.Interface)...)
	complete.Check(t, "../../..", "ipmaddr", rows)
}
