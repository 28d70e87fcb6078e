package procnet

// each calls row for every further line, at whose start the cursor stands, until
// that is false. It returns the reader's failure, which is yielded last. Of what type
// a row is only row knows: a generic function would be in the file once for each.
func (l *lines) each(row func(c *cursor) bool) error {
	var c cursor
	for l.begin(&c) {
		if !row(&c) {
			return nil
		}
	}
	return l.failure()
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
