package ifconfig

import (
	"slices"
	"strings"

	"github.com/jessevdk/go-flags"

	"classicnet/internal/frame"
	"classicnet/internal/getopt"
)

// options are the words in front of the interface's name. They are exact: no
// clusters, no abbreviations, no "--". The tag words lists the spellings; an
// option with an argument has it behind its name and "=", or as the next word.
type options struct {
	All     bool         `long:"all" words:"-a" description:"show interfaces that are down, too"`
	Short   bool         `long:"short" words:"-s" description:"show one line an interface"`
	Verbose bool         `long:"verbose" words:"-v" description:"say more about what goes wrong"`
	Dialect string       `long:"dialect" words:"--dialect" value-name:"NAME" description:"print as the ifconfig of that name did; list shows the names"`
	JSON    bool         `long:"json" words:"--json" description:"print JSON"`
	Help    func() error `long:"help" words:"-h -? -help --help" description:"show this text"`
	Version func() error `long:"version" words:"-V -version --version" description:"show the version"`
}

// declared returns go-flags' view of the options, which it fills.
func (o *options) declared() []*flags.Option {
	o.Help = func() error { return frame.ErrHelp }
	o.Version = func() error { return frame.ErrVersion }
	all, _ := getopt.Declared(flags.NewParser(o, flags.None))
	return all
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
		option := find(known, word)
		if option == nil || equals && option.ValueName == "" {
			return nil, frame.Failed("ifconfig: option `" + args[0] + "' not recognised.\nifconfig: `--help' gives usage information.")
		}
		args = args[1:]
		if option.ValueName != "" && !equals {
			if len(args) == 0 {
				return nil, misused("option `" + word + "' requires an argument")
			}
			argument, args = args[0], args[1:]
		}
		if err := getopt.Set(option, argument); err != nil {
			return nil, err
		}
	}
	return args, nil
}

// find returns the option of a word, nil for none.
func find(known []*flags.Option, word string) *flags.Option {
	for _, o := range known {
		if slices.Contains(strings.Fields(o.Field().Tag.Get("words")), word) {
			return o
		}
	}
	return nil
}
