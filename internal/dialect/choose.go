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
type UnknownError struct{ Name string }

// Error is the message without the program's name.
func (e *UnknownError) Error() string {
	names := make([]string, len(table))
	for i := range table {
		names[i] = table[i].Name
	}
	return "unknown dialect `" + e.Name + "'; known are: " + strings.Join(names, " ")
}

// Choose returns the dialect of an option or, where that is empty, of the
// environment, or the classic one. It fails with ErrList for "list" and with
// an *UnknownError.
func Choose(option, environment string) (*Dialect, error) {
	name := option
	if name == "" {
		name = environment
	}
	switch name {
	case "":
		return Classic(), nil
	case "list":
		return nil, ErrList
	}
	d := ByName(name)
	if d == nil {
		return nil, &UnknownError{name}
	}
	return d, nil
}

// List is a line for each dialect: its name and what it is.
func List() string {
	const nameWidth = 16
	var b []byte
	for i := range table {
		b = out.AppendLeft(b, table[i].Name, nameWidth)
		b = append(b, table[i].About...)
		b = append(b, '\n')
	}
	return string(b)
}
