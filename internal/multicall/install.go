package multicall

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// Package unix, not os, looks at files: with os.FileInfo come the time zones
// that its ModTime may be shown in.

// install makes a link to the file self in the folder dir for each name, a
// symbolic or a hard one. What is there already and isn't a link to self stays,
// and is an error before any link is made.
func install(self, dir string, names []string, symbolic bool) error {
	missing, err := lacking(self, dir, names)
	if err != nil || len(missing) == 0 {
		return err
	}
	link, target := hardLink, self
	if symbolic {
		link = os.Symlink
		if target, err = relative(dir, self); err != nil {
			return err
		}
	}
	for _, path := range missing {
		if err := link(target, path); err != nil {
			return err
		}
	}
	return nil
}

// hardLink makes a link to the file that a path leads to, which may be a
// symbolic link itself.
func hardLink(self, path string) error {
	if err := unix.Linkat(unix.AT_FDCWD, self, unix.AT_FDCWD, path, unix.AT_SYMLINK_FOLLOW); err != nil {
		return &os.LinkError{Op: "link", Old: self, New: path, Err: err}
	}
	return nil
}

// lacking returns the paths in dir where there is nothing yet.
func lacking(self, dir string, names []string) (missing []string, err error) {
	var file, there unix.Stat_t
	if err := unix.Stat(self, &file); err != nil {
		return nil, &fs.PathError{Op: "stat", Path: self, Err: err}
	}
	for _, name := range names {
		path := filepath.Join(dir, name)
		err := unix.Lstat(path, &there)
		switch {
		case err == unix.ENOENT:
			missing = append(missing, path)
		case err != nil:
			return nil, &fs.PathError{Op: "lstat", Path: path, Err: err}
		case !leadsTo(path, &file):
			return nil, errors.New(path + " is there and isn't a link to " + self)
		}
	}
	return missing, nil
}

func leadsTo(path string, file *unix.Stat_t) bool {
	var found unix.Stat_t
	return unix.Stat(path, &found) == nil && found.Dev == file.Dev && found.Ino == file.Ino
}

// relative is the way from dir to the file: it still leads there when an image
// that was put together in some folder becomes the root.
func relative(dir, self string) (string, error) {
	dir, err := physical(dir)
	if err == nil {
		self, err = physical(self)
	}
	if err != nil {
		return "", err
	}
	return filepath.Rel(dir, self)
}
