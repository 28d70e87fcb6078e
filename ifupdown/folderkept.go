package ifupdown

import (
	"errors"
	"slices"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/internal/host"
)

// keptFile is a file that stays open from one interface to the next: to open and to
// close one takes longer than what is done with it.
type keptFile struct {
	*host.File
	name          string
	device, inode uint64
	modified      int64 // as Stamp has it; 0 isn't known
	locked        bool
}

// isCommon tells whether a file that is locked is there for all interfaces.
func isCommon(name string) bool { return strings.HasPrefix(name, ".") }

// keep keeps an open file; nil where descriptors are few, and the file stays the
// caller's.
func (f *folder) keep(name string, file *host.File) *keptFile {
	var stat unix.Stat_t
	if f.find(name) != nil || !file.IsRoomBehind() || unix.Fstat(file.Fd, &stat) != nil {
		return nil
	}
	k := &keptFile{File: file, name: name, device: uint64(stat.Dev), inode: stat.Ino}
	f.kept = append(f.kept, k)
	return k
}

func (f *folder) find(name string) *keptFile {
	for _, k := range f.kept {
		if k.name == name {
			return k
		}
	}
	return nil
}

// lockAgain takes the lock of a kept file. It is no lock any more where somebody has
// deleted the file.
func (f *folder) lockAgain(k *keptFile) bool {
	if k.locked || waitLock(k.Fd, unix.F_WRLCK) != nil {
		return false
	}
	var stat unix.Stat_t
	if unix.Fstat(k.Fd, &stat) != nil || stat.Nlink == 0 {
		f.drop(k.name)
		return false
	}
	k.locked = true
	return true
}

func (k *keptFile) unlock() {
	k.locked = false
	waitLock(k.Fd, unix.F_UNLCK) //nolint:errcheck // who holds a lock can give it back
}

// drop closes a kept file.
func (f *folder) drop(name string) {
	f.kept = slices.DeleteFunc(f.kept, func(k *keptFile) bool {
		if k.name != name {
			return false
		}
		f.changed = changed{}
		k.File.Close() // it was written as a whole
		return true
	})
}

// Close closes what is kept.
func (f *folder) Close() error {
	var list []error
	for _, k := range f.kept {
		list = append(list, k.File.Close())
	}
	f.kept = nil
	return errors.Join(list...)
}
