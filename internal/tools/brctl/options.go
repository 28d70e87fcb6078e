package brctl

import (
	"classicnet/internal/frame"
	"classicnet/internal/getopt"
	"classicnet/internal/out"
)

type options struct {
	frame.Listing
}

// declared are the options for the scan, which sets them.
func (c *command) declared() *getopt.Declaration {
	o := &c.options
	d := new(getopt.Declaration)
	d.Add(frame.AskHelp, 'h', "help", "print this")
	d.Add(frame.AskVersion, 'V', "version", "print the version")
	o.Listing.Declare(d)
	return d
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
