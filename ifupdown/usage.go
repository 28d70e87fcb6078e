package ifupdown

import (
	"github.com/jessevdk/go-flags"

	"classicnet/internal/out"
	"classicnet/internal/version"
)

// help prints how the command is used.
func (c *command) help() error {
	p, err := (&options{}).parser(c.program)
	if err != nil {
		return err
	}
	b := append([]byte(nil), "Usage: "+c.program+" [OPTION...] -a | IFACE[=LOGICAL]...\n"...)
	if c.mode == modeQuery {
		b = append(b, "       ifquery --list [OPTION...] [-a | IFACE...]\n       ifquery --state [IFACE...]\n"...)
	}
	b = append(b, "\nOptions:\n"...)
	for _, group := range p.Groups() {
		for _, o := range group.Options() {
			b = appendOption(b, o)
		}
	}
	_, err = c.out.Write(b)
	return err
}

// optionWidth is the column at which descriptions begin.
const optionWidth = 28

func appendOption(b []byte, o *flags.Option) []byte {
	start := len(b)
	b = append(b, "  "...)
	if o.ShortName != 0 {
		b = append(b, '-', byte(o.ShortName))
		if o.LongName != "" {
			b = append(b, ", "...)
		}
	}
	if o.LongName != "" {
		b = append(b, "--"+o.LongName...)
	}
	if o.ValueName != "" {
		b = append(b, " "+o.ValueName...)
	}
	b = out.PadRight(b, start, optionWidth)
	b = append(b, ' ')
	b = append(b, o.Description...)
	return append(b, '\n')
}

// version prints which program this is.
func (c *command) version() error {
	_, err := c.out.WriteString(c.program + " (classicnet) " + version.Number + "\n")
	return err
}
