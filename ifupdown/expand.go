package ifupdown

import (
	"errors"
	"strings"
)

// expand cuts the paths of a source line as a shell does: blanks separate,
// quotes and backslashes keep a character as it is, $NAME and ${NAME} are
// variables, ~ at the start is $HOME. The words are patterns for glob, in which
// kept characters are escaped.
//
// The original, which uses wordexp(3), also runs commands that stand in
// backquotes; here they are an error.
func expand(text string, getenv func(string) string) ([]string, error) {
	e := &expander{rest: text, getenv: getenv}
	for e.rest != "" && e.err == nil {
		e.step()
	}
	if e.quote != 0 {
		return nil, errQuote
	}
	e.end()
	return e.words, e.err
}

// shellWords cuts a value as the shell does to whose commands Debian's ifup
// hands it: blanks separate, quotes and backslashes keep a character as it is, a
// '#' at the start of a word begins a comment. What a shell would have to work out
// is an error: nothing here is one.
func shellWords(text string) ([]string, error) {
	e := &expander{rest: text, plain: true}
	for e.rest != "" && e.err == nil {
		e.step()
	}
	if e.quote != 0 {
		return nil, errQuote
	}
	e.end()
	for i, w := range e.words {
		e.words[i] = unescape(w)
	}
	return e.words, e.err
}

var errQuote = errors.New("a quote isn't closed")

type expander struct {
	rest   string
	getenv func(string) string
	plain  bool // no variables, but comments
	quote  byte // the quote that is open, 0 for none
	word   strings.Builder
	inWord bool
	words  []string
	err    error
}

// step takes one character, or a variable.
func (e *expander) step() {
	c := e.take()
	switch {
	case c == e.quote && c != 0:
		e.quote = 0
	case e.quote == '\'':
		e.keep(c)
	case c == '\\' && e.rest != "":
		e.keep(e.take())
	case c == '\\':
		e.keep(c)
	case e.plain && e.isShells(c):
		e.err = errors.New("a shell would read the " + string(c) + ", and none does")
	case c == '#' && e.plain && !e.inWord && e.quote == 0:
		e.rest = ""
	case c == '$':
		e.variable()
	case c == '`':
		e.err = errors.New("commands in a path aren't run")
	case e.quote == '"':
		e.keep(c)
	case c == '"' || c == '\'':
		e.quote, e.inWord = c, true
	case strings.IndexByte(blanks, c) >= 0:
		e.end()
	case c == '~' && !e.plain && !e.inWord && (e.rest == "" || e.rest[0] == '/'):
		e.value(e.getenv("HOME"))
	default:
		e.word.WriteByte(c)
		e.inWord = true
	}
}

// isShells tells whether a character makes a shell do more than cut words.
func (e *expander) isShells(c byte) bool {
	return strings.IndexByte("$`", c) >= 0 || e.quote == 0 && strings.IndexByte(";&|<>()", c) >= 0
}

func (e *expander) take() byte {
	c := e.rest[0]
	e.rest = e.rest[1:]
	return c
}

// keep puts a character into the word that is no wildcard.
func (e *expander) keep(c byte) {
	e.inWord = true
	e.word.WriteString(escape(string([]byte{c})))
}

// variable takes what stands behind a '$'.
func (e *expander) variable() {
	name, braced := strings.CutPrefix(e.rest, "{")
	n := 0
	for n < len(name) && (isAlnum(name[n]) || name[n] == '_') {
		n++
	}
	name, e.rest = name[:n], name[n:]
	if braced && !strings.HasPrefix(e.rest, "}") || name == "" {
		e.err = errors.New("no name of a variable after $")
		return
	}
	if braced {
		e.rest = e.rest[1:]
	}
	e.value(e.getenv(name))
}

// value puts the value of a variable into the word.
func (e *expander) value(text string) {
	e.word.WriteString(escape(text))
	e.inWord = true
}

func (e *expander) end() {
	if e.inWord {
		e.words = append(e.words, e.word.String())
	}
	e.word.Reset()
	e.inWord = false
}
