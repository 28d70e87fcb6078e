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
// It isn't inlined: what waits for DNS needn't be fast, but small. So all that
// isn't of the row's type is in window, and rows is called, without what a range loop
// adds.
//
//go:noinline
func Ahead[R any](rows iter.Seq2[R, error], count int, ask func(*R, error)) iter.Seq2[R, error] {
	return func(yield func(R, error) bool) {
		w := window{size: count, most: count * aheadGrowth}
		held, more := new(R), true
		rows(func(row R, err error) bool {
			*held = row
			ask(held, err)
			oldest, full := w.push(lookahead{held, err})
			if !full {
				held = new(R)
				return true
			}
			held = oldest.row.(*R) // whose place is free once it is passed on
			more = yield(*held, oldest.err)
			return more
		})
		for i := 0; more && i < len(w.ring); i++ {
			e := w.next()
			more = yield(*e.row.(*R), e.err)
		}
	}
}

// lookahead is a row as it was read.
type lookahead struct {
	row any // a pointer to it
	err error
}

// window holds the last rows that were read, a ring once it is full.
type window struct {
	size   int
	most   int // that size may become
	ring   []lookahead
	oldest int
}

// push adds an entry. Where there is no room it takes the place of the oldest,
// which is returned.
//
//go:noinline
func (w *window) push(e lookahead) (oldest lookahead, full bool) {
	if len(w.ring) < w.size {
		w.ring = append(w.ring, e)
		return lookahead{}, false
	}
	oldest, w.ring[w.oldest] = w.ring[w.oldest], e
	if w.oldest++; w.oldest == w.size {
		w.oldest, w.size = 0, min(2*w.size, w.most)
	}
	return oldest, true
}

// next returns one after the other of what is left, from the oldest on.
//
//go:noinline
func (w *window) next() lookahead {
	e := w.ring[w.oldest%len(w.ring)]
	w.oldest++
	return e
}
