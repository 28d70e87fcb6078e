package frame

import (
	"github.com/jessevdk/go-flags"

	"classicnet/internal/getopt"
)

// Listing are the options of every tool that lists. They are declared among a
// tool's own, behind the classic ones.
type Listing struct {
	Dialect string `long:"dialect" exact:"yes" value-name:"NAME" description:"list as the original of that name did; list shows the names"`
	JSON    bool   `long:"json" exact:"yes" description:"list as JSON"`
}

// Parser declares the options of a struct, a pointer to which it takes. A struct
// that go-flags can't read is a fault that a tool's first test shows: no option is
// known then.
func Parser(options any) *flags.Parser { return flags.NewParser(options, flags.None) }

// Scan sets the options that parser declares, each when it is met, in the way of
// getopt_long(3), and returns the operands. It ends at the first error, that of an
// option's function or what bad makes of a *getopt.Error; with nil that is the
// error itself, which Report shows with the usage text.
func (r *Run) Scan(parser *flags.Parser, args []string, bad func(error) error) (operands []string, err error) {
	options, table := getopt.Declared(parser)
	for word, err := range getopt.Scan(table, args, r.Getenv("POSIXLY_CORRECT") != "") {
		switch {
		case err != nil && bad != nil:
			err = bad(err)
		case err != nil:
		case word.Row == getopt.Operand:
			operands = append(operands, word.Text)
		default:
			err = getopt.Set(options[word.Row], word.Text)
		}
		if err != nil {
			return nil, err
		}
	}
	return operands, nil
}

// Help is a usage text: head, then a line for each option of the parser's last
// group that isn't hidden.
func Help(head string, parser *flags.Parser) string {
	b := []byte(head)
	groups := parser.Groups()
	for _, o := range groups[len(groups)-1].Options() {
		b = getopt.AppendHelp(b, o)
	}
	return string(b)
}
