package ifconfig

import (
	"errors"
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/internal/cnum"
	"classicnet/ioctl"
)

// apply gives the interface an alias with the address, or takes it away. Each
// step looks at the labels as they are then, so that of two `add` in one line
// neither is lost. As everywhere, addresses are asked of the inet socket, and
// of the chosen family's all else: with `unix` or `ax25` before it no alias is
// made.
func (s inet4Step) apply(r *run) error {
	k, inet := r.socket(r.family), r.inetSocket()
	if _, err := k.Flags(r.name); err != nil {
		r.failAlias(&fetchError{r.name, err})
		return nil
	}
	if l, ok := inet.(labelLocker); ok {
		defer l.LockLabels()()
	}
	for range aliasTries {
		again, err := s.change(k, inet, r.name)
		if !again {
			r.failAlias(err)
			return nil
		}
	}
	r.failAlias(&ioctl.Error{Request: "SIOCSIFADDR", Name: r.name, Err: unix.EAGAIN})
	return nil
}

// labelLocker is a kernel that keeps two commands from choosing the same label.
type labelLocker interface{ LockLabels() (unlock func()) }

// aliasTries is how often a label is looked for that nobody else takes meanwhile:
// other programs know no lock.
const aliasTries = 20

// change makes or deletes the alias. again tells that its label went to somebody
// else, with the address.
func (s inet4Step) change(k, inet Kernel, name string) (again bool, err error) {
	list, err := inet.Interfaces()
	if err != nil {
		return false, err
	}
	label, free := s.find(inet, name, list)
	switch {
	case s.Del && label == "":
		return false, &ioctl.Error{Request: "SIOCDIFADDR", Name: name, Err: unix.EADDRNOTAVAIL}
	case s.Del:
		return false, modifyFlags(inet, label, 0, ioctl.FlagUp)
	case label != "":
		return false, modifyFlags(k, label, ioctl.FlagUp|ioctl.FlagRunning, 0)
	case free == aliasNumbers:
		return false, &wordError{"ifconfig: " + name + ": all alias numbers are in use"}
	}
	label = aliasLabel(name, free)
	if taken(label, name, list) {
		return false, &wordError{"ifconfig: " + roomless(name+":"+strconv.Itoa(free)).Error()}
	}
	err = s.addAlias(k, label, ownAddr(inet, name))
	return s.replaced(inet, label, err), err
}

// replaced tells whether the alias just made is somebody else's now. A request that
// was refused otherwise than for want of the label has its own message.
func (s inet4Step) replaced(inet Kernel, label string, err error) bool {
	refused, known := errors.AsType[*ioctl.Error](err)
	if err != nil && (!known || refused.Err != unix.EADDRNOTAVAIL || refused.Request == ioctl.AddrLocal.String()) {
		return false
	}
	list, err := inet.Interfaces()
	return err == nil && !slices.Contains(list, ioctl.InterfaceAddr{Name: label, Addr: s.Addr})
}

// failAlias reports what kept an alias from being made or deleted. Whatever it
// was, the status is 1: scripts must see that their address isn't there.
func (r *run) failAlias(err error) {
	if err != nil {
		r.fail(&wordError{message(err)})
	}
}

// aliasNumbers is how many numbers labels may have.
const aliasNumbers = 256

// find looks for a label of the interface that carries the address, and for
// the lowest number that no label has. Labels that aren't numbers count as 0.
func (s inet4Step) find(k Kernel, name string, list []ioctl.InterfaceAddr) (label string, free int) {
	var used [aliasNumbers + 1]bool
	for _, entry := range list {
		number, ok := aliasOf(name, entry.Name)
		if !ok {
			continue
		}
		if number >= 0 && number < aliasNumbers {
			used[number] = true
		}
		if label == "" && s.isAt(k, entry) {
			label = entry.Name
		}
	}
	for used[free] {
		free++
	}
	return label, free
}

// aliasOf tells whether label is the interface's and has a colon, and its
// number. A hyphen behind the colon marks a label that is left alone.
func aliasOf(name, label string) (number int32, ok bool) {
	rest, ok := strings.CutPrefix(label, name)
	if !ok || rest != "" && rest[0] != ':' || !strings.Contains(label, ":") {
		return 0, false
	}
	if rest == "" { // the interface is an alias itself
		_, rest, _ = strings.Cut(label, ":")
	}
	rest = strings.TrimPrefix(rest, ":")
	return cnum.Atoi(rest), !strings.Contains(rest, "-")
}

// isAt tells whether the entry's peer, on most links its address, is the
// wanted one.
func (s inet4Step) isAt(k Kernel, entry ioctl.InterfaceAddr) bool {
	peer, err := k.DstAddr(entry.Name)
	return err == nil && peer == s.Addr
}

func aliasLabel(name string, number int) string {
	label := name + ":" + strconv.Itoa(number)
	return label[:min(len(label), longestName)]
}

// taken tells whether a label that was cut is the interface's own or another alias's.
func taken(label, name string, list []ioctl.InterfaceAddr) bool {
	return label == name || slices.ContainsFunc(list, func(e ioctl.InterfaceAddr) bool { return e.Name == label })
}

// addAlias makes the label with the address, and with what it inherits of the
// interface's own address; else the kernel's netmask and broadcast stay.
func (s inet4Step) addAlias(k Kernel, label string, base []inherited) error {
	err := k.SetSockaddr(ioctl.AddrLocal, label, ioctl.InetSockaddr(s.Addr))
	for _, more := range base {
		if err == nil {
			err = k.SetSockaddr(more.kind, label, ioctl.InetSockaddr(more.addr))
		}
	}
	if err != nil {
		return err
	}
	return broadcastOn(k, label)
}

// inherited is an address that an alias takes over from its interface.
type inherited struct {
	kind ioctl.AddrKind
	addr netip.Addr
}

// ownAddr is what an alias inherits: nothing of an interface without address.
// What the kernel doesn't tell is 0.0.0.0.
func ownAddr(k Kernel, name string) []inherited {
	if _, err := k.Addr(name); err != nil {
		return nil
	}
	mask, err := k.Netmask(name)
	if err != nil {
		mask = netip.IPv4Unspecified()
	}
	broadcast, err := k.Broadcast(name)
	if err != nil {
		broadcast = netip.IPv4Unspecified()
	}
	return []inherited{{ioctl.AddrNetmask, mask}, {ioctl.AddrBroadcast, broadcast}}
}

// broadcastOn sets the broadcast flag, except on an interface that is down:
// there the request would delete the alias just made.
func broadcastOn(k Kernel, label string) error {
	flags, err := k.Flags(label)
	if err != nil {
		return &flagsError{name: label, err: err}
	}
	if flags&ioctl.FlagUp == 0 {
		return nil
	}
	return k.SetFlags(label, flags|ioctl.FlagBroadcast)
}
