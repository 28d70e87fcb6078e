package golden

import (
	"errors"
	"strings"
)

// splitWords splits a command line as a POSIX shell does: at white space, with
// '...' literal, "..." with \" and \\, and a backslash before any other
// character. Nothing is expanded.
func splitWords(line string) ([]string, error) {
	var words []string
	var word strings.Builder
	inWord := false
	for line != "" {
		c := line[0]
		line = line[1:]
		switch c {
		case ' ', '\t', '\r', '\n':
			if inWord {
				words = append(words, word.String())
				word.Reset()
			}
			inWord = false
			continue
		case '\'', '"':
			text, rest, err := quoted(line, c)
			if err != nil {
				return nil, err
			}
			word.WriteString(text)
			line = rest
		case '\\':
			if line == "" {
				return nil, errors.New("a backslash at the end")
			}
			word.WriteByte(line[0])
			line = line[1:]
		default:
			word.WriteByte(c)
		}
		inWord = true
	}
	if inWord {
		words = append(words, word.String())
	}
	return words, nil
}

// quoted reads up to the closing quote.
func quoted(line string, quote byte) (text, rest string, err error) {
	var b strings.Builder
	for i := 0; i < len(line); i++ {
		switch {
		case line[i] == quote:
			return b.String(), line[i+1:], nil
		case quote == '"' && line[i] == '\\' && i+1 < len(line) && strings.IndexByte(`"\`, line[i+1]) >= 0:
			i++
		}
		b.WriteByte(line[i])
	}
	return "", "", errors.New("no closing quote")
}
