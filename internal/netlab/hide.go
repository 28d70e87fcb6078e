package netlab

import (
	"os"
	"path/filepath"
)

// systemFolders are where the system has its programs.
var systemFolders = []string{"/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"}

// hide mounts a file that can't be run over each of these programs.
func hide(names []string) error {
	nothing := filepath.Join(labFolder(), "nothing")
	if err := os.WriteFile(nothing, nil, 0o644); err != nil {
		return err
	}
	for _, name := range names {
		for _, dir := range systemFolders {
			// a link's target may have other names that are wanted
			path := filepath.Join(dir, name)
			fi, err := os.Lstat(path)
			if err != nil || fi.Mode()&os.ModeSymlink != 0 && !onlyName(path, name) {
				continue
			}
			if err := bind(nothing, path); err != nil {
				return err
			}
		}
	}
	return nil
}

// onlyName tells whether a link leads to a file of its own name.
func onlyName(path, name string) bool {
	target, err := filepath.EvalSymlinks(path)
	return err == nil && filepath.Base(target) == name
}
