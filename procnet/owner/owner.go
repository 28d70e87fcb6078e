// Package owner finds the processes that have sockets open: /proc names a socket
// by its inode, /proc/PID/fd says which process has it. It is what netstat -p
// shows. Inodes are those of procnet.Socket, or of procnet.UnixSocket:
//
//	table, err := owner.Find("/proc", inodes)
//	if process, ok := table.Owner(inode); ok {
//		fmt.Println(process.PID, process.Program)
//	}
//
// All of /proc is walked once, each process's descriptors relative to their
// folder, side by side where there are processors for it. Only what root or the
// processes' own user may see is found.
package owner

import (
	"cmp"
	"errors"
	"io/fs"
)

// Process is a process that has a socket open.
type Process struct {
	PID string // the name of its folder in /proc
	// Program is the first word of its command line without the folders of an
	// absolute path, at most 511 bytes of it, any but NUL; "" where the process
	// has emptied it.
	Program string
}

// comparePIDs is by number: more digits are more.
func comparePIDs(a, b string) int {
	return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
}

// Table tells which process has a socket: of several the one with the lowest PID,
// whatever the order of the folder. Several goroutines may ask it at once.
type Table struct {
	processes []Process
	inodes    index
	seen      bool
}

// ErrHidden tells that the descriptors of some processes may not be seen. The
// table has the others. It wraps fs.ErrPermission.
var ErrHidden error = hidden{}

type hidden struct{}

func (hidden) Error() string        { return "owner: processes of others aren't shown" }
func (hidden) Is(target error) bool { return target == fs.ErrPermission }

// Find walks a folder like /proc. want are the inodes that are asked for: the walk
// ends once all are found. With nil it finds all, with an empty slice none. The error
// is ErrHidden, or an *fs.PathError of a folder that can't be read; the table is there
// all the same, and has what was found.
func Find(proc string, want []uint64) (*Table, error) {
	w := &walk{want: newIndex(len(want)), all: want == nil}
	for _, inode := range want {
		w.want.add(inode, 0)
	}
	err := w.run(proc)
	switch {
	case errors.Is(err, fs.ErrPermission):
		err = ErrHidden
	case err != nil:
		err = &fs.PathError{Op: "read", Path: proc, Err: err}
	}
	return &Table{w.processes, w.found, w.seen.Load()}, err
}

// Owner returns the process that has the socket of an inode.
func (t *Table) Owner(inode uint64) (p Process, ok bool) {
	if t == nil {
		return Process{}, false
	}
	i, ok := t.inodes.get(inode)
	if !ok {
		return Process{}, false
	}
	return t.processes[i], true
}

// Seen tells whether any process had a socket, wanted or not.
func (t *Table) Seen() bool { return t != nil && t.seen }
