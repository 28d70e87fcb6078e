// Package readahead reads long files of /proc in a goroutine of its own, while the
// rows read before are shown.
package readahead

import (
	"io"
	"runtime"
)

const (
	// aheadAfter is how many bytes are read before a goroutine is worth its
	// cost: some 500 routes.
	aheadAfter = 64 << 10
	// aheadChunk is how much goes from the goroutine to the reader at once,
	// aheadChunks how many of them there are.
	aheadChunk  = 64 << 10
	aheadChunks = 3
	// page is what the kernel makes of a table at once. It starts all over for
	// the next part of an IPv6 table, so no read asks for less.
	page = 4 << 10
)

// Reader is a reader of a long file of /proc, which costs the kernel as
// much to make as it costs us to format: behind the first part a goroutine
// reads on while rows are shown.
type Reader struct {
	file  io.ReadCloser
	plain int    // bytes read without the goroutine
	long  func() // called when the goroutine begins; nil is nothing

	full  chan chunk  // read by the goroutine, nil until it runs
	empty chan []byte // to be filled
	now   chunk       // being handed out
}

// chunk is a part of the file, and the error that came behind it.
type chunk struct {
	buf  []byte // all of the memory
	data []byte // what wasn't handed out yet
	err  error
}

// New returns a Reader of a file, which its Close closes.
func New(file io.ReadCloser) *Reader { return &Reader{file: file} }

// OnLong has a function called once, by Read, where the file turns out to be a long one:
// what comes behind it may then be begun, too.
func (r *Reader) OnLong(do func()) { r.long = do }

// Begin reads the first part before anybody asks for it, as far as there is room, where
// processors are free for it.
func (r *Reader) Begin() {
	if r.full == nil && runtime.GOMAXPROCS(0) > 1 {
		r.start()
	}
}

// Name is that of the file, "" for one that has none.
func (r *Reader) Name() string {
	if named, ok := r.file.(interface{ Name() string }); ok {
		return named.Name()
	}
	return ""
}

// Read reads as the file itself does.
func (r *Reader) Read(p []byte) (int, error) {
	if r.full == nil && r.plain < aheadAfter {
		n, err := r.file.Read(p)
		r.plain += n
		return n, err
	}
	if r.full == nil {
		r.start()
		if r.long != nil {
			r.long()
		}
	}
	for len(r.now.data) == 0 {
		if r.now.err != nil {
			return 0, r.now.err
		}
		r.turn()
	}
	n := copy(p, r.now.data)
	r.now.data = r.now.data[n:]
	return n, nil
}

// start runs the goroutine. It ends with the file, or when empty is closed.
func (r *Reader) start() {
	r.full, r.empty = make(chan chunk, aheadChunks), make(chan []byte, aheadChunks)
	for range aheadChunks {
		r.empty <- make([]byte, aheadChunk)
	}
	go fill(r.file, r.empty, r.full)
}

// turn gives the used chunk back and takes the next.
func (r *Reader) turn() {
	if r.now.buf != nil {
		r.empty <- r.now.buf
	}
	r.now = <-r.full
}

// fill reads chunks until the first error.
func fill(file io.Reader, empty <-chan []byte, full chan<- chunk) {
	for buf := range empty {
		n, err := fillChunk(file, buf)
		full <- chunk{buf, buf[:n], err}
		if err != nil {
			return
		}
	}
}

// fillChunk reads until buf has no room for a page.
func fillChunk(file io.Reader, buf []byte) (n int, err error) {
	for err == nil && len(buf)-n >= page {
		var more int
		more, err = file.Read(buf[n:])
		n += more
	}
	return n, err
}

// Close ends the goroutine and closes the file.
func (r *Reader) Close() error {
	if r.full != nil {
		close(r.empty)
	}
	return r.file.Close()
}
