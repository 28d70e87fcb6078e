package procnet

import "bytes"

// table is a file whose title line tells where the columns are. Files of the
// routing tables grew columns over the years; ones that aren't known are skipped.
type table struct {
	columns []column // those that are needed, in the order that they must have
	plan    []int8   // for each column of the file the one of columns that it is, or unknown
	// cells are the values of a row, one for each of columns. As with the
	// variables of a scanf call, a column that a row lacks keeps its value.
	cells []cell
}

type column struct {
	title string
	kind  kind
}

// kind is how scanf reads a column.
type kind uint8

const (
	kindName    kind = iota // %16s
	kindAddress             // %128s, an IPv4 address in hex
	kindHex                 // %X
	kindDecimal             // %d
)

// cell is a value. An address is the word's number, not yet a netip.Addr.
type cell struct {
	word   []byte
	number uint32
}

const unknown = -1

// open reads the title line and plans the columns. The error is ErrEmpty, a
// *MissingFieldError, or the reader's.
func (t *table) open(in *lines) error {
	titles, ok := in.next()
	if err := in.failure(); !ok && err != nil {
		return err
	}
	if !ok {
		return ErrEmpty
	}
	return t.layOut(in.file, titles)
}

// layOut plans the columns under titles. A required title that comes before
// one that must precede it is taken for an unknown one, so the error names
// the first that isn't found in sequence.
func (t *table) layOut(file string, titles []byte) error {
	t.cells = make([]cell, len(t.columns))
	found := 0
	for title := range bytes.FieldsFuncSeq(titles, isTitleGap) {
		if found == len(t.columns) {
			break
		}
		if string(title) == t.columns[found].title {
			t.plan = append(t.plan, int8(found))
			found++
		} else {
			t.plan = append(t.plan, unknown)
		}
	}
	if found < len(t.columns) {
		return &MissingFieldError{File: file, Field: t.columns[found].title}
	}
	return nil
}

func isTitleGap(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '|' }

// scan reads a row into the cells and returns how many of them it has got. The
// fault is the first thing that is wrong; skipped stays open.
func (t *table) scan(c *cursor) (n int, f fault) {
	for _, i := range t.plan {
		if i == unknown {
			if _, ok := c.text(); !ok {
				return n, f.or(fault{t.columns[n].title, errMissing, false})
			}
			continue
		}
		ok, wrong := t.columns[i].read(c, &t.cells[i])
		f = f.or(wrong)
		if !ok {
			return n, f
		}
		n++
	}
	return n, f
}

// read reads a cell. ok is false where scanf would stop; an address that isn't
// one is a word all the same.
func (col *column) read(c *cursor, to *cell) (ok bool, f fault) {
	switch col.kind {
	case kindName:
		to.word, ok = c.word(16)
	case kindAddress:
		to.word, ok = c.word(128)
		var fits bool
		if to.number, fits = hexWord(to.word); ok && !fits {
			return ok, fault{col.title, errAddress, false}
		}
	case kindHex:
		to.number, ok = c.hex()
	case kindDecimal:
		var n int32
		n, ok = c.decimal()
		to.number = uint32(n)
	}
	if !ok {
		f = c.noNumber(col.title, false)
	}
	return ok, f
}

// or keeps the first fault of two.
func (f fault) or(later fault) fault {
	if f.err != nil {
		return f
	}
	return later
}
