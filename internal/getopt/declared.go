package getopt

import "github.com/jessevdk/go-flags"

// Declared returns the options that parser declares, group after group, each
// in its own order, and the rows of a table that scans for them. A word of
// that table sets the option of the same index.
//
// An option without a letter has the Value 0: abbreviations don't tell such
// options apart, unless they have the struct tag `apart:"yes"`. The tag
// `exact:"yes"` makes a row Exact.
func Declared(parser *flags.Parser) (options []*flags.Option, table []Option) {
	for _, group := range parser.Groups() {
		for _, option := range group.Options() {
			options = append(options, option)
			table = append(table, row(option, len(table)))
		}
	}
	return options, table
}

func row(o *flags.Option, index int) Option {
	value := int(o.ShortName)
	if o.Field().Tag.Get("apart") != "" {
		value = -1 - index // no letter
	}
	return Option{
		Short:    byte(o.ShortName),
		Long:     o.LongName,
		Argument: takesArgument(o),
		Value:    value,
		Exact:    o.Field().Tag.Get("exact") != "",
	}
}

// takesArgument is go-flags' own rule: a flag that is only turned on or counted
// takes none, nor does a function without a parameter.
func takesArgument(o *flags.Option) bool {
	switch o.Value().(type) {
	case bool, []bool, func(), func() error:
		return false
	}
	return true
}

// Set gives an option the argument of its word, or turns it on if it takes
// none. It returns the error of the option's function.
func Set(o *flags.Option, argument string) error {
	if !takesArgument(o) {
		return o.Set(nil)
	}
	return o.Set(&argument)
}
