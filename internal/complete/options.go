package complete

import "github.com/jessevdk/go-flags"

// Spellings are the words by which an option is given.
func Spellings(o *flags.Option) (words []string) {
	if o.ShortName != 0 {
		words = append(words, "-"+string(o.ShortName))
	}
	if o.LongName != "" {
		words = append(words, "--"+o.LongName)
	}
	return words
}

// Options are the rows of an option that may stand anywhere, described by a few
// words, and of its value.
func Options(o *flags.Option, about string) (rows []Row) {
	for _, word := range Spellings(o) {
		rows = append(rows, Row{Anywhere, word, about})
		if o.ValueName != "" {
			rows = append(rows, Values(word, o.ValueName))
		}
	}
	return rows
}
