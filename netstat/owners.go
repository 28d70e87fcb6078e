package netstat

import (
	"bytes"
	"io"
	"strconv"

	"classicnet/internal/out"
	"classicnet/procnet/owner"
)

// Owners finds the processes that have sockets.
type Owners interface {
	// Owner returns the process that has the socket of an inode.
	Owner(inode uint64) (owner.Process, bool)
	// Seen tells whether any process had a socket at all.
	Seen() bool
}

// owners are those that -p shows.
type owners struct {
	Owners
}

const (
	// programWidth is that of the column of programs, programMost how much is
	// shown of one.
	programWidth = 20
	programMost  = 19
)

// appendProgram appends the column of a socket's program.
func (o owners) appendProgram(b []byte, inode uint64) []byte {
	start := len(b)
	p, ok := o.of(inode)
	if !ok {
		return out.AppendLeft(b, "-", programWidth)
	}
	b = append(append(append(b, p.PID...), '/'), p.Program...)
	return out.PadRight(b[:min(len(b), start+programMost)], start, programWidth)
}

func (o owners) of(inode uint64) (owner.Process, bool) {
	if o.Owners == nil {
		return owner.Process{}, false
	}
	return o.Owner(inode)
}

// findOwners looks for the owners of the sockets that are going to be listed, once
// a round.
func (l *listing) findOwners() {
	if !l.options.Programs || l.plan.tables&(inetTables|unixTable) == 0 || l.env.FindOwners == nil {
		return
	}
	found, err := l.env.FindOwners(l.wanted())
	l.owners = owners{found}
	if err == nil {
		return
	}
	if found != nil && found.Seen() {
		l.Out.Errorf("(Not all processes could be identified, non-owned process info\n" +
			" will not be shown, you would have to be root to see it all.)\n")
		return
	}
	l.Out.Errorf("(No info could be read for \"-p\": geteuid()=%s but you should be root.)\n", strconv.Itoa(l.env.User))
}

// wantedBytes are how much is read of the tables, before they are listed, to know
// which sockets are shown: processes without these needn't be looked at closely. Of
// a longer table all are wanted.
const wantedBytes = 1 << 20

// wanted are the inodes of the sockets that will be shown, nil where there are too
// many. A table that can't be read has none.
func (l *listing) wanted() []uint64 {
	inodes := []uint64{}
	left := int64(wantedBytes)
	for i := range tables {
		t := &tables[i]
		if l.plan.tables&t.set == 0 {
			continue
		}
		for j := range t.files {
			if s := &t.files[j]; l.shows(t, s) {
				inodes, left = l.wantedOf(s, inodes, left)
			}
		}
		if left <= 0 {
			return nil
		}
	}
	return inodes
}

func (l *listing) wantedOf(s *source, inodes []uint64, left int64) ([]uint64, int64) {
	if s.protocol == nil && s.inodes == nil || left <= 0 {
		return inodes, left
	}
	text, err := l.read(s.path, left)
	if err != nil {
		return inodes, left
	}
	left -= int64(len(text))
	list := s.inodes
	if s.protocol != nil {
		list = func(l *listing, f io.Reader) iterInodes { return l.socketInodes(f, s.protocol) }
	}
	for inode := range list(l, bytes.NewReader(text)) {
		if inode != 0 {
			inodes = append(inodes, inode)
		}
	}
	return inodes, left
}

// read reads a file up to a limit. What has come to its end before is kept: it is
// listed from memory then.
func (l *listing) read(path string, limit int64) ([]byte, error) {
	f, err := l.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it was read
	text, err := io.ReadAll(io.LimitReader(f, limit))
	if err == nil && int64(len(text)) < limit {
		l.kept = append(l.kept, keptFile{path, text})
	}
	return text, err
}

// keptFile is a file that was read.
type keptFile struct {
	path string
	text []byte
}

// reopen opens a file, or one that was kept.
func (l *listing) reopen(path string) (io.ReadCloser, error) {
	for i := range l.kept {
		if k := &l.kept[i]; k.path == path {
			return keptReader{bytes.NewReader(k.text), path}, nil
		}
	}
	return l.Open(path)
}

// keptReader reads a kept file, and has its name.
type keptReader struct {
	*bytes.Reader
	path string
}

func (k keptReader) Name() string { return k.path }
func (k keptReader) Close() error { return nil }
