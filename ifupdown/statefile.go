package ifupdown

import (
	"io"
	"path"
	"strings"
)

// openStore opens where it is kept what is up: a folder, or the folder of the
// file that --state-file names.
func (c *command) openStore() Store {
	file := c.options.StateFile
	if file == "" {
		return c.env.State(c.options.StateDir)
	}
	return namedStore{c.env.State(path.Dir(file)), path.Base(file)}
}

// namedStore is a Store whose files are called after another one than ifstate.
type namedStore struct {
	Store
	base string
}

func (s namedStore) name(name string) string { return strings.Replace(name, fileState, s.base, 1) }

func (s namedStore) Read(name string) ([]byte, error) { return s.Store.Read(s.name(name)) }

func (s namedStore) Write(name string, data []byte) error { return s.Store.Write(s.name(name), data) }

func (s namedStore) Lock(name string) (Lock, error) { return s.Store.Lock(s.name(name)) }

func (s namedStore) TryLock(name string) (Lock, error) { return tryLock(s.Store, s.name(name)) }

func (s namedStore) Stamp(name string) (Stamp, error) { return s.Store.Stamp(s.name(name)) }

func (s namedStore) Append(name string, size int64, data []byte) error {
	return s.Store.Append(s.name(name), size, data)
}

func (s namedStore) Cut(name string, size int64) error { return s.Store.Cut(s.name(name), size) }

func (s namedStore) Close() error { return closeStore(s.Store) }

// closeStore closes a Store that keeps files open.
func closeStore(s Store) error {
	if c, ok := s.(io.Closer); ok {
		return c.Close()
	}
	return nil
}
