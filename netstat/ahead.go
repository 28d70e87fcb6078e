package netstat

import "classicnet/internal/readahead"

// begun is a file that was opened while the one before it is listed.
type begun struct {
	source *source // nil for none
	file   *readahead.Reader
	err    error
}

// behind returns the file that is listed behind file i, whatever comes of that; nil for
// none.
func (t *table) behind(l *listing, i int) *source {
	if i++; i < len(t.files) && t.files[i].six && l.shows(t, &t.files[i]) {
		return &t.files[i]
	}
	return nil
}

// prepare opens a file and begins to read it. What is wrong is told when it is its
// turn.
func (l *listing) prepare(s *source) {
	l.next.source = s
	f, err := l.reopen(s.path)
	if err != nil {
		l.next.err = err
		return
	}
	l.next.file = readahead.New(f)
	l.next.file.Begin()
}

// open opens a file, unless it was prepared.
func (l *listing) open(s *source) (*readahead.Reader, error) {
	if next := l.next; next.source == s {
		l.next = begun{}
		return next.file, next.err
	}
	f, err := l.reopen(s.path)
	if err != nil {
		return nil, err
	}
	return readahead.New(f), nil
}

// closeNext closes a file that isn't listed any more, as the one before it couldn't be
// read.
func (l *listing) closeNext() {
	if l.next.file != nil {
		l.next.file.Close() //nolint:errcheck // nothing of it is wanted
	}
}
