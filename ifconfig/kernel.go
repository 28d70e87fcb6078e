package ifconfig

import (
	"net/netip"

	"golang.org/x/sys/unix"

	"classicnet/internal/host"
	"classicnet/ioctl"
	"classicnet/tool"
)

// Kernel is what the tool asks of a socket; *ioctl.Conn is one. Errors are
// *ioctl.Error.
type Kernel interface {
	Getter
	Setter
	Close() error
}

// Getter are the requests of a listing, each the method of *ioctl.Conn that has its
// name, where it is said what it tells and how it fails.
type Getter interface {
	Interfaces() ([]ioctl.InterfaceAddr, error)
	Flags(name string) (ioctl.Flags, error)
	HardwareAddr(name string) (ioctl.HardwareAddr, error)
	Metric(name string) (int32, error)
	MTU(name string) (int32, error)
	TxQueueLen(name string) (int32, error)
	Map(name string) (ioctl.Map, error)
	Keepalive(name string) (uint32, error)
	Outfill(name string) (uint32, error)
	Addr(name string) (netip.Addr, error)
	DstAddr(name string) (netip.Addr, error)
	Broadcast(name string) (netip.Addr, error)
	Netmask(name string) (netip.Addr, error)
	InetBeside(kind ioctl.AddrKind, name string, addr netip.Addr) (netip.Addr, error)
	FamilyAddr(name string, ask ioctl.Sockaddr) (ioctl.Sockaddr, error)
	Index(name string) (int, error)
}

// Dumper is a Getter that can tell all IPv4 addresses at once, with the interface
// that has each; *ioctl.Conn is one. Where it isn't, or the kernel refuses, a
// listing asks for each address: what only a Dumper knows is then missing.
type Dumper interface {
	InetAddrs() ([]ioctl.InetAddr, error)
	// Name returns the name of the interface with that number.
	Name(index int) (string, error)
}

// Setter are the requests that change something, each the method of *ioctl.Conn that
// has its name.
type Setter interface {
	SetFlags(name string, flags ioctl.Flags) error
	SetSockaddr(kind ioctl.AddrKind, name string, addr ioctl.Sockaddr) error
	SetHardwareAddr(name string, addr ioctl.HardwareAddr) error
	SetMetric(name string, metric int32) error
	SetMTU(name string, mtu int32) error
	SetTxQueueLen(name string, packets int32) error
	SetMap(name string, m ioctl.Map) error
	SetKeepalive(name string, seconds int32) error
	SetOutfill(name string, seconds int32) error
	Rename(name, to string) error
	AddAddr6(index int, addr netip.Addr, prefixLen uint32) error
	DelAddr6(index int, addr netip.Addr, prefixLen uint32) error
	SetDstAddr6(index int, addr netip.Addr, prefixLen uint32) error
}

// Env is all of the world that Main touches: the streams, files, name service
// and environment that tool.Env names, and the way to the kernel.
type Env struct {
	tool.Env
	// Dial opens a socket of an address family (unix.AF_INET ...); AF_UNSPEC
	// stands for descriptor 0, standard input. Its error is an *ioctl.Error.
	// nil is a kernel without any.
	Dial func(family int) (Kernel, error)
}

// System is the Env of a real command.
func System() *Env {
	return &Env{Env: host.Env(), Dial: dial}
}

// dial gives the word unspec what it always had: it never had a socket of its own,
// its requests go to standard input, so they fail with the errno of what that is.
func dial(family int) (Kernel, error) {
	if family == unix.AF_UNSPEC {
		return ioctl.Descriptor(0), nil
	}
	c, err := ioctl.OpenFamily(family)
	if err != nil {
		return nil, err // a nil *ioctl.Conn would be a Kernel that isn't nil
	}
	return c, nil
}
