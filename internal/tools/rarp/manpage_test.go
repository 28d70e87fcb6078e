package rarp

import (
	"testing"

	"classicnet/internal/complete"
	"classicnet/internal/manpage"
)

// The manual page has what the tables have, no less and no more.
func TestManPage(t *testing.T) {
	page := manpage.Read(t, "../../../man/rarp.8")
	var words []string
	options := new(command).parser().Options()
	for _, o := range options {
		words = append(words, complete.Spellings(o)...)
	}
	manpage.Same(t, "options", page.Options, words...)
	manpage.Same(t, "variables", page.Variables, "POSIXLY_CORRECT")
	manpage.Same(t, "types", page.Commands, "ether")
	manpage.Same(t, "files", page.Files, tableFile, ethers)
	manpage.Same(t, "exit statuses", page.Items["EXIT STATUS"], "0", "1", "255", "3")
}

func TestCompletion(t *testing.T) {
	var rows []complete.Row
	options := new(command).parser().Options()
	for _, o := range options {
		rows = append(rows, complete.Options(o, o.Description)...)
	}
	for k := range types.All() {
		if k.ARP {
			rows = append(rows, complete.Row{Place: "type", Word: k.Keyword, About: k.Title})
		}
	}
	rows = append(rows, complete.Words("1", complete.File)...)
	complete.Check(t, "../../..", "rarp", rows)
}
