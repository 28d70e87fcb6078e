// Package dashwords reads the command line of net-tools' ipmaddr and iptunnel, which
// have it from the first ip: options with one hyphen, each of which may be cut to
// any length, and commands that may be cut, too.
package dashwords

import (
	"strings"

	"classicnet/internal/frame"
)

// Option is one of a command line's.
type Option struct {
	Word  string // in full
	About string
	// Values are the words that must follow it; nil is none.
	Values []string
	act    func(*Options) error
}

// Options are what stood before the command.
type Options struct {
	Statistics bool
	JSON       bool
}

// options are tried in this order: the first that a word is the start of is meant.
var options = [...]Option{
	{Word: "-family", Values: []string{"inet", "inet6"}, About: "address family; both list all"},
	{Word: "-statistics", About: "with counters", act: func(o *Options) error { o.Statistics = true; return nil }},
	{Word: "-resolve", About: "nothing: addresses are numbers"},
	{Word: "-V", About: "print the version", act: func(*Options) error { return frame.ErrVersion }},
	{Word: "--version", About: "print the version", act: func(*Options) error { return frame.ErrVersion }},
	{Word: "-h", About: "print this", act: func(*Options) error { return frame.ErrHelp }},
	{Word: "--help", About: "print this", act: func(*Options) error { return frame.ErrHelp }},
}

// JSON is the option of ours. It isn't cut.
const JSON = "--json"

// All are the options, for usage texts and pages.
func All() []Option {
	return append(options[:len(options):len(options)], Option{Word: JSON, About: "list as JSON"})
}

// Scan reads the options and returns what is behind them. It fails with
// frame.ErrHelp, frame.ErrVersion or frame.Misused.
func Scan(args []string) (o Options, rest []string, err error) {
	for len(args) > 0 && strings.HasPrefix(args[0], "-") {
		if args[0] == JSON {
			o.JSON, args = true, args[1:]
			continue
		}
		if args, err = o.take(args); err != nil {
			return o, nil, err
		}
	}
	return o, args, nil
}

// take takes one option with its value.
func (o *Options) take(args []string) (rest []string, err error) {
	option := find(args[0])
	if option == nil {
		return nil, frame.Misused("")
	}
	args = args[1:]
	if option.Values != nil {
		if len(args) == 0 || !contains(option.Values, args[0]) {
			return nil, frame.Misused("")
		}
		args = args[1:]
	}
	if option.act == nil {
		return args, nil
	}
	return args, option.act(o)
}

func find(word string) *Option {
	for i := range options {
		if len(word) > 1 && strings.HasPrefix(options[i].Word, word) {
			return &options[i]
		}
	}
	return nil
}

func contains(words []string, word string) bool {
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}

// Usage is the text of the options for a usage text.
func Usage() string {
	const width = 24
	text := "\nOPTION, cut to any length:\n"
	for _, o := range All() {
		word := o.Word
		if o.Values != nil {
			word += " " + strings.Join(o.Values, "|")
		}
		text += "  " + word + strings.Repeat(" ", max(width-len(word), 1)) + o.About + "\n"
	}
	return text
}
