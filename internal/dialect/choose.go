package dialect

import (
	"errors"
	"strings"

	"classicnet/internal/out"
)

// Variable is the environment variable that chooses where no option does.
const Variable = "CLASSICNET_DIALECT"

// ErrList asks for List instead of output in a dialect.
var ErrList = errors.New("list of dialects wanted")

// UnknownError is a name that no dialect has.
type UnknownError struct {
	Name    string
	Stanzas bool // a syntax of interfaces files was asked for
}

// Error is the message without the program's name.
func (e *UnknownError) Error() string {
	known := All()
	if e.Stanzas {
		known = table[:]
	}
	names := make([]string, len(known))
	for i := range names {
		names[i] = known[i].Name
	}
	return "unknown dialect `" + e.Name + "'; known are: " + strings.Join(names, " ")
}

// Choose returns the dialect of a name, the classic one for "" and for a syntax
// of interfaces files. For the tools beside ifconfig and route classic is what the
// transcripts have of them: net-tools 2.10. It fails with an *UnknownError.
func Choose(name string, beside bool) (*Dialect, error) {
	d := Classic()
	if name != "" {
		d = ByName(name)
	}
	switch {
	case d == nil:
		return nil, &UnknownError{Name: name}
	case d.Stanzas:
		d = Classic()
	}
	if beside && d == Classic() {
		return Beside(), nil
	}
	return d, nil
}

// Beside is the default of the tools beside ifconfig and route.
func Beside() *Dialect { return ByName("net-tools-2.10") }

// List is a line for each dialect of listings: its name and what it is.
func List() string { return list(All()) }

// ListStanzas is List for the syntaxes of interfaces files.
func ListStanzas() string { return list(AllStanzas()) }

func list(rows []Dialect) string {
	const nameWidth = 16
	var b []byte
	for i := range rows {
		b = out.AppendLeft(b, rows[i].Name, nameWidth)
		b = append(b, rows[i].About...)
		b = append(b, '\n')
	}
	return string(b)
}
