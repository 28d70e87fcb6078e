package ifupdown

import (
	"sort"
	"strings"
)

// blanks are what separates words, C's isspace without the newline that ends a
// line. A carriage return is one, so files from other systems work.
const blanks = " \t\v\f\r"

// statement is a line of a file with its continuation lines joined to it.
type statement struct {
	text  string
	file  string
	parts []part
}

// part is where a line of the file begins in a statement's text.
type part struct{ offset, line, column int }

// at is the place in the file of a byte of the text.
func (s *statement) at(offset int) Position {
	i := sort.Search(len(s.parts), func(i int) bool { return s.parts[i].offset > offset }) - 1
	p := s.parts[max(i, 0)]
	return Position{s.file, p.line, p.column + offset - p.offset}
}

// source cuts a file's text into statements.
type source struct {
	file string
	rest string
	line int // number of the line that rest begins with, less one
}

// next returns the next statement that says something; ok is false at the end.
func (s *source) next() (st statement, ok bool) {
	for s.rest != "" {
		first := strings.TrimLeft(s.rest, blanks)
		if strings.HasPrefix(first, "#") {
			s.cut() // a comment ends with its line, whatever that ends with
			continue
		}
		if st = s.join(); st.text != "" {
			return st, true
		}
	}
	return statement{}, false
}

// cut takes one line.
func (s *source) cut() string {
	line, rest, _ := strings.Cut(s.rest, "\n")
	s.rest = rest
	s.line++
	return line
}

// join takes a line and those that continue it, and trims the whole.
func (s *source) join() statement {
	st := statement{file: s.file}
	var text strings.Builder
	for more := true; more; more = more && s.rest != "" {
		var line string
		line, more = strings.CutSuffix(s.cut(), `\`)
		st.parts = append(st.parts, part{text.Len(), s.line, 1})
		text.WriteString(line)
	}
	st.trim(text.String())
	return st
}

// trim drops the blanks around the text; the parts keep the places.
func (s *statement) trim(text string) {
	s.text = strings.TrimLeft(text, blanks)
	cut := len(text) - len(s.text)
	s.text = strings.TrimRight(s.text, blanks)
	for i := range s.parts {
		s.parts[i].offset -= cut
	}
}

// cursor takes a statement word by word.
type cursor struct {
	statement
	next int
}

// Word is a word of a configuration file.
type Word struct {
	Text string   // its bytes
	Pos  Position // where it begins
}

// word takes the next word; its text is "" at the end.
func (c *cursor) word() Word {
	c.skip()
	start := c.next
	length := strings.IndexAny(c.text[start:], blanks)
	if length < 0 {
		length = len(c.text) - start
	}
	c.next += length
	return Word{c.text[start:c.next], c.at(start)}
}

// words takes all words that are left.
func (c *cursor) words() (words []Word) {
	for w := c.word(); w.Text != ""; w = c.word() {
		words = append(words, w)
	}
	return words
}

// remainder takes the text that is left as it stands.
func (c *cursor) remainder() Word {
	c.skip()
	start := c.next
	c.next = len(c.text)
	return Word{c.text[start:], c.at(start)}
}

// skip passes over blanks.
func (c *cursor) skip() {
	c.next = len(c.text) - len(strings.TrimLeft(c.text[c.next:], blanks))
}
