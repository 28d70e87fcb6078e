package multicall

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"
)

// maxLinks is how many symbolic links a path may lead through, as in the kernel
// (path_resolution(7)).
const maxLinks = 40

// physical is the absolute path of what a path leads to, without symbolic
// links. filepath.EvalSymlinks would need os.FileInfo, and the kernel's own
// answer /proc, which isn't there yet when an initramfs makes its links.
func physical(path string) (string, error) {
	at, err := start(path)
	w := walk{at: at, rest: path}
	for err == nil && w.rest != "" {
		err = w.step()
	}
	return w.at, err
}

// walk is on its way along a path: it has come to at, where no link leads
// through, and goes on with rest.
type walk struct {
	at, rest string
	links    int
}

func (w *walk) step() error {
	name, rest, _ := strings.Cut(w.rest, "/")
	next := filepath.Join(w.at, name)
	target, err := os.Readlink(next)
	if errors.Is(err, unix.EINVAL) { // no link
		w.at, w.rest = next, rest
		return nil
	}
	if err != nil {
		return err
	}
	if w.links++; w.links > maxLinks {
		return &fs.PathError{Op: "readlink", Path: next, Err: unix.ELOOP}
	}
	if w.rest = target + "/" + rest; filepath.IsAbs(target) {
		w.at = "/"
	}
	return nil
}

// start is the folder where a path begins.
func start(path string) (string, error) {
	if filepath.IsAbs(path) {
		return "/", nil
	}
	return unix.Getwd()
}
