package getopt

import "strings"

// Error is a diagnostic in glibc's words, without the program's name before it.
type Error struct{ text string }

// Error returns the diagnostic: "invalid option -- 'x'".
func (e *Error) Error() string { return e.text }

func failed(text string) (Word, error) { return Word{Row: Unknown}, &Error{text} }

// long takes the option whose text after the dashes is arg: a name, or
// name=argument.
func (s *scanner) long(arg string) (Word, error) {
	name, argument, attached := strings.Cut(arg, "=")
	row, rivals := s.named(name)
	switch {
	case rivals != "":
		return failed("option '--" + arg + "' is ambiguous; possibilities:" + rivals)
	case row == Unknown:
		return failed("unrecognized option '--" + arg + "'")
	}
	option := &s.table[row]
	switch {
	case attached && !option.Argument:
		return failed("option '--" + option.Long + "' doesn't allow an argument")
	case attached || !option.Argument:
		return Word{row, argument}, nil
	case len(s.rest) == 0:
		return failed("option '--" + option.Long + "' requires an argument")
	}
	return Word{row, s.shift()}, nil
}

// named returns the row of a long option: the one of that name, or the first
// that it abbreviates. rivals lists the first and those that differ from it,
// if any does.
func (s *scanner) named(name string) (row int, rivals string) {
	row = Unknown
	for i := range s.table {
		option := &s.table[i]
		switch {
		case option.Long == "":
		case option.Long == name:
			return i, ""
		case option.Exact || !strings.HasPrefix(option.Long, name):
		case row == Unknown:
			row = i
		case !same(option, &s.table[row]):
			rivals += " '--" + option.Long + "'"
		}
	}
	if rivals != "" {
		rivals = " '--" + s.table[row].Long + "'" + rivals
	}
	return row, rivals
}

// same tells whether two options do the same for all that getopt knows.
func same(a, b *Option) bool { return a.Value == b.Value && a.Argument == b.Argument }
