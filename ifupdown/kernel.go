package ifupdown

import (
	"errors"
	"net/netip"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// Kernel is what the commands ask of a socket; *ioctl.Conn is one. Each is
// the method of that name, where it is said what it does and how it fails.
type Kernel interface {
	Index(name string) (int, error)
	Flags(name string) (ioctl.Flags, error)
	SetFlags(name string, flags ioctl.Flags) error
	MTU(name string) (int32, error)
	SetMTU(name string, mtu int32) error
	HardwareAddr(name string) (ioctl.HardwareAddr, error)
	SetHardwareAddr(name string, addr ioctl.HardwareAddr) error
	Rename(name, to string) error
	Addr(name string) (netip.Addr, error)
	InetAddrs() ([]ioctl.InetAddr, error)
	Interfaces() ([]ioctl.InterfaceAddr, error)
	InetBeside(kind ioctl.AddrKind, name string, addr netip.Addr) (netip.Addr, error)
	SetAddr(name string, addr netip.Addr) error
	SetNetmask(name string, mask netip.Addr) error
	SetBroadcast(name string, addr netip.Addr) error
	SetDstAddr(name string, addr netip.Addr) error
	AddRoute(ioctl.Route) error
	DelRoute(ioctl.Route) error
	AddAddr6(index int, addr netip.Addr, prefixLen uint32) error
	DelAddr6(index int, addr netip.Addr, prefixLen uint32) error
	AddRoute6(ioctl.Route6) error
	DelRoute6(ioctl.Route6) error
	Devices
	Close() error
}

// The address families of sockets.
const (
	familyInet  = unix.AF_INET
	familyInet6 = unix.AF_INET6
)

// dial returns the run's socket of a family.
func (c *command) dial(family int) (Kernel, error) {
	for _, s := range c.sockets {
		if s.family == family {
			return s.kernel, nil
		}
	}
	k, err := c.env.Dial(family)
	if err == nil {
		c.sockets = append(c.sockets, socket{family, k})
	}
	return k, err
}

type socket struct {
	family int
	kernel Kernel
}

// close closes the run's sockets and files.
func (c *command) close() {
	closeStore(c.store) //nolint:errcheck // what was written is
	for _, s := range c.sockets {
		s.kernel.Close()
	}
}

// unless is err, or nil where its reason is one of those that mean that there
// is nothing left to do.
func unless(err error, done ...unix.Errno) error {
	for _, errno := range done {
		if errors.Is(err, errno) {
			return nil
		}
	}
	return err
}
