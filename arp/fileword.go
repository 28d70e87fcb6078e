package arp

import "strings"

// What stands between the words of a line. A carriage return doesn't.
const blanks = " \t"

// wordsOfLine is how many words of a line count. The others are dropped.
const wordsOfLine = 31

// fileWords takes a line of an etherfile apart. A word that starts with a quote
// goes up to the next such quote, or to the end of the line, and may be empty;
// quotes within other words mean nothing.
func fileWords(line string) (words []string) {
	for len(words) < wordsOfLine {
		line = strings.TrimLeft(line, blanks)
		if line == "" {
			break
		}
		var word string
		if quote := line[:1]; quote == `"` || quote == "'" {
			word, line, _ = strings.Cut(line[1:], quote)
		} else {
			word, line = untilBlank(line)
		}
		words = append(words, word)
	}
	return words
}

// untilBlank splits a line in front of its first blank.
func untilBlank(line string) (word, rest string) {
	end := strings.IndexAny(line, blanks)
	if end < 0 {
		end = len(line)
	}
	return line[:end], line[end:]
}
