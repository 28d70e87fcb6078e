package host

import (
	"io"
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

// WriteAt writes all of p, as an io.WriterAt.
func (f *File) WriteAt(p []byte, offset int64) (n int, err error) {
	for n < len(p) {
		m, err := unix.Pwrite(f.Fd, p[n:], offset+int64(n))
		if m > 0 {
			n += m
		}
		if err != nil && err != unix.EINTR {
			return n, &fs.PathError{Op: "write", Path: f.path, Err: err}
		}
	}
	return n, nil
}

// ReadAt reads from an offset on, as an io.ReaderAt.
func (f *File) ReadAt(p []byte, offset int64) (n int, err error) {
	for n < len(p) {
		m, err := unix.Pread(f.Fd, p[n:], offset+int64(n))
		switch {
		case m > 0:
			n += m
		case err == nil:
			return n, io.EOF
		case err != unix.EINTR:
			return n, &fs.PathError{Op: "read", Path: f.path, Err: err}
		}
	}
	return n, nil
}

// Truncate cuts the file off behind so many bytes.
func (f *File) Truncate(size int) error {
	if err := unix.Ftruncate(f.Fd, int64(size)); err != nil {
		return &fs.PathError{Op: "truncate", Path: f.path, Err: err}
	}
	return nil
}

// Close closes the file.
func (f *File) Close() error { return unix.Close(f.Fd) }

// spareDescriptors is how many must be left where a file is to stay open that could be
// closed.
const spareDescriptors = 32

// IsRoomBehind tells whether the process may have many more descriptors than it had
// when the file was opened.
func (f *File) IsRoomBehind() bool {
	var limit unix.Rlimit
	return unix.Getrlimit(unix.RLIMIT_NOFILE, &limit) == nil && uint64(f.Fd)+spareDescriptors <= limit.Cur
}
