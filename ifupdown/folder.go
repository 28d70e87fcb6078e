package ifupdown

import (
	"io"
	"path/filepath"

	"golang.org/x/sys/unix"

	"classicnet/internal/host"
)

// Folder returns the Store in a folder of the file system. It keeps the files open that
// all interfaces have in common, until it is closed, as an io.Closer.
func Folder(dir string) Store {
	one := filepath.Join(dir, "x")
	return &folder{dir: dir, prefix: one[:len(one)-1]}
}

type folder struct {
	dir, prefix string // prefix is what comes before the name of a file
	kept        []*keptFile
	changed     changed
}

func (f *folder) path(name string) string { return f.prefix + name }

func (f *folder) Read(name string) ([]byte, error) {
	file, err := host.Open(f.path(name))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

// Write renames a file that it has written. Its name is fixed: writers hold a
// lock, and what one of them leaves behind the next replaces.
func (f *folder) Write(name string, data []byte) error {
	temporary := f.path(".ifstate.tmp")
	file, err := host.Create(temporary, unix.O_WRONLY|unix.O_CREAT|unix.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	if _, err := file.Write(data); err != nil {
		file.Close()
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	touch(temporary)
	f.drop(name)
	return host.Rename(temporary, f.path(name))
}
