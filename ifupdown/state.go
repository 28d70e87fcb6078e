package ifupdown

import "strings"

// Store is the folder in which it is kept what is up. Its files are Debian's:
//
//	ifstate        a line IFACE=LOGICAL for each interface that is up
//	ifstate.IFACE  locked while IFACE is worked on; holds its LOGICAL
//	.ifstate.lock  locked while ifstate is changed
//
// and some of our own:
//
//	ifstate.unfinished  as ifstate, for interfaces on which work has begun,
//	                    or is next, and hasn't ended
//	.ifstate.devices    what was made for interfaces
//	.ifstate.addresses  locked while IPv4 addresses are changed
type Store interface {
	// Read returns a file's bytes; fs.ErrNotExist if there is none.
	Read(name string) ([]byte, error)
	// Stamp returns what differs from one state of a file to another, whoever
	// changes it; fs.ErrNotExist if there is no file.
	Stamp(name string) (Stamp, error)
	// Write replaces a file as a whole: whoever reads, or dies, sees the old
	// bytes or the new ones.
	Write(name string, data []byte) error
	// Append does what Write does with these bytes behind the first size ones,
	// which are all of the file. An error means that nothing is done, as where
	// that isn't possible in one piece.
	Append(name string, size int64, data []byte) error
	// Cut does what Write does with the first size bytes. An error means that
	// nothing is done.
	Cut(name string, size int64) error
	// Lock waits until nobody else holds the file's lock. It makes the folder
	// and the file if need be.
	Lock(name string) (Lock, error)
}

// Stamp is a state of a file: which one it is, its bytes, and when it was changed, in
// nanoseconds.
type Stamp struct {
	Device, Inode  uint64 // of the file
	Size, Modified int64  // bytes, and nanoseconds since 1970
}

// Lock is a lock that is held. The kernel frees it when the process ends.
type Lock interface {
	// Text returns the text of the locked file.
	Text() (string, error)
	// Note replaces the text of the locked file.
	Note(text string) error
	// Append adds to it.
	Append(text string) error
	Unlock() // lets others have it
}

const (
	fileState       = "ifstate"
	fileUnfinished  = "ifstate.unfinished"
	fileStateLock   = ".ifstate.lock"
	fileAddressLock = ".ifstate.addresses"
	filePrefix      = "ifstate."
)

// ledgers are the files of the state: what is up, what is unfinished, and what was
// made for it.
type ledgers struct{ up, unfinished, devices ledger }

func newLedgers(store Store) ledgers {
	return ledgers{
		up:         ledger{store: store, name: fileState, parse: parseStanding},
		unfinished: ledger{store: store, name: fileUnfinished, parse: parseStanding},
		devices:    ledger{store: store, name: fileDevices, parse: parseMade},
	}
}

// keep says whether the files are taken to be as they were read last.
func (l *ledgers) keep(still bool) {
	l.up.still, l.unfinished.still, l.devices.still = still, still, still
}

// parseStanding reads a line of a state file. One that isn't IFACE=LOGICAL is
// passed over, and what stands behind that: ifupdown-ng's count.
func parseStanding(text string) (iface, line string) {
	word, _, _ := strings.Cut(strings.TrimSpace(text), " ")
	if !strings.Contains(word, "=") {
		return "", ""
	}
	return parseTarget(word).iface, word
}

// standing returns an interface's entries in the two state files.
func (c *command) standing(iface string) (current, begun *target, err error) {
	if current, err = c.files.up.target(iface); err == nil {
		begun, err = c.files.unfinished.target(iface)
	}
	return current, begun, err
}

// target is the entry of an interface, nil if it has none.
func (l *ledger) target(iface string) (*target, error) {
	if err := l.refresh(); err != nil {
		return nil, err
	}
	list := l.of(iface)
	if len(list) == 0 {
		return nil, nil
	}
	t := parseTarget(list[len(list)-1])
	return &t, nil
}

// targets are all entries of a state file.
func (l *ledger) targets() (list []target, err error) {
	err = l.refresh()
	for _, line := range l.all() {
		list = append(list, parseTarget(line.text))
	}
	return list, err
}

// change changes the files of the state while nobody else can.
func (c *command) change(change func() error) error {
	lock, err := c.store.Lock(fileStateLock)
	if err != nil {
		return err
	}
	defer lock.Unlock()
	return change()
}

// finished tells that no work on an interface is left.
func (c *command) finished(iface string) error {
	return c.change(func() error { return c.files.unfinished.remove(anyLine, iface) })
}

func firstError(list ...error) error {
	for _, err := range list {
		if err != nil {
			return err
		}
	}
	return nil
}
