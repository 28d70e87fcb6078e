package netstat

import (
	"slices"
	"strconv"
	"testing"

	"classicnet/internal/complete"
	"classicnet/internal/dialect"
	"classicnet/internal/manpage"
)

// The manual page has what the tables have, no less and no more.
func TestManPage(t *testing.T) {
	page := manpage.Read(t, "../man/netstat.8")
	words := []string{"list"}
	for _, d := range dialect.All() {
		words = append(words, d.Name)
	}
	options := []string{"--"}
	for _, o := range new(command).parser().Options() {
		options = append(options, complete.Spellings(o)...)
	}
	var statuses []string
	for _, status := range []int{statusOK, statusFailed, statusUsage, statusWrongDialect, statusUnreadable} {
		statuses = append(statuses, strconv.Itoa(status))
	}
	manpage.Same(t, "words", page.Commands, words...)
	manpage.Same(t, "options", page.Options, options...)
	manpage.Same(t, "variables", page.Variables, dialect.Variable, "POSIXLY_CORRECT", "LOCALDOMAIN", "RES_OPTIONS")
	manpage.Same(t, "exit statuses", page.Items["EXIT STATUS"], statuses...)
}

// The tables of shell completion have what is supported.
func TestCompletion(t *testing.T) {
	var rows []complete.Row
	for _, o := range new(command).parser().Options() {
		if o.Hidden {
			continue
		}
		rows = append(rows, complete.Options(o, o.Description)...)
	}
	rows = append(rows, complete.Words("af", slices.Sorted(slices.Values(familyWordList()))...)...)
	for _, d := range dialect.All() {
		rows = append(rows, complete.Row{Place: "name", Word: d.Name, About: d.About})
	}
	complete.Check(t, "..", "netstat", rows)
}

// statusWrongDialect is that of all tools for a dialect that nobody knows.
const statusWrongDialect = 4

// familyWordList are the words of -A.
func familyWordList() (words []string) {
	for _, f := range families {
		words = append(words, f.words...)
	}
	return words
}
