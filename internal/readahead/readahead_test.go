package readahead

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// text is n bytes that repeat nowhere near.
func text(n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(i ^ i>>8 ^ i>>16)
	}
	return b
}

// pageReader hands out a page at most, as the kernel does, and notes the
// smallest read that it was asked for.
type pageReader struct {
	io.Reader
	least  int
	closed bool
}

func (r *pageReader) Read(p []byte) (int, error) {
	r.least = min(r.least, len(p))
	return r.Reader.Read(p[:min(len(p), 3968)])
}

func (r *pageReader) Close() error {
	r.closed = true
	return nil
}

// Whatever its length a file comes through whole, in large reads, and is closed.
func TestReadAhead(t *testing.T) {
	for _, size := range []int{0, 1, aheadAfter - 1, aheadAfter, aheadAfter + 1, 3 * aheadAfter, 1<<20 + 17} {
		want := text(size)
		file := &pageReader{Reader: bytes.NewReader(want), least: page}
		r := New(file)
		got, err := readAll(r)
		if err != io.EOF || !bytes.Equal(got, want) {
			t.Errorf("%d bytes: got %d, %v", size, len(got), err)
		}
		if file.least < page {
			t.Errorf("%d bytes: a read of %d", size, file.least)
		}
		if n, err := r.Read(make([]byte, 10)); n != 0 || err != io.EOF {
			t.Errorf("%d bytes: after the end %d, %v", size, n, err)
		}
		if err := r.Close(); err != nil || !file.closed {
			t.Errorf("%d bytes: closed %v, %v", size, file.closed, err)
		}
	}
}

// readAll reads up to the first error with room for many pages, as procnet
// does.
func readAll(r io.Reader) (all []byte, err error) {
	buf := make([]byte, 18<<10)
	for err == nil {
		var n int
		n, err = r.Read(buf)
		all = append(all, buf[:n]...)
	}
	return all, err
}

// An error comes behind the bytes before it, from the goroutine too.
func TestReadAheadErrors(t *testing.T) {
	broken := errors.New("broken")
	for _, size := range []int{0, 100, aheadAfter, 3 * aheadAfter} {
		r := New(io.NopCloser(io.MultiReader(bytes.NewReader(text(size)), iotest.ErrReader(broken))))
		got, err := readAll(r)
		if err != broken {
			t.Errorf("%d bytes: %v", size, err)
		}
		if diff := cmp.Diff(size, len(got)); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
		r.Close() //nolint:errcheck // of a NopCloser
	}
}

// endless is a table without end.
type endless struct{ closed chan struct{} }

func (e *endless) Read(p []byte) (int, error) {
	select {
	case <-e.closed:
		return 0, io.ErrClosedPipe
	default:
		return len(p), nil
	}
}

func (e *endless) Close() error {
	close(e.closed)
	return nil
}

// A listing that ends early leaves no goroutine behind.
func TestReadAheadCloseEndsGoroutine(t *testing.T) {
	before := runtime.NumGoroutine()
	r := New(&endless{make(chan struct{})})
	if _, err := io.CopyN(io.Discard, r, 5*aheadAfter); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	for range 1000 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

// What is long is told once; what was begun comes through whole, and is closed.
func TestReadAheadOfTheNext(t *testing.T) {
	for _, size := range []int{0, 1, page, aheadAfter, 1<<20 + 17} {
		next := &pageReader{Reader: bytes.NewReader(text(size)), least: page}
		behind, times := New(next), 0
		first := New(io.NopCloser(bytes.NewReader(text(3 * aheadAfter))))
		first.OnLong(func() {
			times++
			behind.Begin()
		})
		if got, err := readAll(first); err != io.EOF || len(got) != 3*aheadAfter || times != 1 {
			t.Errorf("the first: %d bytes, %v; told %d times", len(got), err, times)
		}
		got, err := readAll(behind)
		if err != io.EOF || !bytes.Equal(got, text(size)) || next.least < page {
			t.Errorf("%d bytes: got %d, %v, a read of %d", size, len(got), err, next.least)
		}
		first.Close() //nolint:errcheck // of a NopCloser
		if err := behind.Close(); err != nil || !next.closed {
			t.Errorf("%d bytes: closed %v, %v", size, next.closed, err)
		}
	}
	short := New(io.NopCloser(bytes.NewReader(text(aheadAfter - 1))))
	short.OnLong(func() { t.Error("a short one is told of") })
	readAll(short) //nolint:errcheck // TestReadAhead has it
}
