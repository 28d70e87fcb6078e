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
func (f *folder) Stamp(name string) (Stamp, error) {
	if c := f.changed; c.name == name && name != "" {
		f.changed = changed{}
		return c.stamp, nil
	}
	s, err := stampBy(func(s *unix.Stat_t) error { return unix.Stat(f.path(name), s) })
	k := f.find(name)
	switch {
	case err != nil:
		f.drop(name)
		return s, &fs.PathError{Op: "stat", Path: f.path(name), Err: err}
	case k == nil:
	case k.inode == s.Inode && k.device == s.Device:
		k.modified = s.Modified
	default:
		f.drop(name)
	}
	return s, nil
}

func stampBy(stat func(*unix.Stat_t) error) (Stamp, error) {
	var s unix.Stat_t
	err := ignoringEINTR(func() error { return stat(&s) })
	return Stamp{uint64(s.Dev), s.Ino, s.Size, unix.TimespecToNsec(s.Mtim)}, err
}

// changed is what a kept file has just become. Whether it still has its name is seen
// when it is asked for again.
type changed struct {
	name  string
	stamp Stamp
}

// stamped gives a kept file that was changed a time that it hasn't had: from Linux 6.13
// on the kernel's own is one.
func (f *folder) stamped(k *keptFile) {
	fstat := func(s *unix.Stat_t) error { return unix.Fstat(k.Fd, s) }
	s, err := stampBy(fstat)
	if k.modified == 0 || err != nil || s.Modified <= k.modified {
		touchOpen(k.File, f.path(k.name))
		s, err = stampBy(fstat)
	}
	if err == nil {
		k.modified, f.changed = s.Modified, changed{k.name, s}
	}
}

// wholePage is what the kernel's pages are multiples of. Bytes that are written
// into one page come as one: who reads sees all or none of them, and there is room
// for all or for none.
const wholePage = 4096

var errNotWhole = errors.New("it can't be done in one piece")

func (f *folder) Append(name string, size int64, data []byte) error {
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

func (f *folder) Cut(name string, size int64) error {
	return f.tail(name, func(file *host.File) error { return unix.Ftruncate(file.Fd, size) })
}

// tail changes the end of a file, and the time of its change. A link is left to
// Write, which replaces it.
func (f *folder) tail(name string, change func(*host.File) error) error {
	file, end, err := f.writable(name)
	if err != nil {
		return err
	}
	defer end()
	if err := ignoringEINTR(func() error { return change(file) }); err != nil {
		return err
	}
	if k := f.find(name); k != nil {
		f.stamped(k)
	} else {
		touchOpen(file, f.path(name))
	}
	return nil
}

// writable opens a file to change it, unless it is kept. It stays the file of that name
// as long as Stamp finds it to be.
func (f *folder) writable(name string) (file *host.File, end func(), err error) {
	if k := f.find(name); k != nil {
		return k.File, func() {}, nil
	}
	file, err = host.Create(f.path(name), unix.O_WRONLY|unix.O_NOFOLLOW, 0)
	if err == nil && f.keep(name, file) != nil {
		return file, func() {}, nil
	}
	return file, func() { file.Close() }, err
}

// touch sets the time of a change to the nanosecond.
func touch(path string) { setTime(unix.AT_FDCWD, path, 0) } //nolint:errcheck // else it is the kernel's tick

// touchOpen is touch for an open file, which needs no path from Linux 5.8 on.
func touchOpen(file *host.File, path string) {
	if setTime(file.Fd, "", unix.AT_EMPTY_PATH) != nil {
		touch(path)
	}
}

func setTime(dir int, path string, flags int) error {
	now := unix.NsecToTimespec(time.Now().UnixNano())
	return unix.UtimesNanoAt(dir, path, []unix.Timespec{now, now}, flags)
}

func ignoringEINTR(call func() error) error {
	for {
		if err := call(); err != unix.EINTR {
			return err
		}
	}
}
