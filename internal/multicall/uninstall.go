package multicall

import (
	"path/filepath"

	"golang.org/x/sys/unix"
)

// uninstall takes the links of these names away that lead to the file or to its
// copy in the folder, and the copy with the last tool's. What else is there stays.
func (in installation) uninstall(names, tools []string) error {
	if err := in.folder(); err != nil {
		return err
	}
	self, ok := fileAt(in.self)
	earlier, copied := fileAt(in.copyPath())
	for _, name := range names {
		path := filepath.Join(in.dir, name)
		found, there := fileAt(path)
		if there && (ok && found == self || copied && found == earlier) {
			if err := unix.Unlink(path); err != nil {
				return failed(path, err)
			}
		}
	}
	return in.dropCopy(earlier, tools)
}

// dropCopy takes the copy away, and the link by its own name, where no tool's link
// leads to it any more.
func (in installation) dropCopy(earlier file, tools []string) error {
	if earlier == (file{}) {
		return nil
	}
	for _, name := range tools {
		if found, ok := fileAt(filepath.Join(in.dir, name)); ok && found == earlier {
			return nil
		}
	}
	for _, path := range []string{filepath.Join(in.dir, ownName), in.copyPath()} {
		if found, ok := fileAt(path); ok && found == earlier {
			if err := unix.Unlink(path); err != nil {
				return failed(path, err)
			}
		}
	}
	return nil
}
