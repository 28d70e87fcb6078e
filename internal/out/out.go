// Package out is the way of every tool to its two output streams: one
// buffered stdout whose write error is remembered, a stderr that never
// overtakes it on a terminal, and control bytes that never reach a terminal.
package out

import (
	"bufio"
	"io"
	"strings"
)

// bufferSize is how much of stdout is held back: with little output all of
// stderr comes first, as with the originals' block-buffered stdio; with much
// output memory stays constant. Go's allocator cuts four pieces of this size from
// one span: this one and those of the files that a listing reads (procnet) cost a
// start a third of what large objects of their own do.
const bufferSize = 18 << 10

// Streams are a command's stdout and stderr. The zero value is not usable;
// call New.
type Streams struct {
	stdout  *bufio.Writer
	stderr  io.Writer
	ordered bool // stdout is a terminal: what was printed first is seen first
}

// New returns the streams of a command. terminal tells whether a writer ends
// at a terminal; nil stands for never. On a terminal control bytes are
// replaced by '?' (see Visible). Where stdout is Streams already, those of a command
// that has another one list for it, they are what it returns.
func New(stdout, stderr io.Writer, terminal func(io.Writer) bool) *Streams {
	if s, ok := stdout.(*Streams); ok {
		return s
	}
	s := &Streams{stderr: stderr}
	if terminal != nil {
		s.ordered = terminal(stdout)
		if terminal(stderr) {
			s.stderr = visibleWriter{stderr}
		}
	}
	if s.ordered {
		stdout = visibleWriter{stdout}
	}
	s.stdout = bufio.NewWriterSize(stdout, bufferSize)
	return s
}

// Write buffers p for stdout. It returns the first error that a write to
// stdout had, so a long listing can end early; Close returns it too.
func (s *Streams) Write(p []byte) (int, error) { return s.stdout.Write(p) }

// WriteString is Write for a string.
func (s *Streams) WriteString(p string) (int, error) { return s.stdout.WriteString(p) }

// AvailableBuffer returns an empty slice with room in the buffer itself, for
// formatters that append: Write of the result then copies nothing. Where little room
// is left it is made first.
func (s *Streams) AvailableBuffer() []byte {
	if s.stdout.Available() < rowRoom {
		s.stdout.Flush() //nolint:errcheck // the writer remembers it for Close
	}
	return s.stdout.AvailableBuffer()
}

// rowRoom is what a row of a listing takes at most.
const rowRoom = 512

// Errorf writes one message to stderr: format, with the next of args in the place
// of each %s. The caller gives the newline.
//
// It isn't fmt's: that with what it needs is a thirtieth of a small tool's file.
func (s *Streams) Errorf(format string, args ...string) {
	if s.ordered {
		s.stdout.Flush() //nolint:errcheck // the writer remembers it for Close
	}
	s.stderr.Write(appendFormat(nil, format, args)) //nolint:errcheck // nobody could be told
}

func appendFormat(b []byte, format string, args []string) []byte {
	for _, arg := range args {
		before, after, _ := strings.Cut(format, "%s")
		b = append(append(b, before...), arg...)
		format = after
	}
	return append(b, format...)
}

// Flush writes out what is buffered, for output that goes on for long.
func (s *Streams) Flush() error { return s.stdout.Flush() }

// Close flushes stdout and returns the first error of any write to it.
func (s *Streams) Close() error { return s.stdout.Flush() }
