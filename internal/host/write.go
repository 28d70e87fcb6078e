package host

import (
	"io/fs"

	"golang.org/x/sys/unix"
)

// File is a file that is open for writing, as a bare descriptor: package os would
// hand each to the runtime's poller, which takes two more, and ends the program
// where there is no room for them.
type File struct {
	Fd   int
	path string
}

// Create opens a file with further flags of open(2). Errors are *fs.PathError.
func Create(path string, flags int, mode uint32) (*File, error) {
	for {
		fd, err := unix.Open(path, flags|unix.O_CLOEXEC, mode)
		if err == nil {
			return &File{fd, path}, nil
		}
		if err != unix.EINTR {
			return nil, &fs.PathError{Op: "open", Path: path, Err: err}
		}
	}
}

// Write writes all of p.
func (f *File) Write(p []byte) (n int, err error) {
	for n < len(p) {
		m, err := unix.Write(f.Fd, p[n:])
		if m > 0 {
			n += m
		}
		if err != nil && err != unix.EINTR {
			return n, &fs.PathError{Op: "write", Path: f.path, Err: err}
		}
	}
	return n, nil
}

// Truncate makes the file empty; what is written next is its beginning.
func (f *File) Truncate() error {
	err := unix.Ftruncate(f.Fd, 0)
	if err == nil {
		_, err = unix.Seek(f.Fd, 0, unix.SEEK_SET)
	}
	if err != nil {
		return &fs.PathError{Op: "truncate", Path: f.path, Err: err}
	}
	return nil
}

// Close closes the file.
func (f *File) Close() error { return unix.Close(f.Fd) }
