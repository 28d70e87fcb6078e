package slattach

import (
	"errors"
	"io"
	"io/fs"
	"path"

	"classicnet/internal/cnum"
	"classicnet/internal/frame"
	"classicnet/internal/ids"
	"classicnet/internal/out"
)

// Locks are files that hold a process's number each.
type Locks interface {
	// Create makes a file that wasn't there; else it fails with fs.ErrExist.
	Create(path, text string) error
	Remove(path string) error
	// Alive tells whether there is a process of that number.
	Alive(pid int) bool
	// Own is the number of this process.
	Own() int
	// Give gives a file to a user of that number.
	Give(path string, uid int) error
}

// Locks of lines are called as minicom, cu and pppd call them.
const (
	lockStart = "/var/lock/LCK.."
	lockOwner = "uucp"
)

// lock locks the line with -l. The lock of a process that is gone is replaced.
func (c *command) lock() error {
	if !c.options.Lock || c.env.Locks == nil {
		return nil
	}
	file := lockStart + path.Base(c.path)
	err := c.createLock(file)
	if errors.Is(err, fs.ErrExist) {
		if c.holder(file) {
			return &frame.Failure{Message: "slattach: " + c.path + " already locked!", Status: statusLine} // -q or not
		}
		if err = c.env.Locks.Remove(file); err == nil {
			err = c.createLock(file)
		}
	}
	if err != nil {
		return c.lineFailed("slattach: tty_lock: (" + file + "): " + frame.Reason(err))
	}
	c.locked = file
	if uid, ok := ids.Number(c.Open, ids.Users, lockOwner); ok {
		c.env.Locks.Give(file, int(uid)) //nolint:errcheck // only root can; as ever
	}
	return nil
}

func (c *command) createLock(file string) error {
	return c.env.Locks.Create(file, string(append(out.AppendRightInt(nil, int64(c.env.Locks.Own()), 10), '\n')))
}

// holder tells whether a process that lives holds a lock. 0 is no process.
func (c *command) holder(file string) bool {
	f, err := c.Open(file)
	if err != nil {
		return false
	}
	defer f.Close() //nolint:errcheck // read only
	var room [64]byte
	n, _ := io.ReadFull(f, room[:]) // a short file is the usual one
	pid := cnum.Atoi(string(room[:n]))
	return pid != 0 && c.env.Locks.Alive(int(pid))
}

func (c *command) unlock() {
	if c.locked != "" {
		c.env.Locks.Remove(c.locked) //nolint:errcheck // it is stale then, which the next one sees
		c.locked = ""
	}
}
