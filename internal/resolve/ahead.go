package resolve

import (
	"iter"
	"time"
)

// What look-ups of names may cost a listing. A name server that never answers
// delays it by ListingBudget, once, and no more; what has no name until then is
// shown as a number.
const (
	ListingBudget   = 5 * time.Second
	ListingParallel = 16
	// ListingAhead is how many rows are read before the first is shown, so that
	// the look-ups of their addresses run side by side.
	ListingAhead = 4 * ListingParallel
	// aheadGrowth is how many times as many it may become in a long listing: a
	// long file is read once for all of them.
	aheadGrowth = 64
)

// Ahead reads up to count rows before it passes on the first, and twice as many
// each time that they are used up. It shows each to ask, with its error, when it
// is read; ask keeps none. Order and errors stay as they are.
//
// It isn't inlined: what waits for DNS needn't be fast, but small.
//
//go:noinline
func Ahead[R any](rows iter.Seq2[R, error], count int, ask func(*R, error)) iter.Seq2[R, error] {
	return func(yield func(R, error) bool) {
		w := window[R]{size: count, most: count * aheadGrowth}
		var row R // one for all
		var err error
		for row, err = range rows {
			ask(&row, err)
			oldest, full := w.push(lookahead[R]{row, err})
			if full && !yield(oldest.row, oldest.err) {
				return
			}
		}
		w.drain(yield)
	}
}

// lookahead is a row as it was read.
type lookahead[R any] struct {
	row R
	err error
}

// window holds the last rows that were read, a ring once it is full.
type window[R any] struct {
	size   int
	most   int // that size may become
	ring   []lookahead[R]
	oldest int
}

// push adds an entry. Where there is no room it takes the place of the oldest,
// which is returned.
func (w *window[R]) push(e lookahead[R]) (oldest lookahead[R], full bool) {
	if len(w.ring) < w.size {
		w.ring = append(w.ring, e)
		return lookahead[R]{}, false
	}
	oldest, w.ring[w.oldest] = w.ring[w.oldest], e
	if w.oldest++; w.oldest == w.size {
		w.oldest, w.size = 0, min(2*w.size, w.most)
	}
	return oldest, true
}

// drain passes on what is left, from the oldest on.
func (w *window[R]) drain(yield func(R, error) bool) {
	for i := range w.ring {
		e := &w.ring[(w.oldest+i)%len(w.ring)]
		if !yield(e.row, e.err) {
			return
		}
	}
}
