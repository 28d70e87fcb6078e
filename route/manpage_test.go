package route

import (
	"strconv"
	"strings"
	"testing"

	"classicnet/internal/dialect"
	"classicnet/internal/manpage"
	"classicnet/netflag"
)

// The manual page has what the tables have, no less and no more.
func TestManPage(t *testing.T) {
	page := manpage.Read(t, "../man/route.8")
	manpage.Same(t, "words", page.Commands, pageWords()...)
	manpage.Same(t, "options", page.Options, pageOptions(t)...)
	manpage.Same(t, "variables", page.Variables, dialect.Variable, "POSIXLY_CORRECT", "LOCALDOMAIN", "RES_OPTIONS")
	manpage.Same(t, "exit statuses", page.Items["EXIT STATUS"], pageStatuses()...)
	manpage.Same(t, "flags of IPv4", page.Items["Flags of IPv4"], strings.Split(string((^netflag.Route(0)).Append(nil)), "")...)
	manpage.Same(t, "flags of IPv6", page.Items["Flags of IPv6"], letters(inet6Letters)...)
}

// pageWords are all words that a command line may have a meaning for: also the
// value list of --dialect and a target.
func pageWords() []string {
	words := []string{"list", "default"}
	for _, k := range keywords {
		words = append(words, k.name)
	}
	for _, f := range families {
		words = append(words, f.names...)
	}
	for _, d := range dialect.All() {
		words = append(words, d.Name)
	}
	for _, v := range verbNames {
		words = append(words, v.name)
	}
	return words
}

// pageOptions are the declared options and the words that look like some.
func pageOptions(t *testing.T) []string {
	words := []string{"--", "-net", "-host"}
	for _, option := range new(command).parser().Options() {
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
	for _, status := range []int{statusOK, statusFailed, statusUsage, statusVersion, statusAddress, statusKernel, statusNoCache} {
		list = append(list, strconv.Itoa(status))
	}
	return list
}

func letters(table []flagLetter) (list []string) {
	for _, l := range table {
		list = append(list, l.letter)
	}
	return list
}
