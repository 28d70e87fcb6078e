package ifupdown

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/internal/host"
)

func (f *folder) Lock(name string) (Lock, error) {
	if k := f.find(name); k != nil && f.lockAgain(k) {
		return &fileLock{file: k.File, size: unknownSize, kept: k}, nil
	}
	file, err := f.createLock(name)
	if err != nil {
		return nil, err
	}
	if err := waitLock(file.Fd, unix.F_WRLCK); err != nil {
		file.Close()
		return nil, &os.PathError{Op: "lock", Path: f.path(name), Err: err}
	}
	l := &fileLock{file: file, size: unknownSize}
	if isCommon(name) {
		l.kept = f.keep(name, file)
	}
	if l.kept != nil {
		l.kept.locked = true
	}
	return l, nil
}

func (f *folder) createLock(name string) (*host.File, error) {
	const flags = unix.O_RDWR | unix.O_CREAT
	file, err := host.Create(f.path(name), flags, 0o644)
	if errors.Is(err, fs.ErrNotExist) {
		if err := host.MakeFolder(f.dir); err != nil {
			return nil, err
		}
		file, err = host.Create(f.path(name), flags, 0o644)
	}
	return file, err
}

// TryLock is Lock for the file of one interface, which fails where somebody has the lock,
// and where it would leave few descriptors.
func (f *folder) TryLock(name string) (Lock, error) {
	file, err := f.createLock(name)
	if err != nil {
		return nil, err
	}
	if err = setLock(file.Fd, unix.F_OFD_SETLK, unix.F_WRLCK); err == nil && !file.IsRoomBehind() {
		err = unix.EMFILE
	}
	if err != nil {
		file.Close()
		return nil, &os.PathError{Op: "lock", Path: f.path(name), Err: err}
	}
	return &fileLock{file: file, size: unknownSize}, nil
}

// waitLock takes the lock of a whole file, or gives it back.
func waitLock(fd int, kind int16) error { return setLock(fd, unix.F_OFD_SETLKW, kind) }

// setLock does so by one of two requests. It is a lock of fcntl(2), so Debian's ifup heeds
// it; being one of the open file it works between goroutines too.
func setLock(fd, request int, kind int16) error {
	whole := unix.Flock_t{Type: kind, Whence: io.SeekStart}
	return ignoringEINTR(func() error { return unix.FcntlFlock(uintptr(fd), request, &whole) })
}

// fileLock is a file that is locked.
type fileLock struct {
	file *host.File
	size int64
	kept *keptFile // nil for a file that is open as long as it is locked
}

const unknownSize = -1

func (l *fileLock) Text() (string, error) {
	data, err := io.ReadAll(io.NewSectionReader(l.file, 0, 1<<62))
	if err != nil {
		return "", err
	}
	l.size = int64(len(data))
	return string(data), nil
}

func (l *fileLock) Note(text string) error {
	switch over := int(l.size) - len(text); {
	case l.size == unknownSize || max(int(l.size), len(text)) > wholePage:
		if err := l.file.Truncate(0); err != nil {
			return err
		}
	case over > 0:
		return l.noteOver(text, over)
	}
	return l.write(text, 0)
}

// noteOver writes a text over a longer one, of which blank lines are left for a moment:
// whoever dies then leaves the new text.
func (l *fileLock) noteOver(text string, over int) error {
	if err := l.write(text+strings.Repeat("\n", over), 0); err != nil {
		return err
	}
	if err := l.file.Truncate(len(text)); err != nil {
		return err
	}
	l.size = int64(len(text))
	return nil
}

func (l *fileLock) Append(text string) error {
	if l.size != unknownSize {
		return l.write(text, l.size)
	}
	end, err := unix.Seek(l.file.Fd, 0, io.SeekEnd)
	if err != nil {
		return err
	}
	return l.write(text, end)
}

// write writes the end of the file, which begins at an offset.
func (l *fileLock) write(text string, offset int64) error {
	l.size = unknownSize
	_, err := l.file.WriteAt([]byte(text), offset)
	if err == nil {
		l.size = offset + int64(len(text))
	}
	return err
}

func (l *fileLock) Unlock() {
	if l.kept != nil {
		l.kept.unlock()
		return
	}
	l.file.Close() // its lock goes with it
}
