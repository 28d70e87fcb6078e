package ifconfig

import (
	"slices"
	"strings"

	"github.com/jessevdk/go-flags"

	"classicnet/internal/frame"
	"classicnet/internal/getopt"
)

// options are the words in front of the interface's name.
type options struct {
	All     bool
	Short   bool
	Verbose bool
	Dialect string
	JSON    bool
}

// declaration are the options with their spellings, several words with blanks
// between them. They are exact: no clusters, no abbreviations, no "--". An option
// with an argument has it behind its name and "=", or as the next word.
type declaration struct {
	getopt.Declaration
	words []string
}

//go:noinline
func (d *declaration) add(into any, words, about string) *flags.Option {
	d.words = append(d.words, words)
	return d.Add(into, 0, "", about)
}

// declared are the options for the scan, which sets them.
func (o *options) declared() *declaration {
	d := new(declaration)
	d.add(&o.All, "-a", "show interfaces that are down, too")
	d.add(&o.Short, "-s", "show one line an interface")
	d.add(&o.Verbose, "-v", "say more about what goes wrong")
	d.add(&o.Dialect, "--dialect", "print as the ifconfig of that name did; list shows the names").ValueName = "NAME"
	d.add(&o.JSON, "--json", "print JSON")
	d.add(frame.AskHelp, "-h -? -help --help", "show this text")
	d.add(frame.AskVersion, "-V -version --version", "show the version")
	return d
}

// scan takes the options off, each in its turn, and returns what follows. An
// empty argument is an interface's name, a lone hyphen an option that nobody
// knows.
func (o *options) scan(args []string) ([]string, error) {
	if len(args) == 0 || !strings.HasPrefix(args[0], "-") {
		return args, nil
	}
	known := o.declared()
	for len(args) > 0 && strings.HasPrefix(args[0], "-") {
		word, argument, equals := strings.Cut(args[0], "=")
		row := known.find(word)
		if row < 0 || equals && !known.Table()[row].Argument {
			return nil, frame.Failed("ifconfig: option `" + args[0] + "' not recognised.\nifconfig: `--help' gives usage information.")
		}
		args = args[1:]
		if known.Table()[row].Argument && !equals {
			if len(args) == 0 {
				return nil, misused("option `" + word + "' requires an argument")
			}
			argument, args = args[0], args[1:]
		}
		if err := known.Set(row, argument); err != nil {
			return nil, err
		}
	}
	return args, nil
}

// find returns the row of a word, -1 for none.
func (d *declaration) find(word string) int {
	return slices.IndexFunc(d.words, func(words string) bool {
		return slices.Contains(strings.Fields(words), word)
	})
}
