package host

import "os"

// WriteAttribute writes a setting to a file of /sys or /proc/sys. It makes no
// file: a setting that the kernel hasn't is fs.ErrNotExist. Errors are
// *fs.PathError, with the Op "open" where nothing was written.
func WriteAttribute(path, text string) error {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	if _, err := file.WriteString(text); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

// ReadDir returns the names in a folder in byte order.
func ReadDir(path string) (names []string, err error) {
	entries, err := os.ReadDir(path)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names, err
}
