package ifconfig

import (
	"errors"
	"io"

	"classicnet/internal/host"
	"classicnet/procnet"
)

// Source is where the state of interfaces comes from: of one network namespace, if
// Kernel and the files are of one. The zero value is this machine.
// Several goroutines may use it at once where they may use its Kernel: that of the zero
// value, but not an *ioctl.Conn.
type Source struct {
	// Kernel is an AF_INET socket, or any other that was to be had. It belongs to
	// the namespace of the thread that opened it. nil stands for a socket that each
	// call opens and closes; a Listing without interfaces has its error as ConfErr.
	Kernel Getter
	// Open opens the files of /proc/net; nil stands for those of this machine, in
	// the namespace that the calling thread is in. After setns(2) the goroutine must
	// stay locked to its thread (runtime.LockOSThread) for both.
	Open func(path string) (io.ReadCloser, error)
	// Others are sockets of the families of OtherKind, by kind; nil for those
	// that the kernel lacks.
	Others [Econet + 1]Getter
	// Busybox reads lines of /proc/net/dev that today's kernels don't write, such
	// as those of aliases, as busybox does and not as net-tools.
	Busybox bool
	// Order sorts the names of a listing; nil stands for CompareNames.
	Order func(a, b string) int
}

// Listing is what List found.
type Listing struct {
	// Interfaces are in the Source's order.
	Interfaces []Interface
	// DevErr is why /proc/net/dev couldn't be opened or read, an *fs.PathError
	// from Open or a read error. The listing is then limited to interfaces that
	// have an IPv4 address, and has no counters.
	DevErr error
	// ConfErr is why SIOCGIFCONF failed; aliases and, with DevErr, all
	// interfaces are then missing. Devices have their first address.
	ConfErr error
	// Inet6Err is why /proc/net/if_inet6 couldn't be opened or read; IPv6 addresses
	// are then missing. That there is no such file is none: the kernel has no IPv6.
	Inet6Err error
	// Refused are interfaces that exist and are missing all the same, as the
	// kernel doesn't tell their flags, and labels of addresses that are no
	// interface's name.
	Refused []Refusal
	// Malformed are the lines of /proc/net files that couldn't be read whole,
	// *procnet.LineError each: the first 100.
	Malformed []error
}

// Err is all that kept the listing from being whole, joined (errors.Join), and nil
// where nothing did: DevErr, ConfErr, Inet6Err, each of Refused and of Malformed.
func (l Listing) Err() error {
	all := []error{l.DevErr, l.ConfErr, l.Inet6Err}
	for _, r := range l.Refused {
		all = append(all, r)
	}
	return errors.Join(append(all, l.Malformed...)...)
}

// maxMalformed bounds what a file of nothing but malformed lines costs.
const maxMalformed = 100

// Refusal is an interface that a Listing had to leave out, as an error.
type Refusal struct {
	Name string // the interface's, or the label
	Err  error  // an *ioctl.Error; ENODEV of a label that is no interface
}

// Error names the interface and says why.
func (r Refusal) Error() string {
	if r.Err == nil {
		return r.Name
	}
	return r.Name + ": " + r.Err.Error()
}

// Unwrap returns why.
func (r Refusal) Unwrap() error { return r.Err }

// Detail says how much of an interface is asked for.
type Detail uint8

// The details, from all to little.
const (
	// Everything is what the kernel tells, as JSON has it.
	Everything Detail = iota
	// LongFormat is what the long format prints: one IPv4 address a label.
	LongFormat
	// ShortFormat is what the short format prints: flags, MTU, metric and counters,
	// and no address of any kind.
	ShortFormat
)

// The files that a Source reads.
const (
	pathDev   = "/proc/net/dev"
	pathInet6 = "/proc/net/if_inet6"
)

// List returns all interfaces of the namespace and their aliases: those in
// /proc/net/dev and those with an IPv4 address. Unless all is set, interfaces
// that are down are left out. One that vanishes in between is left out, too.
// With less than Everything an interface has one IPv4 address a label, as the classic
// listings show. What went wrong is in the fields of the Listing, and its Err.
func (s *Source) List(all bool, detail Detail) Listing {
	if s.Kernel == nil {
		var l Listing
		if err := s.dialled(func(s *Source) { l = s.List(all, detail) }); err != nil {
			l.ConfErr = err
		}
		return l
	}
	return s.list(all, detail).Listing
}

func (s *Source) open(path string) (io.ReadCloser, error) {
	if s.Open == nil {
		return host.Open(path)
	}
	return s.Open(path)
}

func (s *Source) order() func(a, b string) int {
	if s.Order == nil {
		return CompareNames
	}
	return s.Order
}

// Query returns one interface or alias, up or not. The Listing holds it (and
// labels of its addresses that are no interface's name, as Stray), or nothing
// where err is the *ioctl.Error of a name that the kernel doesn't know (ENODEV) or
// doesn't tell about.
func (s *Source) Query(name string, detail Detail) (l Listing, err error) {
	if s.Kernel == nil {
		if failed := s.dialled(func(s *Source) { l, err = s.Query(name, detail) }); failed != nil {
			err = failed
		}
		return l, err
	}
	q, err := s.query(name, detail)
	return q.Listing, err
}

// deviceBehind is the name of the device that has another one as an alternative
// name (ip link property add): SIOCGIFCONF and the files of /proc/net know the
// device's own alone.
func (s *Source) deviceBehind(name string) string {
	d, ok := s.Kernel.(Dumper)
	if !ok || deviceOf(name) != name {
		return name
	}
	index, err := s.Kernel.Index(name)
	if err != nil {
		return name
	}
	device, err := d.Name(index)
	if err != nil {
		return name
	}
	return device
}

// note keeps an error of a reader: a malformed line, or the end of reading.
// It tells whether reading goes on.
func (l *Listing) note(err error) bool {
	if _, malformed := errors.AsType[*procnet.LineError](err); malformed {
		if len(l.Malformed) < maxMalformed {
			l.Malformed = append(l.Malformed, err)
		}
		return true
	}
	return err == nil
}
