// Package complete keeps the tables of shell completion beside the tables that
// a command is made of. A test of the command's package states its rows; they
// are written to completion/tables, of which completion/build makes the
// scripts. No command has them in it.
package complete

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Row is one line of a table: a word that may stand in a place.
//
// Places are numbers for operands, 1 being the first and the highest number
// there is all others; Option for words that start with a hyphen before the
// first operand, Anywhere for such before and after it. Other places are
// names that a row of the place Then gives: its Word is followed by the places
// in About, with blanks between them. A place without rows is a value that
// nobody can foretell.
type Row struct {
	Place, Word string
	About       string // a few words for shells that show them
}

// The places with a meaning of their own.
const (
	Option   = "option"
	Anywhere = "anywhere"
	Then     = "then"
)

// Words that stand for what the machine has.
const (
	Interface  = "@interface"  // names of interfaces and labels
	Configured = "@configured" // interfaces of classes auto and hotplug in /etc/network/interfaces
	Up         = "@up"         // interfaces that ifup brought up
	Folder     = "@folder"
	File       = "@file"
)

// Words are the rows of several words for one place.
func Words(place string, words ...string) (rows []Row) {
	for _, word := range words {
		rows = append(rows, Row{Place: place, Word: word})
	}
	return rows
}

// Values is the row that tells what follows a word whose arguments are called
// by names such as "CLASS ADDRESS" or "[ADDRESS]" in its table.
func Values(word, names string) Row {
	return Row{Then, word, strings.ToLower(strings.NewReplacer("[", "", "]", "").Replace(names))}
}

var update = flag.Bool("update", false, "write the tables of completion anew")

// Check fails the test where the file of that name in completion/tables
// doesn't have these rows for the tool of that name. root leads from the
// test's folder to the module's. With -update the file is written.
func Check(t *testing.T, root, tool string, rows []Row) {
	t.Helper()
	CheckFile(t, filepath.Join(root, "completion", "tables", tool), tool, rows)
}

// CheckFile is Check for a part of a tool's rows, in a file of its own.
func CheckFile(t *testing.T, path, tool string, rows []Row) {
	t.Helper()
	want := table(tool, rows)
	if *update {
		if err := os.WriteFile(path, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(have)); diff != "" {
		t.Errorf("%s is out of date, run: go test . -run %s -update\n(-want +file)\n%s", path, t.Name(), diff)
	}
}

// table is the text of rows. A word has one row in a place.
func table(tool string, rows []Row) []byte {
	var b bytes.Buffer
	for i, row := range rows {
		same := func(other Row) bool { return other.Place == row.Place && other.Word == row.Word }
		if !slices.ContainsFunc(rows[:i], same) {
			b.WriteString(strings.Join([]string{tool, row.Place, row.Word, row.About}, "\t") + "\n")
		}
	}
	return b.Bytes()
}
