// Package rawcall has the system calls that package unix makes in another way, or
// not at all, and that are no requests of a network: reading without telling the
// scheduler, and the end of the runtime's handler of SIGQUIT. They are here because
// nobody who imports this module should depend on them.
package rawcall

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

// The calls below are for files that never make one wait, as those of /proc don't: the
// scheduler isn't told of them. It takes the processor of a call that lasts some 20 µs
// away and gives it to another thread, which costs a table of thousands of pages, or a
// walk through thousands of processes, a good part of its time. Their errors are
// errnos; names end with a NUL, and nothing is allocated.

// Read is read(2) of a file that makes nobody wait, as one of /proc: the bytes that
// came, 0 at the end, or an errno.
func Read(fd int, p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	n, _, errno := unix.RawSyscall(unix.SYS_READ, uintptr(fd), uintptr(unsafe.Pointer(&p[0])), uintptr(len(p)))
	return count(n, errno)
}

// Entries is getdents64(2) of such a folder: how many bytes of struct
// linux_dirent64 are in p, 0 at the end, or an errno.
func Entries(dir int, p []byte) (int, error) {
	if len(p) == 0 {
		return 0, unix.EINVAL
	}
	n, _, errno := unix.RawSyscall(unix.SYS_GETDENTS64, uintptr(dir), uintptr(unsafe.Pointer(&p[0])), uintptr(len(p)))
	return count(n, errno)
}

// Open is openat(2) of a name in such a folder. name ends with a NUL, else it is
// EINVAL. It returns a descriptor, or -1 and an errno.
func Open(dir int, name []byte, flags int) (int, error) {
	if !ended(name) {
		return -1, unix.EINVAL
	}
	n, _, errno := unix.RawSyscall6(unix.SYS_OPENAT, uintptr(dir), uintptr(unsafe.Pointer(&name[0])), uintptr(flags), 0, 0, 0)
	if errno != 0 {
		return -1, errno
	}
	return int(n), nil
}

// Readlink is readlinkat(2) of a name, which ends with a NUL, in such a folder: how
// many bytes of the target are in to, which may be cut off there, or an errno.
func Readlink(dir int, name, to []byte) (int, error) {
	if !ended(name) || len(to) == 0 {
		return 0, unix.EINVAL
	}
	n, _, errno := unix.RawSyscall6(unix.SYS_READLINKAT, uintptr(dir), uintptr(unsafe.Pointer(&name[0])), uintptr(unsafe.Pointer(&to[0])), uintptr(len(to)), 0, 0)
	return count(n, errno)
}

func ended(name []byte) bool { return len(name) > 0 && name[len(name)-1] == 0 }

func count(n uintptr, errno unix.Errno) (int, error) {
	if errno != 0 {
		return 0, errno
	}
	return int(n), nil
}
