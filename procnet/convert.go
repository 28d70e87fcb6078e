package procnet

import (
	"errors"
	"io"
	"iter"
)

// Convert reads a file by one of this package's readers and makes another value of
// each row: Convert(f, procnet.Routes, of). What of fails with is the Err of a
// *LineError beside the value, which knows file and line; one that of made itself
// keeps its Field. The readers' own errors come first.
func Convert[Row, T any](r io.Reader, read func(io.Reader) iter.Seq2[Row, error], of func(Row) (T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		if read == nil || of == nil {
			return
		}
		p := &placed{r: r}
		for row, err := range read(p) {
			v, wrong := of(row)
			if err == nil {
				err = p.place(wrong)
			}
			if !yield(v, err) {
				return
			}
		}
	}
}

// placed is a reader that knows who cuts it into lines, and so where that is.
type placed struct {
	r     io.Reader
	lines *lines
}

func (p *placed) Read(b []byte) (int, error) {
	if p.r == nil {
		return 0, io.EOF
	}
	return p.r.Read(b)
}

// Name is that of the reader, "" if it has none.
func (p *placed) Name() string {
	if named, ok := p.r.(interface{ Name() string }); ok {
		return named.Name()
	}
	return ""
}

// place says of what is wrong with a row where it stands.
func (p *placed) place(wrong error) error {
	if wrong == nil || p.lines == nil {
		return wrong
	}
	e := LineError{File: p.lines.file(), Line: p.lines.number, Field: "line", Err: wrong}
	if known := (*LineError)(nil); errors.As(wrong, &known) {
		e.Field, e.Skipped, e.Err = known.Field, known.Skipped, known.Err
	}
	return &e
}
