package multicall

import (
	"errors"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// Package unix, not os, looks at files: with os.FileInfo come the time zones
// that its ModTime may be shown in.

// installation is what --install and --uninstall do in one folder.
type installation struct {
	self     string // the file, by a path that leads to it
	dir      string
	symbolic bool
	uid, gid int // who does it
}

// copyName is the file that links lead to where one to self would let others
// choose what is run, or end where others can't go. By this name, which nobody else
// gives, it is known when it is to be replaced or taken away.
const copyName = ownName + "-copy"

func (in installation) copyPath() string { return filepath.Join(in.dir, copyName) }

// install makes a link for each name. What is there already and isn't a link to
// the file stays, and is an error before anything is made. It returns why the
// links are symbolic ones to a copy of the file in the folder, "" if they aren't.
func (in installation) install(names []string) (copied string, err error) {
	if err := in.folder(); err != nil {
		return "", err
	}
	if copied, err = in.unfit(); err != nil {
		return "", err
	}
	if copied != "" {
		names = append(names[:len(names):len(names)], ownName)
	}
	missing, err := in.lacking(names, copied != "")
	if err != nil {
		return "", err
	}
	if copied != "" {
		if err := copyFile(in.self, in.copyPath()); err != nil {
			return "", err
		}
		in.self, in.symbolic = in.copyPath(), true
	}
	return copied, in.link(missing)
}

// folder fails where there is no folder to make links in.
func (in installation) folder() error {
	var there unix.Stat_t
	err := unix.Stat(in.dir, &there)
	if err == nil && there.Mode&unix.S_IFMT != unix.S_IFDIR {
		err = unix.ENOTDIR
	}
	return failed(in.dir, err)
}

// failed names the path that something can't be done with, and says why.
func failed(path string, err error) error {
	if errno, ok := errors.AsType[unix.Errno](err); ok {
		return errors.New(path + ": " + ioctl.Strerror(errno))
	}
	return err
}

// link makes links at these paths to self.
func (in installation) link(paths []string) error {
	link, target := hardLink, in.self
	if in.symbolic && len(paths) > 0 {
		var err error
		if target, err = relative(in.dir, in.self); err != nil {
			return failed(in.self, err)
		}
		link = os.Symlink
	}
	for _, path := range paths {
		if err := link(target, path); err != nil {
			return failed(path, err)
		}
	}
	return nil
}

// hardLink makes a link to the file that a path leads to, which may be a
// symbolic link itself.
func hardLink(self, path string) error {
	return unix.Linkat(unix.AT_FDCWD, self, unix.AT_FDCWD, path, unix.AT_SYMLINK_FOLLOW)
}

// lacking returns the paths in the folder where there is nothing yet. Links to an
// earlier copy make room unless there is to be one again.
func (in installation) lacking(names []string, copied bool) (missing []string, err error) {
	self, ok := fileAt(in.self)
	if !ok {
		return nil, failed(in.self, unix.ENOENT)
	}
	earlier, _ := fileAt(in.copyPath())
	var stale []string
	for _, name := range names {
		path := filepath.Join(in.dir, name)
		switch found, ok := fileAt(path); {
		case ok && found == earlier && !copied && found != self:
			stale = append(stale, path)
		case ok && (found == self || found == earlier):
			continue
		case !nothing(path):
			return nil, errors.New(path + " is there and isn't a link to " + in.self)
		}
		missing = append(missing, path)
	}
	for _, path := range stale {
		if err := unix.Unlink(path); err != nil {
			return nil, failed(path, err)
		}
	}
	return missing, nil
}

// nothing tells whether there is not even a link to nothing.
func nothing(path string) bool {
	var there unix.Stat_t
	return unix.Lstat(path, &there) == unix.ENOENT
}

// file is what makes two paths lead to one file.
type file struct{ dev, ino uint64 }

// fileAt is the file that a path leads to.
func fileAt(path string) (f file, ok bool) {
	var found unix.Stat_t
	if unix.Stat(path, &found) != nil {
		return file{}, false
	}
	return file{uint64(found.Dev), uint64(found.Ino)}, true
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
