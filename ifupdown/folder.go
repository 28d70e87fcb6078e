package ifupdown

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"

	"classicnet/internal/host"
)

// Folder returns the Store in a folder of the file system.
func Folder(dir string) Store { return folder(dir) }

type folder string

func (f folder) path(name string) string { return filepath.Join(string(f), name) }

func (f folder) Read(name string) ([]byte, error) {
	file, err := host.Open(f.path(name))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

// Write renames a file that it has written. Its name is fixed: writers hold a
// lock, and what one of them leaves behind the next replaces.
func (f folder) Write(name string, data []byte) error {
	temporary := f.path(".ifstate.tmp")
	file, err := host.Create(temporary, unix.O_WRONLY|unix.O_CREAT|unix.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	if _, err := file.Write(data); err != nil {
		file.Close()
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	touch(temporary)
	return os.Rename(temporary, f.path(name))
}

func (f folder) Lock(name string) (Lock, error) {
	const flags = unix.O_RDWR | unix.O_CREAT
	file, err := host.Create(f.path(name), flags, 0o644)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(string(f), 0o755); err != nil {
			return nil, err
		}
		file, err = host.Create(f.path(name), flags, 0o644)
	}
	if err != nil {
		return nil, err
	}
	if err := wait(file.Fd); err != nil {
		file.Close()
		return nil, &os.PathError{Op: "lock", Path: f.path(name), Err: err}
	}
	return fileLock{file}, nil
}

// wait takes the lock of a whole file. It is a lock of fcntl(2), so Debian's
// ifup heeds it; being one of the open file it works between goroutines too.
func wait(fd int) error {
	whole := unix.Flock_t{Type: unix.F_WRLCK, Whence: io.SeekStart}
	for {
		err := unix.FcntlFlock(uintptr(fd), unix.F_OFD_SETLKW, &whole)
		if err != unix.EINTR {
			return err
		}
	}
}

// fileLock is a file that is locked as long as it is open.
type fileLock struct{ file *host.File }

func (l fileLock) Note(text string) error {
	if err := l.file.Truncate(); err != nil {
		return err
	}
	_, err := l.file.Write([]byte(text))
	return err
}

func (l fileLock) Append(text string) error {
	if _, err := unix.Seek(l.file.Fd, 0, io.SeekEnd); err != nil {
		return err
	}
	_, err := l.file.Write([]byte(text))
	return err
}

func (l fileLock) Unlock() { l.file.Close() } //nolint:errcheck // its lock goes with it
