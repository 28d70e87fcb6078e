package multicall

import (
	"fmt"
	"os"
	"path/filepath"
)

// install makes a link to the file self in the folder dir for each name, a
// symbolic or a hard one. What is there already and isn't a link to self stays,
// and is an error before any link is made.
func install(self, dir string, names []string, symbolic bool) error {
	self, err := filepath.EvalSymlinks(self)
	if err != nil {
		return err
	}
	missing, err := lacking(self, dir, names)
	if err != nil || len(missing) == 0 {
		return err
	}
	link, target := os.Link, self
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

// lacking returns the paths in dir where there is nothing yet.
func lacking(self, dir string, names []string) (missing []string, err error) {
	file, err := os.Stat(self)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		path := filepath.Join(dir, name)
		_, err := os.Lstat(path)
		switch {
		case os.IsNotExist(err):
			missing = append(missing, path)
		case err != nil:
			return nil, err
		case !leadsTo(path, file):
			return nil, fmt.Errorf("%s is there and isn't a link to %s", path, self)
		}
	}
	return missing, nil
}

func leadsTo(path string, file os.FileInfo) bool {
	found, err := os.Stat(path)
	return err == nil && os.SameFile(file, found)
}

// relative is the way from dir to the file: it still leads there when an image
// that was put together in some folder becomes the root.
func relative(dir, self string) (string, error) {
	dir, err := filepath.EvalSymlinks(dir)
	if err == nil {
		dir, err = filepath.Abs(dir)
	}
	if err == nil {
		self, err = filepath.Abs(self)
	}
	if err != nil {
		return "", err
	}
	return filepath.Rel(dir, self)
}
