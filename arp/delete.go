package arp

import (
	"errors"

	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
	"classicnet/ioctl"
)

// remove deletes the entry of a host. Unless a word says which, the one that
// the kernel resolved is tried first and then the one that it answers for.
func (c *command) remove(operands []string) error {
	return c.connect(func(k Kernel) error {
		r, err := c.request(operands, ioctl.ARPPermanent)
		if err != nil {
			return err
		}
		if c.hw != nil {
			r.entry.Hw.Type = c.hw.ARPHRD
		}
		if err := c.words(r, operands[1:], func(word string) { c.say("args=" + word) }); err != nil {
			return err
		}
		return c.removeEntry(k, r)
	})
}

// removals are the two kinds of entries that a host can have, in the order in
// which they are tried.
var removals = [...]struct {
	name      string // in messages
	published bool
}{
	{"dontpub", false},
	{"pub", true},
}

func (c *command) removeEntry(k Kernel, r *request) error {
	for _, kind := range removals {
		if r.published != r.private && r.published != kind.published {
			continue
		}
		c.say("arp: SIOCDARP(" + kind.name + ")")
		err := k.DelARP(r.entryFor(kind.published))
		if err == nil {
			return nil
		}
		if !isMissing(err) {
			return frame.Refused("SIOCDARP("+kind.name+")", err)
		}
	}
	return &frame.Failure{Note: "No ARP entry for " + r.host, Status: statusFailed}
}

func (r *request) entryFor(published bool) ioctl.ARPEntry {
	e := r.entry
	e.Flags &^= ioctl.ARPPublish
	if published {
		e.Flags |= ioctl.ARPPublish
	}
	return e
}

// isMissing tells whether there was nothing to delete: the kernel says one of
// two things, by the kind of the entry.
func isMissing(err error) bool { return errors.Is(err, unix.ENXIO) || errors.Is(err, unix.ENOENT) }
