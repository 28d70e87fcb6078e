package ifupdown

import (
	"errors"
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/internal/netaddr"
	"classicnet/ioctl"
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
			c.isThere(netip.PrefixFrom(s.Addr, bits(s.Mask)))
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
		if last != nil && !errors.Is(last, unix.EADDRNOTAVAIL) && !errors.Is(last, unix.EEXIST) {
			break
		}
		if there, _ := c.hasAddress(k, s); there {
			last = nil // it is there under another label, and so not ours
			break
		}
		if errors.Is(last, unix.EEXIST) && c.inTheWay(k, s) {
			last = nil
			break
		}
	}
	c.forgetMade(s.key())
	c.unrecorded(c.made.iface, c.made.write(c.made.logical))
	return last
}

// inTheWay tells of the same address with the netmask of its class, which an address
// has at first that an ioctl makes, and says so.
func (c *command) inTheWay(k Kernel, s address) bool {
	old, err := c.labels(k, s.Label, s.Addr, classMask(s.Addr))
	if err != nil || len(old) == 0 {
		return false
	}
	c.say(c.made.iface + ": " + netip.PrefixFrom(s.Addr, bits(s.Mask)).String() + " can't be added: " +
		netip.PrefixFrom(s.Addr, bits(classMask(s.Addr))).String() + " is there already, beside which no ioctl can, and stays")
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

// furtherLabel is the label of the nth address that would have the same one.
func furtherLabel(label string, n int) string {
	if n == 1 {
		return label
	}
	if device, alias, found := strings.Cut(label, ":"); !found {
		return device + ":s" + strconv.Itoa(n)
	} else if base, old, found := cutNumber(alias); found {
		return device + ":" + base + "s" + strconv.Itoa(old+n-1)
	}
	return label + "s" + strconv.Itoa(n)
}

// cutNumber parts "sN" or "0sN" behind the s.
func cutNumber(alias string) (base string, n int, ok bool) {
	i := strings.LastIndexByte(alias, 's')
	if i < 0 {
		return "", 0, false
	}
	n, ok = parseNumber(alias[i+1:], 1<<20)
	return alias[:i], n, ok
}

// hasAddress tells whether the interface has the address with its netmask, under
// whatever label.
func (c *command) hasAddress(k Kernel, s address) (bool, error) {
	labels, err := c.labels(k, s.Label, s.Addr, s.Mask)
	return len(labels) > 0, err
}

// labels returns the labels under which the device of a label has an address.
func (c *command) labels(k Kernel, label string, addr, mask netip.Addr) (list []string, err error) {
	all, err := inetAddrs(k)
	for _, a := range all {
		if sameDevice(a.Label, label) && a.Addr == addr && int(a.PrefixLen) == bits(mask) {
			list = append(list, a.Label)
		}
	}
	return list, err
}

func sameDevice(label, other string) bool {
	device, _, _ := strings.Cut(label, ":")
	otherDevice, _, _ := strings.Cut(other, ":")
	return device == otherDevice
}

// inetAddrs lists all IPv4 addresses, by ioctls where the kernel's own list is
// refused.
func inetAddrs(k Kernel) ([]ioctl.InetAddr, error) {
	if list, err := k.InetAddrs(); err == nil {
		return list, nil
	}
	entries, err := k.Interfaces()
	var list []ioctl.InetAddr
	for _, e := range entries {
		mask, failed := k.InetBeside(ioctl.AddrNetmask, e.Name, e.Addr)
		if failed == nil && mask.Is4() {
			list = append(list, ioctl.InetAddr{Label: e.Name, Addr: e.Addr, PrefixLen: uint8(bits(mask))})
		}
	}
	return list, err
}

// dropAddress removes what is first under its label: that is all that an ioctl
// can remove.
func (s dropAddress) do(c *command) error {
	k, err := c.dial(familyInet)
	if err != nil {
		return err
	}
	label, err := c.labelOf(k, s)
	if err == errNotFirst && c.dropBefore(k, s) {
		label, err = c.labelOf(k, s)
	}
	if err == errNotFirst {
		return errors.New(netip.PrefixFrom(s.Addr, bits(s.Mask)).String() + " " + err.Error())
	}
	if label == "" {
		c.tellChanged(k, s)
	}
	if label == "" || err != nil {
		return unless(err, unix.ENODEV, unix.EADDRNOTAVAIL)
	}
	return unless(c.dropFirst(k, label), unix.ENODEV, unix.EADDRNOTAVAIL)
}

// dropFirst removes the first address of a label.
func (c *command) dropFirst(k Kernel, label string) error {
	c.turn.promote(c, label)
	if strings.Contains(label, ":") {
		return k.SetFlags(label, 0) // without UP an alias goes; the other flags don't matter
	}
	return k.SetAddr(label, netip.IPv4Unspecified())
}

// dropBefore removes what is before an address under its label, as far as it is on record
// and so is to go as well, and tells whether anything went.
func (c *command) dropBefore(k Kernel, s dropAddress) (went bool) {
	label := s.Label
	if mine := c.made.find(s.key()); mine != nil {
		label = mine.value
	}
	for c.mode == modeDown {
		first, err := k.Addr(label)
		if err != nil || first == s.Addr || !c.made.has(first, label) || c.dropFirst(k, label) != nil {
			break
		}
		went = true
	}
	return went
}

// has tells whether an address is on record under a label.
func (r *record) has(addr netip.Addr, label string) bool {
	return slices.ContainsFunc(r.lines, func(l line) bool {
		switch d := l.undo().(type) {
		case dropAddress:
			return d.Addr == addr && d.Label == label
		case dropCome:
			return d.Addr == addr && d.Label == label
		}
		return false
	})
}

var errNotFirst = errors.New("stays, as another address is before it under its label")

// labelOf returns the label under which the address can be removed; "" if it is
// gone.
func (c *command) labelOf(k Kernel, s dropAddress) (string, error) {
	label := s.Label
	if mine := c.made.find(s.key()); mine != nil {
		label = mine.value
	}
	now, err := k.Addr(label)
	if err == nil && now == s.Addr {
		return label, nil
	}
	labels, failed := c.labels(k, label, s.Addr, s.Mask)
	if failed != nil || len(labels) == 0 {
		return "", err
	}
	for _, label := range labels {
		if now, err := k.Addr(label); err == nil && now == s.Addr {
			return label, nil
		}
	}
	return "", errNotFirst
}

// promotion is the setting by which the kernel keeps the secondary addresses of a
// network when the first one goes, or changes its netmask: those of others.
const promotion = "promote_secondaries"

// promote sets it for the device of a label until the turn ends. A kernel that
// doesn't let us is no reason to stop.
func (t *turn) promote(c *command, label string) {
	device, _, _ := strings.Cut(label, ":")
	path := "/proc/sys/net/ipv4/conf/" + device + "/" + promotion
	if t.promoted == path || strings.TrimSpace(c.contents(path)) != "0" {
		return
	}
	t.unpromote(c)
	if c.env.WriteFile(path, "1") == nil {
		t.promoted = path
	}
}

func (t *turn) unpromote(c *command) {
	if t.promoted != "" {
		c.env.WriteFile(t.promoted, "0") //nolint:errcheck // it could be set a moment ago
		t.promoted = ""
	}
}

// The netmask of an address that has a peer is that of one host: else the kernel
// takes the peer's network to be on the link.
func hostMask() netip.Addr { return netaddr.Mask(32) }
