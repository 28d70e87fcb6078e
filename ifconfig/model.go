package ifconfig

import (
	"net/netip"

	"classicnet/ioctl"
	"classicnet/procnet"
)

// Interface is what the kernel tells of one interface or alias: all that a
// listing shows.
type Interface struct {
	// Name is the device's name or, of an alias, "device:label".
	Name string
	// Hw is link type and hardware address (SIOCGIFHWADDR). Type is 0xffff
	// (ARPHRD_VOID) where the kernel refused to tell.
	Hw ioctl.HardwareAddr
	// Flags are those of SIOCGIFFLAGS.
	Flags ioctl.Flags
	// MTU is in bytes; 0 where the kernel refused to tell.
	MTU int32
	// Metric is what SIOCGIFMETRIC says, which listings show as at least 1.
	Metric int32
	// TxQueueLen is in packets; -1 where the kernel refused to tell.
	TxQueueLen int32
	// Outfill and Keepalive are timeouts of SLIP lines in seconds, 0 elsewhere.
	Outfill, Keepalive uint32
	// Map is where the card sits on its bus (SIOCGIFMAP).
	Map ioctl.Map

	// Addr is the IPv4 address that carries Name as its label. Peer, Broadcast
	// and Netmask belong to it. Each is the zero Addr where the kernel told
	// none; Peer is asked for on point-to-point interfaces and Broadcast on
	// broadcast ones only.
	Addr, Peer, Broadcast, Netmask netip.Addr
	// Label is that of Addr where it isn't Name: the device's own name, where Name
	// is an alternative one.
	Label string
	// More are further IPv4 addresses with the label Name, and those of the device
	// Name whose label is no name of it. Only Everything asks for them: no classic
	// listing shows them.
	More []InetAddr
	// Stray marks a label without an interface: the kernel tells its addresses
	// (More) and not whose they are. Nothing else is known.
	Stray bool
	// Inet6 are the IPv6 addresses in the order of /proc/net/if_inet6; an alias
	// has none.
	Inet6 []procnet.Inet6Addr
	// Inet6Unknown tells that there may be IPv6 addresses: the file couldn't be
	// opened, and not because the kernel has no IPv6.
	Inet6Unknown bool
	// Others are addresses of families that most kernels lack.
	Others []OtherAddr

	// Stats are the counters of /proc/net/dev; nil where that has no line for
	// Name, as for every alias.
	Stats *procnet.Stats
}

// InetAddr is an IPv4 address with what belongs to it, as in Interface, and its
// label. What can't be told from that of another address is the zero Addr.
type InetAddr struct {
	Addr, Peer, Broadcast, Netmask netip.Addr // Peer on point-to-point links alone
	Label                          string     // the interface's name, or one of one's own
}

// unknownType is the link type of an interface that doesn't tell its own,
// ARPHRD_VOID. It shows as UNSPEC.
const unknownType = 0xffff
