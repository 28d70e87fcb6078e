package dns

import (
	"net/netip"
	"sync"

	"classicnet/tool"

	"golang.org/x/sys/unix"
)

// guarded asks nothing where the runtime's poller can't be had: without it the
// first connection, file or timer ends the process with a dump of goroutines.
type guarded struct {
	tool.DNS
	poller func() error
}

func guard(d tool.DNS) tool.DNS { return guarded{d, sync.OnceValue(tryPoller)} }

// Ready tells why nothing can be asked; nil means that something can.
func (g guarded) Ready() error { return g.poller() }

func (g guarded) LookupIP(end <-chan struct{}, name string, v6 bool) ([]netip.Addr, error) {
	if err := g.Ready(); err != nil {
		return nil, err
	}
	return g.DNS.LookupIP(end, name, v6)
}

func (g guarded) LookupName(end <-chan struct{}, a netip.Addr) (string, error) {
	if err := g.Ready(); err != nil {
		return "", err
	}
	return g.DNS.LookupName(end, a)
}

// spareDescriptors is what must be left beside the poller's own two: for a
// file, a connection, and what the rest of the program opens at that time.
const spareDescriptors = 4

// tryPoller tells why descriptors like those of the poller can't be had.
func tryPoller() error {
	poll, err := unix.EpollCreate1(unix.EPOLL_CLOEXEC)
	if err != nil {
		return err
	}
	defer unix.Close(poll)
	event, err := unix.Eventfd(0, unix.EFD_CLOEXEC|unix.EFD_NONBLOCK)
	if err != nil {
		return err
	}
	defer unix.Close(event)
	for range spareDescriptors {
		spare, err := unix.FcntlInt(uintptr(poll), unix.F_DUPFD_CLOEXEC, 0)
		if err != nil {
			return err
		}
		defer unix.Close(spare)
	}
	return nil
}
