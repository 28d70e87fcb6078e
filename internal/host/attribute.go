package host

import (
	"io/fs"
	"slices"
	"strings"

	"golang.org/x/sys/unix"
)

// WriteAttribute writes a setting to a file of /sys or /proc/sys. It makes no
// file: a setting that the kernel hasn't is fs.ErrNotExist. Errors are
// *fs.PathError, with the Op "open" where nothing was written.
func WriteAttribute(path, text string) error {
	file, err := Create(path, unix.O_WRONLY, 0)
	if err != nil {
		return err
	}
	if _, err := file.Write([]byte(text)); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

// ReadDir returns the names in a folder in byte order.
func ReadDir(path string) (names []string, err error) {
	folder, err := Create(path, unix.O_RDONLY|unix.O_DIRECTORY, 0)
	if err != nil {
		return nil, err
	}
	defer folder.Close()
	buffer := make([]byte, 8192)
	for {
		n, err := unix.ReadDirent(folder.Fd, buffer)
		if err == unix.EINTR {
			continue
		}
		if err != nil {
			return names, &fs.PathError{Op: "read", Path: path, Err: err}
		}
		if n <= 0 {
			break
		}
		_, _, names = unix.ParseDirent(buffer[:n], -1, names)
	}
	slices.SortStableFunc(names, strings.Compare) // as ifconfig sorts: one sort of strings in the file
	return names, nil
}
