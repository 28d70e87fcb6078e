package nameif

import (
	"errors"
	"slices"
	"strings"

	"classicnet/internal/frame"
	"classicnet/procnet"
)

const devFile = "/proc/net/dev"

// renameAll goes through the interfaces in the kernel's order. The first rename
// that fails ends it.
func (c *command) renameAll(k Kernel, wanted []*want) error {
	names, err := c.interfaces()
	if err != nil {
		return err
	}
	slices.Reverse(wanted) // the last given comes first, in messages too
	for _, name := range names {
		if len(name) > room {
			return frame.Failed("interface name `" + name + "' too long")
		}
		if err := rename(k, name, wanted); err != nil {
			return err
		}
	}
	return c.missing(wanted)
}

// interfaces are the names in /proc/net/dev. A line without any counts as one that
// the kernel doesn't know.
func (c *command) interfaces() (names []string, err error) {
	f, err := c.Open(devFile)
	if err != nil {
		return nil, frame.Failed("open of " + devFile + ": " + frame.Reason(err))
	}
	defer f.Close() //nolint:errcheck // read only
	for row, err := range procnet.Interfaces(f) {
		if _, malformed := errors.AsType[*procnet.LineError](err); err != nil && !malformed {
			return nil, frame.Failed("read of " + devFile + ": " + frame.Reason(err))
		}
		if row.Name != "" {
			names = append(names, strings.Clone(row.Name))
		}
	}
	return names, nil
}

// rename gives one interface the name of the first entry that its address matches.
// One whose address can't be asked for keeps its name.
func rename(k Kernel, name string, wanted []*want) error {
	address, err := k.HardwareAddr(name)
	if err != nil {
		return nil
	}
	i := slices.IndexFunc(wanted, func(w *want) bool { return w.matches(address.Data) })
	if i < 0 {
		return nil
	}
	w := wanted[i]
	w.found = true
	if w.name == name {
		return nil
	}
	if err := k.Rename(name, w.name); err != nil {
		return frame.Failed("cannot change name of " + name + " to " + w.name + ": " + frame.Reason(err))
	}
	return nil
}

// missing tells of the entries that no interface had the address of.
func (c *command) missing(wanted []*want) error {
	var err error
	for _, w := range wanted {
		if !w.found {
			c.warn("interface '" + w.name + "' not found")
			err = frame.Status(statusFailed)
		}
	}
	return err
}
