package ioctltest

import (
	"net/netip"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/procnet"
)

// Interface is a network interface as one sees it by requests and in files.
type Interface struct {
	Name  string // at most 15 bytes
	Index int    // its number, from 1
	// Flags are those of SIOCGIFFLAGS but FlagRunning, which an interface that
	// is up has unless NoCarrier is set.
	Flags      ioctl.Flags
	NoCarrier  bool               // the link isn't there
	HwAddr     ioctl.HardwareAddr // link type and address
	MTU        int32              // bytes
	TxQueueLen int32              // packets
	Map        ioctl.Map          // its place on the bus
	Stats      procnet.Stats      // the counters of /proc/net/dev

	Addrs  []Addr  // IPv4, in the kernel's order
	Addrs6 []Addr6 // in the order in which they came

	// Others are the addresses of other families by what is asked for them: the
	// family, and what SIOCGIFADDR reads of the rest.
	Others map[ioctl.Sockaddr]ioctl.Sockaddr

	MinMTU, MaxMTU int32 // the range of MTU; no upper end where MaxMTU is 0
	NoHwAddr       bool  // the address can't be set: EOPNOTSUPP
	BusyHwAddr     bool  // nor while it is up: EBUSY
	SetsMap        bool  // SIOCSIFMAP isn't EOPNOTSUPP

	SLIP               bool   // there are the two timers of a SLIP line
	Keepalive, Outfill uint32 // seconds

	Driver *ioctl.Driver // nil: it doesn't say

	Groups map[[14]byte]int // link-layer groups that were joined, and how often
	MII    *MII             // nil: no transceiver to ask
	PLIP   *ioctl.PLIP      // nil: no parallel line
	Tunnel *ioctl.Tunnel    // nil: no tunnel
	Bridge *Bridge          // nil: no bridge
	VLAN   *VLAN            // nil: no VLAN
	Bond   *Bond            // nil: no bond
	Tun    *TunDevice       // nil: not one of the tun driver

	proxyARP bool
}

// MII is a transceiver.
type MII struct {
	PHY       uint16     // its number
	Registers [32]uint16 // as SIOCGMIIREG reads them
	NoRead    []uint16   // registers that the driver doesn't read: EIO
	NoWrite   bool       // it writes none: EPERM
}

// Addr is an IPv4 address of an interface.
type Addr struct {
	// Label is the interface's name or one that starts with it and a colon; in
	// Add "" stands for the first.
	Label string
	Local netip.Addr // the address
	// Peer is the other end of a point-to-point link, else Local. In Add the
	// zero Addr stands for Local.
	Peer netip.Addr
	// Broadcast is 0.0.0.0 where none is set. In Add the zero Addr stands for
	// the net's where the interface can broadcast.
	Broadcast netip.Addr
	// Mask is the netmask. In Add the zero Addr stands for that of the address's
	// class.
	Mask netip.Addr
	// Secondary tells that the net has an earlier address on the interface.
	Secondary bool

	scope uint8
}

// Addr6 is an IPv6 address of an interface.
type Addr6 struct {
	Addr      netip.Addr // IPv6
	PrefixLen int        // 0 to 128
	// Flags are those of /proc/net/if_inet6, IFA_F_ of <linux/if_addr.h>. An
	// address that a request has made is IFA_F_PERMANENT.
	Flags uint32

	alone bool // it makes no route to its net
}

// Loopback is the interface lo of a new namespace: down, without addresses.
func Loopback() Interface {
	return Interface{
		Name: "lo", Flags: ioctl.FlagLoopback, MTU: 65536, TxQueueLen: 1000,
		HwAddr: ioctl.HardwareAddr{Type: unix.ARPHRD_LOOPBACK},
	}
}

// Ethernet is a card that is down and has no address.
func Ethernet(name string, mac [6]byte) Interface {
	i := Interface{
		Name: name, Flags: ioctl.FlagBroadcast | ioctl.FlagMulticast,
		MTU: 1500, TxQueueLen: 1000, MinMTU: 68, MaxMTU: 65535,
		HwAddr: ioctl.HardwareAddr{Type: unix.ARPHRD_ETHER},
	}
	copy(i.HwAddr.Data[:], mac[:])
	return i
}

// flags are what SIOCGIFFLAGS returns.
func (d *Interface) flags() ioctl.Flags {
	flags := d.Flags &^ ioctl.FlagRunning
	if flags&ioctl.FlagUp != 0 && !d.NoCarrier {
		flags |= ioctl.FlagRunning
	}
	return flags
}

func (d *Interface) isUp() bool { return d.Flags&ioctl.FlagUp != 0 }

// loops tells whether an interface is the loopback one.
func (d *Interface) loops() bool { return d != nil && d.Flags&ioctl.FlagLoopback != 0 }

// label is the first address that carries a label, -1 for none.
func (d *Interface) label(name string) int {
	for i := range d.Addrs {
		if d.Addrs[i].Label == name {
			return i
		}
	}
	return -1
}
