package getopt

import (
	"github.com/jessevdk/go-flags"

	"classicnet/internal/out"
)

// HelpWidth is that of the spellings in AppendHelp's lines.
const HelpWidth = 24

// AppendHelp appends the line of an option in a usage text, unless the option
// is hidden or not described: its spellings, what its argument is called, its
// description.
func AppendHelp(b []byte, o *flags.Option) []byte {
	if o.Hidden || o.Description == "" {
		return b
	}
	return AppendRow(b, spellings(o), HelpWidth, o.Description)
}

func spellings(o *flags.Option) (s string) {
	if o.ShortName != 0 {
		s = "-" + string(o.ShortName)
	}
	if o.LongName != "" {
		if s != "" {
			s += ", "
		}
		s += "--" + o.LongName
	}
	if o.ValueName != "" {
		s += " " + o.ValueName
	}
	return s
}

// AppendRow appends a line of a table in a usage text: words in a column of that
// width, and what they are about.
//
//go:noinline
func AppendRow(b []byte, words string, width int, about string) []byte {
	b = append(b, "  "...)
	b = append(out.AppendLeft(b, words, width), ' ')
	return append(append(b, about...), '\n')
}
