package ifconfig

import (
	"strconv"
	"strings"
	"testing"

	"classicnet/internal/dialect"
	"classicnet/internal/linktype"
	"classicnet/internal/manpage"
)

// The manual page has what the tables have, no less and no more.
func TestManPage(t *testing.T) {
	page := manpage.Read(t, "../man/ifconfig.8")
	manpage.Same(t, "words", page.Commands, pageWords()...)
	manpage.Same(t, "options", page.Options, pageOptions()...)
	manpage.Same(t, "variables", page.Variables, dialect.Variable, "LOCALDOMAIN", "RES_OPTIONS")
	manpage.Same(t, "exit statuses", page.Items["EXIT STATUS"], pageStatuses()...)
}

// pageWords are all words that a command line may have a meaning for: also the
// value list of --dialect and an address by name.
func pageWords() []string {
	words := []string{"list", "default", "unspec"}
	for _, k := range keywords {
		words = append(words, k.word)
	}
	for _, f := range families {
		words = append(words, f.name)
	}
	for _, names := range ports {
		words = append(words, names...)
	}
	for t := range linktype.Classic.All() {
		words = append(words, t.Keyword)
	}
	for _, d := range dialect.All() {
		words = append(words, d.Name)
	}
	return words
}

func pageOptions() (words []string) {
	var o options
	for _, spellings := range o.declared().words {
		words = append(words, strings.Fields(spellings)...)
	}
	return words
}

func pageStatuses() (list []string) {
	for _, status := range []int{statusOK, statusFailed, statusUsage, statusOfFlags} {
		a := accumulator(status)
		list = append(list, strconv.Itoa(a.exit()))
	}
	return list
}
