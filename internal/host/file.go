package host

import (
	"io"
	"io/fs"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/internal/rawcall"
)

// file reads a file of /proc or /etc. os.File would hand each descriptor to
// the runtime's poller first: ten system calls that a start pays for.
type file struct {
	fd   int
	path string
	read int  // bytes, until there are many
	now  bool // reads are so many that the scheduler isn't told of each
}

const (
	// procNet is a link to the files of the process's first thread, whatever
	// namespace the calling thread is in, as its sockets are;
	procNet = "/proc/net/"
	// threadNet are the calling thread's own (Linux 3.17).
	threadNet = "/proc/thread-self/net/"
)

// Open opens a file for reading. Those of /proc/net are of the network namespace
// that the calling thread is in, where the kernel can tell. Errors are
// *fs.PathError and have the path that was asked for.
func Open(path string) (io.ReadCloser, error) {
	fd, err := openNet(path)
	if err != 0 {
		return nil, &fs.PathError{Op: "open", Path: path, Err: err}
	}
	return &file{fd: fd, path: path}, nil
}

// openNet opens a file, one of /proc/net as the calling thread's own. The first thread's
// are its own by the shorter way, too, which costs the kernel two folders less: it makes
// them for each process that asks.
func openNet(path string) (int, unix.Errno) {
	rest, ok := strings.CutPrefix(path, procNet)
	if !ok {
		return open(path)
	}
	way, other := procNet, threadNet
	if unix.Gettid() != unix.Getpid() {
		way, other = threadNet, procNet
	}
	fd, err := open(way + rest)
	// What is there, but for the file, has no need of another way; a /proc of nothing
	// but processes has no /proc/net.
	if err == unix.ENOENT && unix.Access(way, unix.F_OK) != nil {
		fd, err = open(other + rest)
	}
	return fd, err
}

// Reader is f, without what closes it. A file of this machine is named, as the linker
// lays out how it is read: the runtime would make that anew at each start, in two pages
// of its own.
func Reader(f io.ReadCloser) io.Reader {
	if f, ok := f.(*file); ok {
		return f
	}
	return f
}

func open(path string) (int, unix.Errno) {
	for {
		fd, err := unix.Open(path, unix.O_RDONLY|unix.O_CLOEXEC, 0)
		if err == nil {
			return fd, 0
		}
		if errno, ok := err.(unix.Errno); ok && errno != unix.EINTR {
			return -1, errno
		}
	}
}

func (f *file) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	for {
		n, err := f.readOnce(p)
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

// long is how much is read of a file before it is worth a look what it is.
const long = 64 << 10

func (f *file) readOnce(p []byte) (int, error) {
	if f.now {
		return rawcall.Read(f.fd, p)
	}
	n, err := unix.Read(f.fd, p)
	if n > 0 && f.read < long {
		f.read += n
		f.now = f.read >= long && f.ready()
	}
	return n, err
}

// ready tells whether a file has an answer to each read at once: a table of /proc,
// not a pipe that stands in its place.
func (f *file) ready() bool {
	var stat unix.Stat_t
	return strings.HasPrefix(f.path, "/proc/") && unix.Fstat(f.fd, &stat) == nil && stat.Mode&unix.S_IFMT == unix.S_IFREG
}

// Name is the path that the file was opened by.
func (f *file) Name() string { return f.path }

func (f *file) Close() error { return unix.Close(f.fd) }
