package ifupdown

import (
	"io"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// Folder returns the Store in a folder of the file system.
func Folder(dir string) Store { return folder(dir) }

type folder string

func (f folder) path(name string) string { return filepath.Join(string(f), name) }

func (f folder) Read(name string) ([]byte, error) { return os.ReadFile(f.path(name)) }

// Write renames a file that it has written. Its name is fixed: writers hold a
// lock, and what one of them leaves behind the next replaces.
func (f folder) Write(name string, data []byte) error {
	temporary := f.path(".ifstate.tmp")
	if err := os.WriteFile(temporary, data, 0o644); err != nil {
		return err
	}
	return os.Rename(temporary, f.path(name))
}

func (f folder) Lock(name string) (Lock, error) {
	if err := os.MkdirAll(string(f), 0o755); err != nil {
		return nil, err
	}
	file, err := os.OpenFile(f.path(name), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	if err := wait(file); err != nil {
		file.Close()
		return nil, &os.PathError{Op: "lock", Path: f.path(name), Err: err}
	}
	return fileLock{file}, nil
}

// wait takes the lock of a whole file. It is a lock of fcntl(2), so Debian's
// ifup heeds it; being one of the open file it works between goroutines too.
func wait(file *os.File) error {
	whole := unix.Flock_t{Type: unix.F_WRLCK, Whence: io.SeekStart}
	for {
		err := unix.FcntlFlock(file.Fd(), unix.F_OFD_SETLKW, &whole)
		if err != unix.EINTR {
			return err
		}
	}
}

// fileLock is a file that is locked as long as it is open.
type fileLock struct{ file *os.File }

func (l fileLock) Note(text string) error {
	if err := l.file.Truncate(0); err != nil {
		return err
	}
	_, err := l.file.WriteAt([]byte(text), 0)
	return err
}

func (l fileLock) Append(text string) error {
	_, err := l.file.Seek(0, io.SeekEnd)
	if err == nil {
		_, err = l.file.WriteString(text)
	}
	return err
}

func (l fileLock) Unlock() { l.file.Close() }
