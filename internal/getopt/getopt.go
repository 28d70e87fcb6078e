// Package getopt reads a command line as glibc's getopt_long(3) does:
// clusters of short options, arguments attached or apart, long options and
// their abbreviations, options after operands, and glibc's very diagnostics.
//
// It only tells options from operands. What the options are is declared with
// go-flags (see Declaration), which also says where their values go: each word of
// Scan that is an option is set in its turn, so options act in order of appearance.
package getopt

import (
	"iter"
	"slices"
)

// Option is one row of a table of options. A table has the order of the
// program's own, which decides between abbreviations.
type Option struct {
	Short    byte   // the letter after one dash, 0 for none
	Long     string // the name after two dashes, "" for none
	Argument bool   // takes an argument, which is never optional
	// Value is what getopt_long(3) calls val. An abbreviation that fits
	// several options is ambiguous unless all of them have the same Value and
	// Argument; then it means the first.
	Value int
	// Exact keeps the option from being abbreviated, and from making the
	// abbreviations of other options ambiguous.
	Exact bool
}

// What Word.Row is where it is no index of the table.
const (
	Operand = -1
	Unknown = -2 // of a word with an error
)

// Word is an option as it was recognised, or an operand.
type Word struct {
	// Row is the option's index in the table, Operand or Unknown.
	Row int
	// Text is the option's argument, "" if it takes none, or the operand.
	Text string
}

// Scan reads args, which doesn't hold the program's name, and returns its
// words in order of appearance. After "--" everything is an operand; with
// posixly also everything after the first operand, as glibc does where
// POSIXLY_CORRECT is in the environment.
//
// The error beside a word is nil, or an *Error for an option that is not in
// the table or lacks its argument; the sequence goes on after it.
func Scan(table []Option, args []string, posixly bool) iter.Seq2[Word, error] {
	return func(yield func(Word, error) bool) {
		s := scanner{table: table, rest: args}
		for s.more() {
			word, err := s.next()
			if !yield(word, err) {
				return
			}
			s.onlyOperands = s.onlyOperands || posixly && word.Row == Operand
		}
	}
}

// scanner is the place in the command line.
type scanner struct {
	table        []Option
	rest         []string // the arguments not yet looked at
	cluster      string   // the rest of an argument like -nee
	onlyOperands bool
}

// more passes over "--" and tells whether there is another word.
func (s *scanner) more() bool {
	if s.cluster != "" {
		return true
	}
	if !s.onlyOperands && len(s.rest) > 0 && s.rest[0] == "--" {
		s.onlyOperands = true
		s.shift()
	}
	return len(s.rest) > 0
}

// next takes the next option or operand; there is one.
func (s *scanner) next() (Word, error) {
	if s.cluster != "" {
		return s.short()
	}
	arg := s.shift()
	switch {
	case s.onlyOperands || len(arg) < 2 || arg[0] != '-':
		return Word{Operand, arg}, nil
	case arg[1] == '-' && s.knowsLong():
		return s.long(arg[2:])
	}
	s.cluster = arg[1:]
	return s.short()
}

// knowsLong tells whether the table has long options. To getopt(3), which knows of
// none, --help is the option '-'.
func (s *scanner) knowsLong() bool {
	return slices.ContainsFunc(s.table, func(o Option) bool { return o.Long != "" })
}

// shift takes the next argument.
func (s *scanner) shift() string {
	arg := s.rest[0]
	s.rest = s.rest[1:]
	return arg
}

// short takes the next letter of a cluster. An argument is what is left of the
// cluster, or the next argument whatever it looks like.
func (s *scanner) short() (Word, error) {
	letter := s.cluster[:1]
	s.cluster = s.cluster[1:]
	row := s.letter(letter[0])
	if row == Unknown {
		return failed("invalid option -- '" + letter + "'")
	}
	if !s.table[row].Argument {
		return Word{Row: row}, nil
	}
	attached := s.cluster
	s.cluster = ""
	switch {
	case attached != "":
		return Word{row, attached}, nil
	case len(s.rest) == 0:
		return failed("option requires an argument -- '" + letter + "'")
	}
	return Word{row, s.shift()}, nil
}

// letter returns the row of a short option.
func (s *scanner) letter(letter byte) int {
	for i := range s.table {
		if s.table[i].Short == letter && letter != 0 {
			return i
		}
	}
	return Unknown
}
