package ifupdown

import (
	"errors"
	"io/fs"
	"time"

	"golang.org/x/sys/unix"

	"classicnet/internal/host"
)

// Stamp tells changes apart by the time that comes with each: to the nanosecond where
// it is ours, the kernel's own being a tick of milliseconds.
func (f folder) Stamp(name string) (Stamp, error) {
	var s unix.Stat_t
	if err := ignoringEINTR(func() error { return unix.Stat(f.path(name), &s) }); err != nil {
		return Stamp{}, &fs.PathError{Op: "stat", Path: f.path(name), Err: err}
	}
	return Stamp{uint64(s.Dev), s.Ino, s.Size, unix.TimespecToNsec(s.Mtim)}, nil
}

// wholePage is what the kernel's pages are multiples of. Bytes that are written
// into one page come as one: who reads sees all or none of them, and there is room
// for all or for none.
const wholePage = 4096

var errNotWhole = errors.New("it can't be done in one piece")

func (f folder) Append(name string, size int64, data []byte) error {
	if size%wholePage+int64(len(data)) > wholePage {
		return errNotWhole
	}
	return f.tail(name, func(file *host.File) error {
		n, err := unix.Pwrite(file.Fd, data, size)
		if err == nil && n < len(data) {
			err = errors.Join(errNotWhole, unix.Ftruncate(file.Fd, size))
		}
		return err
	})
}

func (f folder) Cut(name string, size int64) error {
	return f.tail(name, func(file *host.File) error { return unix.Ftruncate(file.Fd, size) })
}

// tail changes the end of a file, and the time of its change. A link is left to
// Write, which replaces it.
func (f folder) tail(name string, change func(*host.File) error) error {
	file, err := host.Create(f.path(name), unix.O_WRONLY|unix.O_NOFOLLOW, 0)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := ignoringEINTR(func() error { return change(file) }); err != nil {
		return err
	}
	touch(f.path(name))
	return nil
}

// touch sets the time of a change to the nanosecond.
func touch(path string) {
	now := unix.NsecToTimespec(time.Now().UnixNano())
	unix.UtimesNanoAt(unix.AT_FDCWD, path, []unix.Timespec{now, now}, 0) //nolint:errcheck // else it is the kernel's tick
}

func ignoringEINTR(call func() error) error {
	for {
		if err := call(); err != unix.EINTR {
			return err
		}
	}
}
