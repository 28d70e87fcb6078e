package iptunnel

import (
	"testing"

	"classicnet/internal/complete"
	"classicnet/internal/manpage"
	"classicnet/internal/tools/dashwords"
)

// The manual page has what the tables have, no less and no more.
func TestManPage(t *testing.T) {
	page := manpage.Read(t, "../../../man/iptunnel.8")
	var words []string
	for _, o := range dashwords.All() {
		words = append(words, o.Word)
	}
	manpage.Same(t, "options", page.Options, words...)
	known := []string{"inet", "inet6", "inherit"}
	for _, k := range keywords {
		known = append(known, k.word)
	}
	for _, m := range modes {
		known = append(known, m.word)
	}
	for i := range verbs {
		known = append(known, verbs[i].name)
	}
	manpage.Same(t, "words", page.Commands, known...)
	manpage.Same(t, "files", page.Files, devFile)
	manpage.Same(t, "exit statuses", page.Items["EXIT STATUS"], "0", "1", "255", "3")
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
	for _, k := range keywords {
		rows = append(rows, complete.Row{Place: "2", Word: k.word, About: k.about})
		if k.value != "" {
			rows = append(rows, complete.Row{Place: complete.Then, Word: k.word, About: k.word})
		}
	}
	for _, m := range modes {
		rows = append(rows, complete.Row{Place: "mode", Word: m.word})
	}
	rows = append(rows, complete.Words("ttl", "inherit")...)
	rows = append(rows, complete.Words("tos", "inherit")...)
	rows = append(rows, complete.Words("dev", complete.Interface)...)
	rows = append(rows, complete.Words("2", complete.Interface)...)
	complete.Check(t, "../../..", "iptunnel", rows)
}
