package resolve

import (
	"bufio"
	"io"
	"iter"
	"strings"
)

// sizeLimit is how much of a file is read: a file that never ends (a FIFO, a
// device bound over it) must not take all memory.
const sizeLimit = 64 << 20

// white is isspace(3) in the C locale.
const white = " \t\n\v\f\r"

// Lines yields the lines of a file in /etc, each with its newline. After a read
// error the file is at its end.
func Lines(file io.Reader) iter.Seq[string] {
	return func(yield func(string) bool) {
		in := bufio.NewReader(io.LimitReader(file, sizeLimit))
		for {
			line, err := in.ReadString('\n')
			if line != "" && !yield(line) || err != nil {
				return
			}
		}
	}
}

// uncomment returns a line of a file in /etc up to its comment.
func uncomment(line string) string {
	line, _, _ = strings.Cut(line, "#")
	return line
}

// Words splits at white space of the C locale only: what Unicode calls a
// space may be part of a name.
func Words(text string) []string {
	return strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(white, c) })
}

// lower is tolower(3) in the C locale for each byte: the C library compares
// names in ASCII.
func lower(name string) string {
	b := []byte(name)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return string(b)
}
