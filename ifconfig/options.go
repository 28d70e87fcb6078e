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
// option with an argument has it behind its name and "=".
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
		word, argument, _ := strings.Cut(args[0], "=")
		option := find(known, word, args[0])
		if option == nil {
			return nil, frame.Failed("ifconfig: option `" + args[0] + "' not recognised.\nifconfig: `--help' gives usage information.")
		}
		if err := getopt.Set(option, argument); err != nil {
			return nil, err
		}
		args = args[1:]
	}
	return args, nil
}

// find returns the option of a word. Only one with an argument may have an
// equals sign in it, and must.
func find(known []*flags.Option, word, whole string) *flags.Option {
	for _, o := range known {
		spellings := strings.Fields(o.Field().Tag.Get("words"))
		if !slices.Contains(spellings, word) {
			continue
		}
		if takesArgument := o.ValueName != ""; takesArgument == (word != whole) {
			return o
		}
	}
	return nil
}
