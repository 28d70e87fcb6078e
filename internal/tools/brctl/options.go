package brctl

import (
	"github.com/jessevdk/go-flags"

	"classicnet/internal/frame"
	"classicnet/internal/out"
)

type options struct {
	Help    func() error `short:"h" long:"help" description:"print this"`
	Version func() error `short:"V" long:"version" description:"print the version"`
	frame.Listing
}

// declared are the options for the scan, which sets them.
func (c *command) declared() *flags.Parser {
	o := &c.options
	o.Help = func() error { return frame.ErrHelp }
	o.Version = func() error { return frame.ErrVersion }
	return frame.Parser(o)
}

// usage is made of the commands and the declared options.
func usage() string {
	b := []byte("Usage: brctl [OPTION]... COMMAND\n\nCOMMAND is one of:\n")
	for i := range verbs {
		b = append(append(append(b, "  "...), verbs[i].line()...), '\n')
	}
	return frame.Help(string(b)+"\n", new(command).declared())
}

const lineWidth = 34

// line is how to use a command.
func (v *verb) line() string {
	return string(out.AppendLeft(nil, v.name+" "+v.usage, lineWidth)) + v.about
}
