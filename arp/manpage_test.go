package arp

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"classicnet/internal/complete"
	"classicnet/internal/dialect"
	"classicnet/internal/manpage"
	"classicnet/netflag"
)

// The manual page has what the tables have, no less and no more.
func TestManPage(t *testing.T) {
	page := manpage.Read(t, "../man/arp.8")
	manpage.Same(t, "words", page.Commands, pageWords()...)
	manpage.Same(t, "options", page.Options, pageOptions()...)
	manpage.Same(t, "variables", page.Variables, dialect.Variable, "POSIXLY_CORRECT", "LOCALDOMAIN", "RES_OPTIONS")
	manpage.Same(t, "exit statuses", page.Items["EXIT STATUS"], pageStatuses()...)
	manpage.Same(t, "flags", page.Items["Flags"], pageFlags()...)
	manpage.Same(t, "fields", page.Items["JSON"], pageFields(t)...)
}

// pageWords are all words that a command line may have a meaning for: also the
// value list of --dialect and the one family.
func pageWords() []string {
	words := []string{"list", familyInet}
	for _, k := range keywords {
		words = append(words, k.word)
	}
	for _, d := range dialect.All() {
		words = append(words, d.Name)
	}
	for t := range types.All() {
		if t.ARP {
			words = append(words, t.Keyword)
		}
	}
	return words
}

func pageOptions() []string {
	words := []string{"--"}
	options := new(command).parser().Options()
	for _, option := range options {
		if option.ShortName != 0 {
			words = append(words, "-"+string(option.ShortName))
		}
		if option.LongName != "" {
			words = append(words, "--"+option.LongName)
		}
	}
	return words
}

func pageStatuses() (list []string) {
	for _, status := range []int{statusOK, statusWrite, statusUsage, statusDialect, statusFailed} {
		list = append(list, strconv.Itoa(status))
	}
	return list
}

func pageFlags() []string {
	return strings.Split((^netflag.ARP(0)).String(), "")
}

// pageFields are those of the first entry, which are those of all.
func pageFields(t *testing.T) []string {
	var rows []map[string]any
	if err := json.Unmarshal([]byte(runLine("-n --json").Stdout), &rows); err != nil {
		t.Fatal(err)
	}
	return slices.Collect(maps.Keys(rows[0]))
}

// The tables of shell completion have what the command line takes. What it does
// with operands depends on its options, so words are offered everywhere.
func TestCompletion(t *testing.T) {
	var rows []complete.Row
	for _, o := range new(command).parser().Options() {
		rows = append(rows, complete.Options(o, o.Description)...)
	}
	for _, k := range keywords {
		rows = append(rows, complete.Words("3", k.word)...)
		if k.value != "" {
			rows = append(rows, complete.Values(k.word, k.value))
		}
	}
	rows = append(rows, complete.Words("if", complete.Interface)...)
	rows = append(rows, complete.Words("af", familyInet)...)
	for t := range types.All() {
		if t.ARP {
			rows = append(rows, complete.Row{Place: "type", Word: t.Keyword, About: t.Title})
		}
	}
	for _, d := range dialect.All() {
		rows = append(rows, complete.Row{Place: "name", Word: d.Name, About: d.About})
	}
	complete.Check(t, "..", "arp", rows)
}
