package ifconfig

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"classicnet/internal/frame"
	"classicnet/ioctl"
)

// run is a command line while it takes effect on one interface.
type run struct {
	*command
	name   string
	family *family
	status accumulator
}

// configure carries out the words behind an interface's name from left to
// right and returns the exit status. What was done before an error stays done.
func (t *command) configure(name string, words []string) int {
	if _, err := t.any(); err != nil {
		return t.stop(err)
	}
	p, warning := newParser(words, t.Names)
	if warning != "" {
		t.Out.Errorf("%s", warning)
	}
	r := &run{command: t, name: name, family: p.family}
	for {
		s, err := p.next()
		_, refused := errors.AsType[*wordError](err)
		switch {
		case err == io.EOF:
			return r.end()
		case err == nil:
			if err := s.apply(r); err != nil {
				return t.stop(err)
			}
		case refused:
			r.fail(err)
		default:
			return t.stop(err)
		}
	}
}

// end is the exit status of a line that was read to its end.
func (r *run) end() int {
	if r.Verbose && r.status != statusOK {
		r.Out.Errorf("WARNING: at least one error occured. (%s)\n", strconv.Itoa(int(r.status)))
	}
	return r.status.exit()
}

// fail reports an error and lets it count.
func (r *run) fail(err error) {
	if err == nil {
		return
	}
	r.Out.Errorf("%s\n", message(err))
	r.status.count(err)
}

func (s flagStep) apply(r *run) error {
	r.changeFlags(r.name, s.Change)
	return nil
}

// changeFlags reads the flags, writes them changed, and looks whether it
// helped.
func (r *run) changeFlags(name string, c flagChange) {
	k := r.socket(r.family)
	if c.clear != 0 && strings.Contains(name, ":") {
		// Only the inet socket knows aliases, and only its clearing deletes them.
		if k = r.inetSocket(); k == closed {
			r.Out.Errorf("%s\n", noSupport(&families[inetFamily]))
			r.status.or(statusOfFlags)
			return
		}
	}
	r.fail(modifyFlags(k, name, c.set, c.clear))
	if c.still != "" {
		r.warnStill(k, name, c)
	}
}

func modifyFlags(k Kernel, name string, set, clear ioctl.Flags) error {
	flags, err := k.Flags(name)
	if err != nil {
		return &flagsError{name: name, err: err}
	}
	return k.SetFlags(name, flags&^clear|set)
}

// warnStill warns of a mode that is still on. As in net-tools of 2003 the
// multicast flag is what is looked at for all modes but one, so most of these
// warnings are wrong; log watchers know them.
func (r *run) warnStill(k Kernel, name string, c flagChange) {
	flags, err := k.Flags(name)
	switch {
	case err != nil:
		r.fail(&flagsError{name: name, testing: true, err: err})
	case c.clear == ioctl.FlagPromisc && flags&ioctl.FlagPromisc != 0:
		r.Out.Errorf("Warning: Interface %s still in promisc mode... maybe other application is running?\n", name)
	case c.clear != ioctl.FlagPromisc && flags&ioctl.FlagMulticast != 0:
		r.Out.Errorf("Warning: Interface %s still in %s mode.\n", name, c.still)
	}
}

func (s addrStep) apply(r *run) error {
	k := r.socket(r.family)
	if s.Inet {
		k = r.inetSocket()
	}
	r.fail(k.SetSockaddr(s.Kind, r.name, s.Addr))
	if s.Set != 0 {
		r.changeFlags(r.name, flagChange{set: s.Set})
	}
	return nil
}

// apply also activates the interface, even if the address was refused. A label
// that ends in a hyphen is one that someone wants down.
func (s bareStep) apply(r *run) error {
	k := r.socket(r.family)
	if k == closed {
		return frame.Failed(noSupport(r.family))
	}
	r.fail(k.SetSockaddr(ioctl.AddrLocal, r.name, s.Addr))
	if strings.Contains(r.name, ":") && strings.HasSuffix(r.name, "-") {
		return nil
	}
	r.changeFlags(r.name, flagChange{set: ioctl.FlagUp | ioctl.FlagRunning})
	return nil
}

func (s hwStep) apply(r *run) error {
	r.fail(r.socket(r.family).SetHardwareAddr(r.name, s.Addr))
	return nil
}

// apply leaves later words to the old name.
func (s renameStep) apply(r *run) error {
	r.fail(r.socket(r.family).Rename(r.name, s.To[:min(len(s.To), longestName)]))
	return nil
}
