package host

import (
	"io"
	"io/fs"

	"golang.org/x/sys/unix"
)

// file reads a file of /proc or /etc. os.File would hand each descriptor to
// the runtime's poller first: ten system calls that a start pays for.
type file struct {
	fd   int
	path string
}

// Open opens a file for reading. Errors are *fs.PathError.
func Open(path string) (io.ReadCloser, error) {
	for {
		fd, err := unix.Open(path, unix.O_RDONLY|unix.O_CLOEXEC, 0)
		if err == nil {
			return &file{fd, path}, nil
		}
		if err != unix.EINTR {
			return nil, &fs.PathError{Op: "open", Path: path, Err: err}
		}
	}
}

func (f *file) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	for {
		n, err := unix.Read(f.fd, p)
		switch {
		case n > 0:
			return n, nil
		case err == nil:
			return 0, io.EOF
		case err != unix.EINTR:
			return 0, &fs.PathError{Op: "read", Path: f.path, Err: err}
		}
	}
}

func (f *file) Close() error { return unix.Close(f.fd) }
