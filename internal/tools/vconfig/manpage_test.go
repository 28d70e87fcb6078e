package vconfig

import (
	"strconv"
	"testing"

	"classicnet/internal/complete"
	"classicnet/internal/manpage"
)

// The manual page has what the tables have, no less and no more.
func TestManPage(t *testing.T) {
	page := manpage.Read(t, "../../../man/vconfig.8")
	words, statuses := []string{"0", "1"}, []string{"0", strconv.Itoa(statusUsage), strconv.Itoa(statusUnknown)}
	for i := range verbs {
		words, statuses = append(words, verbs[i].name), append(statuses, strconv.Itoa(verbs[i].status))
	}
	for _, w := range ways {
		words = append(words, w.name)
	}
	manpage.Same(t, "words", page.Commands, words...)
	manpage.Same(t, "options", page.Options)
	manpage.Same(t, "files", page.Files, configFile)
	manpage.Same(t, "exit statuses", page.Items["EXIT STATUS"], statuses...)
}

func TestCompletion(t *testing.T) {
	var rows []complete.Row
	for i := range verbs {
		rows = append(rows, complete.Row{Place: "1", Word: verbs[i].name, About: verbs[i].about})
	}
	rows = append(rows, complete.Row{Place: complete.Then, Word: nameType, About: "type"})
	for _, w := range ways {
		rows = append(rows, complete.Row{Place: "type", Word: w.name, About: w.example})
	}
	complete.Check(t, "../../..", "vconfig", append(rows, complete.Words("2", complete.Interface)...))
}
