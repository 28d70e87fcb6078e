package ifupdown

import (
	"classicnet/internal/getopt"
	"classicnet/internal/version"
)

// help prints how the command is used.
func (c *command) help() error {
	b := append([]byte(nil), "Usage: "+c.program+" [OPTION...] -a | IFACE[=LOGICAL]...\n"...)
	if c.mode == modeQuery {
		b = append(b, "       ifquery --list [OPTION...] [-a | IFACE...]\n       ifquery --state [IFACE...]\n"...)
	}
	b = append(b, "\nOptions:\n"...)
	for _, o := range new(options).parser().Options() {
		b = getopt.AppendHelp(b, o)
	}
	_, err := c.Out.Write(b)
	return err
}

// version prints which program this is.
func (c *command) version() error {
	_, err := c.Out.WriteString(c.program + " (classicnet) " + version.Number + "\n")
	return err
}
