package procnet

import (
	"bytes"
	"io"
)

// bufferSize is how much is asked for at once. The kernel hands out at most a
// page of a table, and walks the IPv6 routes from their start again for each
// read: no less than a page must be asked for. Why it is this size is in package out.
const bufferSize = 18 << 10

// maxEmptyReads is how often a reader may return neither bytes nor an error.
const maxEmptyReads = 100

// lines cuts a stream into lines, as fgets(3) with a buffer of fixed size does:
// a longer line comes in pieces. No byte of the stream is kept beyond that.
type lines struct {
	kernel string // the kernel's name of the file
	limit  int    // the longest piece, its newline included
	texts  texts

	r         io.Reader
	buf       []byte // what was read
	at        int    // how much of buf is used up
	err       error  // of the reader; io.EOF at the end
	number    int    // the current line's, from 1
	continued bool   // the current piece isn't the first of its line
	ended     bool   // the current piece is the last of its line
}

// newLines reads r, which the kernel calls file.
//
//go:noinline
func newLines(r io.Reader, file string, limit int) *lines {
	if r == nil {
		r = nothing{}
	}
	l := &lines{kernel: file, limit: limit, r: r, buf: make([]byte, 0, bufferSize), ended: true}
	if p, watched := r.(*placed); watched {
		p.lines = l
	}
	return l
}

// file is what errors call the file: as the reader calls it by its Name or, if it has
// none, as the kernel does. It is asked when there is an error: the question costs a
// start three pages.
func (l *lines) file() string {
	if named, ok := l.r.(interface{ Name() string }); ok && named.Name() != "" {
		return named.Name()
	}
	return l.kernel
}

// nothing is what a nil reader holds.
type nothing struct{}

func (nothing) Read([]byte) (int, error) { return 0, io.EOF }

// next returns the next line or piece of one, without its newline and up to its
// first NUL, beyond which C strings show nothing. It is valid until the next
// call. ok is false at the end or when the reader failed; then what a failed
// read left of a line is dropped.
func (l *lines) next() (piece []byte, ok bool) {
	for {
		window := l.buf[l.at:min(len(l.buf), l.at+l.limit)]
		if i := bytes.IndexByte(window, '\n'); i >= 0 {
			return l.take(window[:i], i+1, true), true
		}
		if len(window) == l.limit {
			return l.take(window, l.limit, false), true
		}
		if l.err != nil {
			return l.last(window)
		}
		l.fill()
	}
}

// last ends the stream with the line that has no newline.
func (l *lines) last(window []byte) ([]byte, bool) {
	if l.err != io.EOF || len(window) == 0 {
		return nil, false
	}
	return l.take(window, len(window), true), true
}

// take uses up n bytes for a piece and keeps count.
func (l *lines) take(piece []byte, n int, ended bool) []byte {
	l.at += n
	l.continued = !l.ended
	if l.ended {
		l.number++
	}
	l.ended = ended
	if i := bytes.IndexByte(piece, 0); i >= 0 {
		piece = piece[:i]
	}
	return piece
}

// fill reads more behind the unused bytes, which move to the front. They are
// fewer than limit, so there is room.
func (l *lines) fill() {
	l.buf = l.buf[:copy(l.buf[:cap(l.buf)], l.buf[l.at:])]
	l.at = 0
	for range maxEmptyReads {
		n, err := l.r.Read(l.buf[len(l.buf):cap(l.buf)])
		l.buf = l.buf[:len(l.buf)+n]
		if n > 0 || err != nil {
			l.err = err
			return
		}
	}
	l.err = io.ErrNoProgress
}

// failure is the error that ended the stream, nil at its regular end.
//
//go:noinline
func (l *lines) failure() error {
	if l.err == io.EOF {
		return nil
	}
	return l.err
}
