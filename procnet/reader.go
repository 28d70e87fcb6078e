package procnet

// each passes every further line through parse to yield, and the reader's
// failure last. The cursor stands at the line's start.
func each[Row any](in *lines, yield func(Row, error) bool, parse func(c *cursor, row *Row)) {
	var c cursor
	var row Row
	for {
		if !in.begin(&c) {
			break
		}
		row = *new(Row)
		parse(&c, &row)
		if !yield(row, in.lineError(&c)) {
			return
		}
	}
	if err := in.failure(); err != nil {
		yield(*new(Row), err)
	}
}

// begin puts the cursor at the start of the next line. It is in the file once, not
// once for each type of row, and so is lineError.
//
//go:noinline
func (l *lines) begin(c *cursor) bool {
	line, ok := l.next()
	*c = cursor{line: line}
	return ok
}

// lineError makes the error beside a row. A piece of a longer line is
// malformed even if it reads well.
//
//go:noinline
func (l *lines) lineError(c *cursor) error {
	f := c.fault
	if f.err == nil && l.continued {
		f.field, f.err = "line", errContinued
	}
	if f.err == nil {
		return nil
	}
	return &LineError{File: l.file(), Line: l.number, Field: f.field, Skipped: f.skipped, Err: f.err}
}

// titles is the first line. Without one the error is ErrEmpty, or the reader's.
func (l *lines) titles() ([]byte, error) {
	if titles, ok := l.next(); ok {
		return titles, nil
	}
	if err := l.failure(); err != nil {
		return nil, err
	}
	return nil, &FileError{File: l.file(), Err: ErrEmpty}
}

// table reads the title line and plans the columns under it.
func (l *lines) table(columns []column) (*table, error) {
	titles, err := l.titles()
	if err != nil {
		return nil, err
	}
	return newTable(l.file(), titles, columns)
}
