package host

import (
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// What package os does by way of os.FileInfo, which brings the time zones into the
// program.

// MakeFolder makes a folder, mkdir(2), and those above it that aren't there. One
// that is there stays as it is. Errors are *fs.PathError.
func MakeFolder(path string) error {
	err := unix.Mkdir(path, 0o755)
	if parent := filepath.Dir(path); err == unix.ENOENT && parent != path {
		if err := MakeFolder(parent); err != nil {
			return err
		}
		err = unix.Mkdir(path, 0o755)
	}
	if err == unix.EEXIST && isFolder(path) {
		return nil
	}
	if err != nil {
		return &fs.PathError{Op: "mkdir", Path: path, Err: err}
	}
	return nil
}

func isFolder(path string) bool {
	var stat unix.Stat_t
	return unix.Stat(path, &stat) == nil && stat.Mode&unix.S_IFMT == unix.S_IFDIR
}

// Rename gives a file another's name, whose place it takes: rename(2). Errors are
// *os.LinkError.
func Rename(from, to string) error {
	if err := unix.Rename(from, to); err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	return nil
}
