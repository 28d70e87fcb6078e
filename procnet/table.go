package procnet

import (
	"bytes"
	"math"
)

// table is a file whose title line tells where the columns are. The files of
// the routing tables grew columns over the years; ones that aren't known are
// skipped.
type table struct {
	columns []column // those that are needed, in the order that they must have
	plan    []int8   // for each column of the file, its index in columns, or unknown
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

// newTable plans the columns under titles. A required title that comes before
// one that must precede it is taken for an unknown one, so the
// *MissingFieldError names the first that isn't found in sequence.
func newTable(file string, titles []byte, columns []column) (*table, error) {
	t := &table{columns: columns, cells: make([]cell, len(columns))}
	found := 0
	for title := range bytes.FieldsFuncSeq(titles, isTitleGap) {
		if found == len(columns) {
			break
		}
		if string(title) == columns[found].title {
			t.plan = append(t.plan, int8(found))
			found++
		} else {
			t.plan = append(t.plan, unknown)
		}
	}
	if found < len(columns) {
		return nil, &MissingFieldError{File: file, Field: columns[found].title}
	}
	return t, nil
}

// isTitleGap tells what separates titles; a carriage return doesn't.
func isTitleGap(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '|' }

// scan reads a row into the cells and returns how many of them it has got.
func (t *table) scan(c *cursor) (n int) {
	for _, i := range t.plan {
		if i == unknown {
			if _, ok := c.text(); !ok {
				c.fail(t.columns[n].title, errMissing)
				return n
			}
			continue
		}
		if !t.columns[i].quick(c, &t.cells[i]) && !t.columns[i].read(c, &t.cells[i]) {
			return n
		}
		n++
	}
	return n
}

// quick reads a cell that looks as kernels write it, which is most of the time
// that a table takes. Anything else it leaves to read.
func (col *column) quick(c *cursor, to *cell) (ok bool) {
	var v uint64
	at := c.at
	switch col.kind {
	case kindDecimal:
		v, ok = c.short(base10)
	case kindAddress:
		to.number, ok = c.shortAddress()
		return ok
	case kindHex:
		v, ok = c.short(base16)
	}
	if v > math.MaxUint32 {
		c.at = at
		return false
	}
	if ok {
		to.number = uint32(v)
	}
	return ok
}

// read reads a cell. It is false where scanf would stop.
func (col *column) read(c *cursor, to *cell) (ok bool) {
	switch col.kind {
	case kindName:
		to.word, ok = c.word(16)
	case kindAddress:
		return col.readAddress(c, to)
	case kindHex:
		ok = to.set(c.number(base16))
	case kindDecimal:
		ok = to.set(c.number(base10))
	}
	c.judgeNumber(col.title)
	if !ok {
		c.fail(col.title, c.lack(errNumber))
	}
	return ok
}

// set takes a number, if there is one.
func (to *cell) set(v uint32, ok bool) bool {
	if ok {
		to.number = v
	}
	return ok
}

// readAddress takes any word, as scanf does; one that is no address reads as 0.
func (col *column) readAddress(c *cursor, to *cell) (ok bool) {
	word, ok := c.word(128)
	v, fits := hexWord(word)
	to.number = v
	switch {
	case !ok:
		c.fail(col.title, errMissing)
	case !fits:
		c.fail(col.title, errAddress)
	}
	return ok
}
