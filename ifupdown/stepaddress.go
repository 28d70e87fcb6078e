package ifupdown

import (
	"errors"
	"net/netip"

	"golang.org/x/sys/unix"
)

// request is one ioctl of those that make an address.
type request struct {
	name  string
	label string
	addr  netip.Addr
	send  func(Kernel, string, netip.Addr) error
}

func (r request) String() string { return r.name + " " + r.label + " " + r.addr.String() }

// requests are those that make the address, the first of them with the netmask of
// its class.
func (s address) requests() (list []request) {
	for _, r := range [...]request{
		{"SIOCSIFADDR", s.Label, s.Addr, Kernel.SetAddr},
		{"SIOCSIFNETMASK", s.Label, s.Mask, Kernel.SetNetmask},
		{"SIOCSIFBRDADDR", s.Label, s.Broadcast, Kernel.SetBroadcast},
		{"SIOCSIFDSTADDR", s.Label, s.Peer, Kernel.SetDstAddr},
	} {
		if r.addr.IsValid() {
			list = append(list, r)
		}
	}
	return list
}

// addressTries is how often an address is made that somebody else removed while
// it had the netmask of its class.
const addressTries = 5

func (s address) do(c *command) error {
	k, err := c.dial(familyInet)
	if err != nil {
		return err
	}
	if c.adopt(k, s) {
		return nil
	}
	var last error
	for range addressTries {
		p, err := c.place(k, s)
		if p.others {
			c.isThere(prefixOf(s.Addr, s.Mask))
		}
		if p.others || err != nil {
			return err
		}
		s.Label = p.label
		last = c.send(k, s, p.stands)
		if last == nil && s.Broadcast.IsValid() {
			return nil // a label without an address takes no broadcast address
		}
		if now, failed := k.Addr(s.Label); failed == nil && now == s.Addr {
			return last
		}
		var again bool
		if again, last = c.lost(k, s, last); !again {
			break
		}
	}
	c.forgetMade(s.key())
	c.unrecorded(c.made.iface, c.made.write(c.made.logical))
	return last
}

// lost tells of an address that isn't under its label behind the requests whether it is to
// be made once more, and what has failed.
func (c *command) lost(k Kernel, s address, last error) (again bool, err error) {
	there := errors.Is(last, unix.EEXIST)
	if last != nil && !there && !errors.Is(last, unix.EADDRNOTAVAIL) {
		return false, last
	}
	if other, _ := c.hasAddress(k, s); other || there && c.inTheWay(k, s) {
		return false, nil // it is there under another label, and so not ours
	}
	return true, last
}

// inTheWay tells of the same address with the netmask of its class, which an address
// has at first that an ioctl makes, and says so.
func (c *command) inTheWay(k Kernel, s address) bool {
	old, err := c.labels(k, s.Label, s.Addr, classMask(s.Addr))
	if err != nil || len(old) == 0 {
		return false
	}
	c.say(c.made.iface + ": " + prefixOf(s.Addr, s.Mask).String() + " can't be added: " +
		prefixOf(s.Addr, classMask(s.Addr)).String() + " is there already, beside which no ioctl can, and stays")
	return true
}

// isThere tells of an address that isn't ours: ifdown leaves it.
func (c *command) isThere(p netip.Prefix) {
	c.say(c.made.iface + ": " + p.String() + " is there already, and stays behind ifdown; `ifdown --force` takes it away")
}

// send makes the address under its label.
func (c *command) send(k Kernel, s address, stands bool) error {
	c.noteMade(s.key(), s.Label)
	if s.Mask != classMask(s.Addr) {
		c.turn.promote(c, s.Label)
	}
	requests := s.requests()
	if stands {
		requests = requests[1:]
	}
	for _, r := range requests {
		if err := r.send(k, s.Label, r.addr); err != nil {
			return &requestError{r.String(), err}
		}
	}
	return nil
}

// requestError is a request of several that failed.
type requestError struct {
	request string
	err     error
}

func (e *requestError) Error() string { return reason(e.err) }
func (e *requestError) Unwrap() error { return e.err }

// place is where an address goes. Each look at a label costs the kernel a walk over all
// addresses of the device.
type place struct {
	label  string
	stands bool // the address itself is there, since a run that died
	others bool // the interface has it already, from somebody else
}

// place returns where an address goes: to the label that is on record, else to the
// first that has no address.
func (c *command) place(k Kernel, s address) (place, error) {
	if mine := c.made.find(s.key()); mine != nil {
		if now, err := k.Addr(mine.value); err == nil && now == s.Addr {
			return place{label: mine.value, stands: true}, nil
		}
		c.forgetMade(s.key())
	}
	for n := 1; ; n++ {
		label := furtherLabel(s.Label, n)
		if len(label) > maxLabel {
			return place{}, errors.New("no room for the label that a further address needs: " + label)
		}
		if _, err := k.Addr(label); err != nil {
			return place{label: label}, nil // it is free, or the next request tells what is wrong
		}
		if n > 1 {
			continue
		}
		if there, err := c.hasAddress(k, s); there || err != nil {
			return place{others: there}, err
		}
	}
}
