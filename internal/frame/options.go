package frame

import "classicnet/internal/getopt"

// Listing are the options of every tool that lists.
type Listing struct {
	Dialect string
	JSON    bool
}

// Declare declares them, behind a tool's own.
func (l *Listing) Declare(d *getopt.Declaration) {
	d.AddExact(&l.Dialect, 0, "dialect", "list as the original of that name did; list shows the names").ValueName = "NAME"
	d.AddExact(&l.JSON, 0, "json", "list as JSON")
}

// AskHelp is what an option does that asks for the usage text.
func AskHelp() error { return ErrHelp }

// AskVersion is AskHelp for the version.
func AskVersion() error { return ErrVersion }

// Scan sets the options that are declared, each when it is met, in the way of
// getopt_long(3), and returns the operands. It ends at the first error, that of an
// option's function or what bad makes of a *getopt.Error; with nil that is the
// error itself, which Report shows with the usage text.
func (r *Run) Scan(d *getopt.Declaration, args []string, bad func(error) error) (operands []string, err error) {
	for word, err := range getopt.Scan(d.Table(), args, r.Getenv("POSIXLY_CORRECT") != "") {
		switch {
		case err != nil && bad != nil:
			err = bad(err)
		case err != nil:
		case word.Row == getopt.Operand:
			operands = append(operands, word.Text)
		default:
			err = d.Set(word.Row, word.Text)
		}
		if err != nil {
			return nil, err
		}
	}
	return operands, nil
}

// Help is a usage text: head, then a line for each option that isn't hidden.
func Help(head string, d *getopt.Declaration) string {
	b := []byte(head)
	for _, o := range d.Options() {
		b = getopt.AppendHelp(b, o)
	}
	return string(b)
}
