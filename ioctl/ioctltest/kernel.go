package ioctltest

import (
	"slices"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// Kernel is the network configuration of a machine in memory. The zero value
// is a machine without interfaces; New makes one that has some.
type Kernel struct {
	// PromoteSecondaries keeps the other addresses of a net when its primary
	// address goes (net.ipv4.conf.all.promote_secondaries). Without it, which is
	// the kernel's own default, they go with it.
	PromoteSecondaries bool
	// Unprivileged refuses what needs CAP_NET_ADMIN with EPERM.
	Unprivileged bool
	// Families are those that sockets may have besides AF_INET and AF_INET6.
	Families []int
	// NoInet6 is a kernel without IPv6: no such sockets, no such files.
	NoInet6 bool
	// NoBridges and NoVLANs are kernels without these: ENOPKG.
	NoBridges, NoVLANs bool
	// Files are further files that Open finds, by path, and in place of its own
	// where they have the same path.
	Files map[string]string
	// Meanwhile, if it is set, is called before each request, its own too, with the
	// line of the log: for what others do on the machine meanwhile.
	Meanwhile func(request string)

	interfaces []*Interface
	lastIndex  int
	vlanNames  ioctl.VLANNames // that VLANs get, plus one; 0 is the kernel's own way
	fib        []fibEntry
	fibMade    bool // there is a main table, be it empty
	fib6       []fib6Entry
	neighbours []neighbour
	proxies    []proxy
	proxyARP   bool // of all interfaces

	log      []entry
	refused  []refusal
	accepted []string       // words of requests that do nothing
	dying    map[string]int // requests that are left to an interface
}

// New makes a kernel that has these interfaces, in this order.
func New(interfaces ...Interface) *Kernel {
	k := new(Kernel)
	for _, i := range interfaces {
		k.Add(i)
	}
	return k
}

// Add plugs an interface in. Its Index is the next one where it is 0; addresses
// and flags take effect as if they had been set one after the other.
func (k *Kernel) Add(i Interface) *Interface {
	if i.Index == 0 {
		i.Index = k.lastIndex + 1
	}
	k.lastIndex = max(k.lastIndex, i.Index)
	addrs, addrs6, up := i.Addrs, i.Addrs6, i.Flags&ioctl.FlagUp != 0
	i.Addrs, i.Addrs6 = nil, nil
	i.Flags &^= ioctl.FlagUp
	d := &i
	k.interfaces = append(k.interfaces, d)
	if up {
		k.up(d)
	}
	for _, a := range addrs {
		k.addInet(d, a.complete(d))
	}
	for _, a := range addrs6 {
		k.addInet6(d, a)
	}
	return d
}

// Remove unplugs an interface: its addresses and routes go with it. It does
// nothing where there is none of that name.
func (k *Kernel) Remove(name string) {
	d := k.Interface(name)
	if d == nil {
		return
	}
	k.down(d)
	for len(d.Addrs) > 0 {
		k.delInet(d, 0)
	}
	k.interfaces = slices.DeleteFunc(k.interfaces, func(x *Interface) bool { return x == d })
	k.leave(d.Name)
}

// Interface returns the interface of a name, or of a label's device, and nil
// where there is none. It is the kernel's own: what is changed in it is
// changed in the kernel, but makes and deletes no route.
func (k *Kernel) Interface(name string) *Interface {
	device, _, _ := strings.Cut(name, ":")
	for _, d := range k.interfaces {
		if d.Name == device {
			return d
		}
	}
	return nil
}

// Interfaces are all of them, in the order of /proc/net/dev; what is said of
// Interface goes for each.
func (k *Kernel) Interfaces() []*Interface { return slices.Clone(k.interfaces) }

// byIndex is the interface of a number.
func (k *Kernel) byIndex(index int) *Interface {
	for _, d := range k.interfaces {
		if d.Index == index {
			return d
		}
	}
	return nil
}

// Dial opens a socket of an address family as ioctl.OpenFamily does.
// EAFNOSUPPORT: the kernel doesn't know the family. AF_UNSPEC stands for a
// descriptor that is no socket: each request on it fails with ENOTTY.
func (k *Kernel) Dial(family int) (*Conn, error) {
	if err := k.note("socket", "", family); err != nil {
		return nil, err
	}
	if !k.knows(family) {
		return nil, failure("socket", "", unix.EAFNOSUPPORT)
	}
	return &Conn{machine: k, family: family}, nil
}

func (k *Kernel) knows(family int) bool {
	switch family {
	case unix.AF_UNSPEC, unix.AF_INET:
		return true
	case unix.AF_INET6:
		return !k.NoInet6
	}
	return slices.Contains(k.Families, family)
}

// failure is the error of a request, nil for the errno 0.
func failure(request, name string, errno unix.Errno) error {
	if errno == 0 {
		return nil
	}
	return &ioctl.Error{Request: request, Name: name, Err: errno}
}
