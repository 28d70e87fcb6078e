package multicall

import (
	"strconv"
	"testing"

	"classicnet/internal/manpage"
)

// The manual page has what the file does for itself; the tools are looked for
// where their rows are.
func TestManPage(t *testing.T) {
	page := manpage.Read(t, "../../man/classicnet.1")
	var words []string
	table := new(options).declared().Table()
	for _, option := range table {
		words = append(words, "--"+option.Long)
		if option.Short != 0 {
			words = append(words, "-"+string(option.Short))
		}
	}
	manpage.Same(t, "options", page.Options, words...)
	var statuses []string
	for _, status := range []int{statusOK, statusFailed, statusUsage, statusUnknown} {
		statuses = append(statuses, strconv.Itoa(status))
	}
	manpage.Same(t, "exit statuses", page.Items["EXIT STATUS"], statuses...)
}
