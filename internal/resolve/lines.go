package resolve

import (
	"bufio"
	"bytes"
	"io"
	"iter"
	"strings"
)

const (
	// sizeLimit is how much of a file of settings is read: one that never ends (a
	// FIFO, a device bound over it) must not take all memory.
	sizeLimit = 64 << 20
	// databaseLimit is the same for a database, of which no more than a line is
	// kept: the block lists that people have in /etc/hosts are nowhere near.
	databaseLimit = 1 << 30
	// lineLimit is how much of a line of a database counts.
	lineLimit = 1 << 20
)

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

// scan passes the lines of a database to line, which sees each, with its newline,
// until it returns and tells whether to go on. After a read error the file is at
// its end.
func scan(file io.Reader, line func([]byte) bool) {
	in := io.LimitReader(file, databaseLimit)
	buf := make([]byte, 32<<10)
	var long []byte // the start of a line that is longer than the buffer
	kept := 0       // of buf: the start of the next line
	for {
		n, err := in.Read(buf[kept:])
		rest := buf[:kept+n]
		for {
			end := bytes.IndexByte(rest, '\n') + 1
			if end == 0 {
				break
			}
			whole := rest[:end]
			if len(long) > 0 {
				whole = cutLine(long, whole)
				long = whole[:0]
			}
			if !line(whole) {
				return
			}
			rest = rest[end:]
		}
		if len(rest) == len(buf) || err != nil {
			long, rest = cutLine(long, rest), nil
		}
		if err != nil {
			if len(long) > 0 {
				line(long)
			}
			return
		}
		kept = copy(buf, rest)
	}
}

// cutLine adds more to a line, up to its limit.
func cutLine(line, more []byte) []byte {
	return append(line, more[:min(len(more), lineLimit-len(line))]...)
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

// blanks are the bytes of white.
var blanks = [256]bool{' ': true, '\t': true, '\n': true, '\v': true, '\f': true, '\r': true}

// appendWords appends the words of a line up to its comment.
func appendWords(words [][]byte, line []byte) [][]byte {
	if i := bytes.IndexByte(line, '#'); i >= 0 {
		line = line[:i]
	}
	start := -1 // of the word that i is in
	for i, c := range line {
		switch blank := blanks[c]; {
		case blank && start >= 0:
			words, start = append(words, line[start:i]), -1
		case !blank && start < 0:
			start = i
		}
	}
	if start >= 0 {
		words = append(words, line[start:])
	}
	return words
}

// appendLower appends a name as tolower(3) has it in the C locale, byte by byte:
// the C library compares names in ASCII.
func appendLower[text string | []byte](b []byte, name text) []byte {
	for i := range len(name) {
		c := name[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		b = append(b, c)
	}
	return b
}
