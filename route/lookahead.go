package route

import "iter"

// ahead reads up to count rows before it passes on the first, and shows each
// to ask when it is read, if it is one to be listed. Order and errors stay as
// they are.
func ahead[R any](rows iter.Seq2[R, error], count int, ask func(*R)) iter.Seq2[R, error] {
	return func(yield func(R, error) bool) {
		w := window[R]{size: count}
		var row R // one for all: ask keeps none
		var err error
		for row, err = range rows {
			if hasRow(err) {
				ask(&row)
			}
			oldest, full := w.push(entry[R]{row, err})
			if full && !yield(oldest.row, oldest.err) {
				return
			}
		}
		w.drain(yield)
	}
}

// entry is a row as it was read.
type entry[R any] struct {
	row R
	err error
}

// window holds the last rows that were read, a ring once it is full.
type window[R any] struct {
	size   int
	ring   []entry[R]
	oldest int
}

// push adds an entry. Where there is no room it takes the place of the oldest,
// which is returned.
func (w *window[R]) push(e entry[R]) (oldest entry[R], full bool) {
	if len(w.ring) < w.size {
		w.ring = append(w.ring, e)
		return entry[R]{}, false
	}
	oldest, w.ring[w.oldest] = w.ring[w.oldest], e
	w.oldest = (w.oldest + 1) % w.size
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
