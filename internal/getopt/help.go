package getopt

import (
	"github.com/jessevdk/go-flags"

	"classicnet/internal/out"
)

// AppendHelp appends the line of an option in a usage text, unless the option
// is hidden: its spellings, what its argument is called, its description.
func AppendHelp(b []byte, o *flags.Option) []byte {
	const width = 24 // of the spellings
	if o.Hidden {
		return b
	}
	b = append(b, "  "...)
	from := len(b)
	between := ""
	if o.ShortName != 0 {
		b = append(b, '-', byte(o.ShortName))
		between = ", "
	}
	if o.LongName != "" {
		b = append(b, between+"--"+o.LongName...)
	}
	if o.ValueName != "" {
		b = append(b, " "+o.ValueName...)
	}
	b = append(out.PadRight(b, from, width), ' ')
	return append(append(b, o.Description...), '\n')
}
