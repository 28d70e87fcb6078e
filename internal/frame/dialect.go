package frame

import (
	"io"
	"strings"

	"classicnet/internal/dialect"
)

// DialectFile is where a machine says which dialect its listings have, in its
// first word; packages that take an original's place write it.
const DialectFile = "/etc/classicnet/dialect"

// ChooseDialect takes the value of --dialect, "" where it wasn't given. It fails
// with dialect.ErrList or a *dialect.UnknownError.
//
//go:noinline
func (r *Run) ChooseDialect(option string) error {
	r.option = option
	if option == "" {
		return nil
	}
	_, err := r.Dialect()
	return err
}

// Dialect is that of a listing: the one of the option, of the variable, of the
// machine's file, or the tool's own. Only what lists asks, so that a wrong word in
// the environment keeps no interface down.
func (r *Run) Dialect() (*dialect.Dialect, error) {
	if r.option == "list" {
		return nil, dialect.ErrList
	}
	name := r.option
	if name == "" {
		name = r.Getenv(dialect.Variable)
	}
	if name == "" {
		name = r.fileDialect()
	}
	return dialect.Choose(name, r.Beside)
}

// fileDialect is the first word of the machine's file, "" without one.
func (r *Run) fileDialect() string {
	f, err := r.Open(DialectFile)
	if err != nil {
		return ""
	}
	defer f.Close() //nolint:errcheck // it was read
	var room [256]byte
	n, _ := io.ReadFull(f, room[:]) // a short file is the usual one
	for word := range strings.FieldsSeq(string(room[:n])) {
		return word
	}
	return ""
}
