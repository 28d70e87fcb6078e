package ifupdown

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// Store is the folder in which it is kept what is up. Its files are Debian's:
//
//	ifstate        a line IFACE=LOGICAL for each interface that is up
//	ifstate.IFACE  locked while IFACE is worked on; holds its LOGICAL
//	.ifstate.lock  locked while ifstate is changed
//
// and two of our own:
//
//	ifstate.unfinished  as ifstate, for interfaces on which work has begun
//	                    and hasn't ended
//	.ifstate.addresses  locked while IPv4 addresses are changed
type Store interface {
	// Read returns a file's bytes; fs.ErrNotExist if there is none.
	Read(name string) ([]byte, error)
	// Write replaces a file as a whole: whoever reads, or dies, sees the old
	// bytes or the new ones.
	Write(name string, data []byte) error
	// Lock waits until nobody else holds the file's lock. It makes the folder
	// and the file if need be.
	Lock(name string) (Lock, error)
}

// Lock is a lock that is held. The kernel frees it when the process ends.
type Lock interface {
	// Note replaces the text of the locked file.
	Note(text string) error
	// Append adds to it.
	Append(text string) error
	Unlock()
}

const (
	fileState       = "ifstate"
	fileUnfinished  = "ifstate.unfinished"
	fileStateLock   = ".ifstate.lock"
	fileAddressLock = ".ifstate.addresses"
	filePrefix      = "ifstate."
)

// state is the contents of a state file.
type state []target

// load reads a state file. Lines that aren't IFACE=LOGICAL are passed over, and
// what stands behind that: ifupdown-ng's count.
func (c *command) load(name string) (state, error) {
	data, err := c.store.Read(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var list state
	for line := range strings.Lines(string(data)) {
		word, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		if t := parseTarget(word); t.iface != "" && strings.Contains(line, "=") {
			list = append(list, t)
		}
	}
	return list, nil
}

// find returns the entry of an interface, nil if it has none.
func (s state) find(iface string) *target {
	for i := range s {
		if s[i].iface == iface {
			return &s[i]
		}
	}
	return nil
}

// bytes is the text of the file.
func (s state) bytes() (b []byte) {
	for _, t := range s {
		b = append(b, t.String()+"\n"...)
	}
	return b
}

// record puts an interface into a state file, at its end.
func (c *command) record(name string, t target) error {
	return c.change(name, func(s state) state { return append(s.without(t.iface), t) })
}

// forget takes an interface out of a state file.
func (c *command) forget(name, iface string) error {
	return c.change(name, func(s state) state { return s.without(iface) })
}

func (s state) without(iface string) state {
	return slices.DeleteFunc(s, func(t target) bool { return t.iface == iface })
}

// change replaces a state file while nobody else can.
func (c *command) change(name string, change func(state) state) error {
	lock, err := c.store.Lock(fileStateLock)
	if err != nil {
		return err
	}
	defer lock.Unlock()
	list, err := c.load(name)
	if err != nil {
		return err
	}
	return c.store.Write(name, change(list).bytes())
}
