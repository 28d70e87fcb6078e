package tunctl

import (
	"strconv"
	"testing"

	"classicnet/internal/complete"
	"classicnet/internal/manpage"
	"classicnet/ioctl"
)

// The manual page has the options that are declared, and the statuses.
func TestManPage(t *testing.T) {
	page := manpage.Read(t, "../../../man/tunctl.8")
	var words []string
	options := new(command).declared().Options()
	for _, o := range options {
		words = append(words, complete.Spellings(o)...)
	}
	manpage.Same(t, "options", page.Options, words...)
	manpage.Same(t, "variables", page.Variables, "POSIXLY_CORRECT")
	manpage.Same(t, "files", page.Files, ioctl.TunPath, usersFile, groupsFile)
	manpage.Same(t, "exit statuses", page.Items["EXIT STATUS"], "0", strconv.Itoa(statusFailed))
}

func TestCompletion(t *testing.T) {
	var rows []complete.Row
	options := new(command).declared().Options()
	for _, o := range options {
		rows = append(rows, complete.Options(o, o.Description)...)
	}
	rows = append(rows, complete.Words("device", complete.Interface)...)
	rows = append(rows, complete.Words("file", complete.File)...)
	complete.Check(t, "../../..", "tunctl", rows)
}
