package linktype

import "classicnet/internal/linkaddr"

// Who knows what: most rows are in all net-tools, token ring isn't in 2.10, and
// Ethernet's case divides them.
const (
	netTools1  = Classic | NetTools160 | RedHat
	netTools   = netTools1 | NetTools210
	everywhere = netTools | Busybox
	lowerMAC   = Classic | NetTools210
	upperMAC   = everywhere &^ lowerMAC
)

// table has the rows in the order of the usage lists. It is laid out statically.
var table = [...]Type{
	{ARPHRD: 772, Keyword: "loop", Title: "Local Loopback", in: everywhere},
	{ARPHRD: 256, Keyword: "slip", Title: "Serial Line IP", Keepalive: true, in: netTools},
	{ARPHRD: 257, Keyword: "cslip", Title: "VJ Serial Line IP", Compressed: true, Keepalive: true, in: netTools},
	{ARPHRD: 258, Keyword: "slip6", Title: "6-bit Serial Line IP", Keepalive: true, in: netTools},
	{ARPHRD: 259, Keyword: "cslip6", Title: "VJ 6-bit Serial Line IP", Compressed: true, Keepalive: true, in: netTools},
	{ARPHRD: 264, Keyword: "adaptive", Title: "Adaptive Serial Line IP", Keepalive: true, in: netTools},
	{ARPHRD: 781, Keyword: "ash", Title: "Ash", Append: appendAsh, ARP: true, Overreads: true, in: NetTools210},
	{ARPHRD: 1, Keyword: "ether", Title: "Ethernet", Append: appendLowerMAC, Parse: parseEther, ARP: true, in: lowerMAC},
	{ARPHRD: 1, Keyword: "ether", Title: "Ethernet", Append: appendUpperMAC, Parse: parseEther, ARP: true, in: upperMAC},
	{ARPHRD: 6, Keyword: "tr", Title: "16/4 Mbps Token Ring", Append: appendUpperMAC, Parse: parseMAC, ARP: true, in: netTools1},
	{ARPHRD: 800, Keyword: "tr", Title: "16/4 Mbps Token Ring (New)", Append: appendUpperMAC, Parse: parseMAC, ARP: true, in: netTools1},
	{ARPHRD: 3, Keyword: "ax25", Title: "AMPR AX.25", Append: linkaddr.AppendCallsign, Parse: linkaddr.ParseCallsign, ARP: true, in: netTools},
	{ARPHRD: 0, Keyword: "netrom", Title: "AMPR NET/ROM", Append: linkaddr.AppendCallsign, Parse: linkaddr.ParseCallsign, ARP: true, in: netTools},
	{ARPHRD: 270, Keyword: "rose", Title: "AMPR ROSE", Append: linkaddr.AppendRose, Parse: linkaddr.ParseRose, ARP: true, in: netTools},
	{ARPHRD: 768, Keyword: "tunnel", Title: "IPIP Tunnel", Append: appendNothing, Parse: parseNothing, in: netTools},
	{ARPHRD: 512, Keyword: "ppp", Title: "Point-to-Point Protocol", in: everywhere},
	{ARPHRD: 513, Keyword: "hdlc", Title: "(Cisco)-HDLC", in: netTools},
	{ARPHRD: 516, Keyword: "lapb", Title: "LAPB", in: netTools},
	{ARPHRD: 7, Keyword: "arcnet", Title: "ARCnet", Append: appendARCnet, Parse: parseARCnet, ARP: true, in: netTools},
	{ARPHRD: 15, Keyword: "dlci", Title: "Frame Relay DLCI", Append: linkaddr.AppendDLCI, ARP: true, in: netTools},
	{ARPHRD: 770, Keyword: "frad", Title: "Frame Relay Access Device", in: netTools},
	{ARPHRD: 776, Keyword: "sit", Title: "IPv6-in-IPv4", in: everywhere},
	{ARPHRD: 774, Keyword: "fddi", Title: "Fiber Distributed Data Interface", Append: appendDashedMAC, Parse: parseMAC, ARP: true, in: netTools},
	{ARPHRD: 780, Keyword: "hippi", Title: "HIPPI", Append: appendUpperMAC, Parse: parseMAC, ARP: true, in: netTools},
	{ARPHRD: 783, Keyword: "irda", Title: "IrLAP", Append: linkaddr.AppendIrDA, ARP: true, in: netTools},
	{ARPHRD: 782, Keyword: "ec", Title: "Econet", in: netTools},
	{ARPHRD: 271, Keyword: "x25", Title: "generic X.25", Append: appendX25, Parse: linkaddr.ParseX25, ARP: true, in: netTools},
	{ARPHRD: 27, Keyword: "eui64", Title: "Generic EUI-64", Append: appendEUI64, Parse: parseEUI64, ARP: true, in: NetTools210},
	{ARPHRD: 32, Keyword: "infiniband", Title: "InfiniBand", Append: appendInfiniBand, ARP: true, in: RedHat},
	{ARPHRD: 32, Keyword: "infiniband", Title: "InfiniBand", Append: appendUnspec, in: Busybox},
	// Without a name for these, busybox still shows their compressed packets.
	{ARPHRD: 257, Title: "UNSPEC", Append: appendUnspec, Compressed: true, in: Busybox},
	{ARPHRD: 259, Title: "UNSPEC", Append: appendUnspec, Compressed: true, in: Busybox},
}

// unspec stands for every type that a set doesn't know. Its number is
// ARPHRD_VOID, which says as much.
var unspec = Type{ARPHRD: 0xffff, Keyword: "unspec", Title: "UNSPEC", Append: appendUnspec}
