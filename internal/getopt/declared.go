package getopt

import "github.com/jessevdk/go-flags"

// Declaration is the options of a program in the order that decides between
// abbreviations: go-flags' own, with what getopt_long(3) has to know of each
// and where its value goes. The zero value has none.
//
// go-flags would read them off the tags of a struct and store their values by
// package reflect, which with what it needs is a tenth of a small tool's file.
// They are given to it one by one, and stored here.
type Declaration struct {
	group flags.Group
	table []Option
	into  []any
}

// Add declares an option by its letter, 0 for none, its long name, "" for none,
// and what it is about. What it returns has the rest, such as ValueName.
//
// into says where the value goes, and so whether the option has an argument. A
// *bool is turned on, an *int counts, neither with an argument; a *string
// becomes it and a *[]string gains it. A func(), func() error, func(string) or
// func(string) error is called, and its error ends the scan.
//
// An option without a letter has the Value 0: abbreviations don't tell such
// options apart, unless AddApart declares them.
func (d *Declaration) Add(into any, letter rune, long, about string) *flags.Option {
	o := &flags.Option{ShortName: letter, LongName: long, Description: about}
	d.group.AddOption(o, into)
	d.table = append(d.table, Option{
		Short: byte(letter), Long: long, Argument: takesArgument(into), Value: int(letter),
	})
	d.into = append(d.into, into)
	return o
}

// AddExact is Add for an option that isn't abbreviated.
func (d *Declaration) AddExact(into any, letter rune, long, about string) *flags.Option {
	o := d.Add(into, letter, long, about)
	d.table[len(d.table)-1].Exact = true
	return o
}

// AddApart is Add for an option without a letter that abbreviations tell from
// others.
func (d *Declaration) AddApart(into any, long, about string) *flags.Option {
	o := d.Add(into, 0, long, about)
	d.table[len(d.table)-1].Value = -len(d.table) // no letter
	return o
}

// Options returns the options in their order.
func (d *Declaration) Options() []*flags.Option { return d.group.Options() }

// Table returns the rows for Scan, of which each sets the option of its index.
func (d *Declaration) Table() []Option { return d.table }

func takesArgument(into any) bool {
	switch into.(type) {
	case *bool, *int, func(), func() error:
		return false
	}
	return true
}

// Set gives an option the argument of its word, or turns it on if it takes
// none. It returns the error of the option's function.
func (d *Declaration) Set(row int, argument string) error {
	switch into := d.into[row].(type) {
	case *bool:
		*into = true
	case *int:
		*into++
	case *string:
		*into = argument
	case *[]string:
		*into = append(*into, argument)
	case func():
		into()
	case func(string):
		into(argument)
	case func() error:
		return into()
	case func(string) error:
		return into(argument)
	}
	return nil
}
