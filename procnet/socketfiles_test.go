package procnet

import (
	"encoding/binary"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"net/netip"
	"strings"
	"testing"
)

const (
	socketTitles = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
	unixTitles   = "Num       RefCount Protocol Flags    Type St Inode Path\n"
	epsTitles    = " ENDPT     SOCK   STY SST HBKT LPORT   UID INODE LADDRS\n"
	assocsTitles = " ASSOC     SOCK   STY SST ST HBKT ASSOC-ID TX_QUEUE RX_QUEUE UID INODE LPORT RPORT LADDRS <-> RADDRS HBINT\n"
	masqTitles   = "Prc FromIP   FPrt ToIP     TPrt Masq Init-seq  Delta PDelta Expires (free=40955,40960,40960)\n"
	nrTitles     = "user_addr dest_node src_node  dev    my  your  st  vs  vr  va    t1     t2     t4      idle   n2  wnd Snd-Q Rcv-Q inode\n"
	roseTitles   = "dest_addr  dest_call src_addr   src_call  dev   lci neigh st vs vr va   t  t1  t2  t3  hb    idle Snd-Q Rcv-Q inode\n"
	x25skTitles  = "dest_addr  src_addr   dev   lci st vs vr va   t  t2 t21 t22 t23 Snd-Q Rcv-Q inode\n"
	ipxskTitles  = "Local_Address               Remote_Address              Tx_Queue  Rx_Queue  State  Uid\n"
)

// words6 is an IPv6 address as the kernel prints its words.
func words6(a netip.Addr) string {
	b := a.As16()
	text := ""
	for i := 0; i < len(b); i += 4 {
		text += fmt.Sprintf("%08X", binary.NativeEndian.Uint32(b[i:]))
	}
	return text
}

func wordsOf(a netip.Addr) string {
	if a.Is4() {
		return word4(a)
	}
	return words6(a)
}

// net/ipv4/tcp_ipv4.c, get_tcp4_sock; udp.c, raw.c and those of IPv6 are alike
func socketFile(read func(io.Reader) iter.Seq2[Socket, error], random func(*rand.Rand) netip.Addr) kernel[Socket] {
	return kernel[Socket]{
		read: read, limit: socketLine, titles: socketTitles,
		line: func(s Socket) string {
			return fmt.Sprintf("%4d: %s:%04X %s:%04X %02X %08X:%08X %02X:%08X %08X %5d %8d %d 1 0000000000000000 100 0 0 10 0\n", 0,
				wordsOf(s.Local.Addr()), s.Local.Port(), wordsOf(s.Remote.Addr()), s.Remote.Port(), s.State, s.TxQueue, s.RxQueue,
				s.Timer, s.Expires, s.Retransmits, s.UID, s.Probes, s.Inode)
		},
		random: func(r *rand.Rand) Socket {
			end := func() netip.AddrPort { return netip.AddrPortFrom(random(r), uint16(r.Uint32())) }
			n := func() uint64 { return r.Uint64() >> (r.Uint32() % 64) }
			return Socket{end(), end(), r.Uint32N(13), n(), n(), r.Uint32N(6), n(), n(), r.Uint32(), randomInt(r), n()}
		},
	}
}

// net/unix/af_unix.c, unix_seq_show
func unixFile() kernel[UnixSocket] {
	return kernel[UnixSocket]{
		read: func(r io.Reader) iter.Seq2[UnixSocket, error] {
			_, rows := UnixSockets(r)
			return rows
		},
		limit: socketLine, titles: unixTitles,
		line: func(u UnixSocket) string {
			path := ""
			if u.Path != "" {
				path = " " + u.Path
			}
			return fmt.Sprintf("0000000000000000: %08X %08X %08X %04X %02X %5d%s\n", u.RefCount, u.Protocol, u.Flags, u.Type, u.State, u.Inode, path)
		},
		random: func(r *rand.Rand) UnixSocket {
			path := [...]string{"", "/run/a b", "@abs@tract", "/run/" + strings.ReplaceAll(randomName(r), "\r", "")}[r.IntN(4)]
			return UnixSocket{uint64(r.Uint32()), 0, uint64(r.Uint32()), r.Uint32N(6), r.Uint32N(5), r.Uint64() >> (r.Uint32() % 64), path}
		},
	}
}

// net/sctp/proc.c, sctp_eps_seq_show
func epsFile() kernel[SCTPEndpoint] {
	return kernel[SCTPEndpoint]{
		read: SCTPEndpoints, limit: socketLine, titles: epsTitles,
		line: func(e SCTPEndpoint) string {
			return fmt.Sprintf("0 0 2   %-3d 29   %-5d %5d %5d %s\n", e.State, e.Port, e.UID, e.Inode, e.Addrs)
		},
		random: func(r *rand.Rand) SCTPEndpoint {
			return SCTPEndpoint{r.Uint32N(12), r.Uint32N(1 << 16), r.Uint32(), r.Uint64(), random4(r).String()}
		},
	}
}

// net/sctp/proc.c, sctp_assocs_seq_show
func assocsFile() kernel[SCTPAssociation] {
	return kernel[SCTPAssociation]{
		read: SCTPAssociations, limit: socketLine, titles: assocsTitles,
		line: func(a SCTPAssociation) string {
			return fmt.Sprintf("0 0 2   %-3d %-3d 0    4 %8d %8d %7d %5d %-5d %5d  %s <-> %s \t    7500\n", a.State, 3,
				a.TxQueue, a.RxQueue, a.UID, a.Inode, a.LocalPort, a.RemotePort, a.Local, a.Remote)
		},
		random: func(r *rand.Rand) SCTPAssociation {
			n := r.Uint32
			return SCTPAssociation{n() % 12, n(), n(), n(), r.Uint64(), n() >> 16, n() >> 16, random4(r).String(), "*" + random4(r).String()}
		},
	}
}

// net/ipv6/mcast.c, igmp6_mc_seq_show
func igmp6File() kernel[Group] {
	return kernel[Group]{
		read: Groups6, limit: socketLine,
		line: func(g Group) string {
			return fmt.Sprintf("%-4d %s %s %5d %08X %d\n", g.Index, left(g.Device, 15), hex6(g.Addr), g.Users, 4, 0)
		},
		random: func(r *rand.Rand) Group { return Group{r.Int32(), randomName(r), randomInt(r), random6(r)} },
	}
}

// net/core/net-procfs.c, dev_mc_seq_show
func devMcastFile() kernel[LinkGroup] {
	return kernel[LinkGroup]{
		read: LinkGroups, limit: 1022,
		line: func(g LinkGroup) string {
			return fmt.Sprintf("%-4d %s %-5d %-5d %s\n", g.Index, left(g.Device, 15), g.Users, g.Global, g.HWAddr)
		},
		random: func(r *rand.Rand) LinkGroup {
			return LinkGroup{r.Int32(), randomName(r), randomInt(r), randomInt(r), fmt.Sprintf("%012x", randomHW(r))}
		},
	}
}

// net/ipv4/ip_masq.c of 2.2, ip_masq_procinfo
func masqueradeFile() kernel[Masqueraded] {
	net := func(a netip.Addr) uint32 { b := a.As4(); return binary.BigEndian.Uint32(b[:]) }
	return kernel[Masqueraded]{
		read: func(r io.Reader) iter.Seq2[Masqueraded, error] {
			_, rows := Masquerade(r)
			return rows
		},
		limit: 1022, titles: masqTitles,
		line: func(m Masqueraded) string {
			return fmt.Sprintf("%s %08X:%04X %08X:%04X %04X %08X %6d %6d %7d\n", m.Protocol, net(m.From.Addr()), m.From.Port(),
				net(m.To.Addr()), m.To.Port(), m.Port, m.Sequence, m.Delta, m.PrevDelta, m.Expires)
		},
		random: func(r *rand.Rand) Masqueraded {
			end := func() netip.AddrPort { return netip.AddrPortFrom(random4(r), uint16(r.Uint32())) }
			return Masqueraded{"TCP", end(), end(), uint16(r.Uint32()), r.Uint32(), randomInt(r), randomInt(r), r.Uint64()}
		},
	}
}

// net/netrom/af_netrom.c, nr_info_show
func nrFile() kernel[RadioSocket] {
	return kernel[RadioSocket]{
		read: NetromSockets, limit: 1022, titles: nrTitles,
		line: func(s RadioSocket) string {
			return fmt.Sprintf("%s%s%s%s 01/02 03/04 %2d %3d %3d 0 0/10 0/2 0/30 0/900 0/3 4 %d %d %d\n", left(s.User, 10), left(s.Dest, 10),
				left(s.Source, 10), s.Device, s.State, s.VS, s.VR, s.TxQueue, s.RxQueue, s.Inode)
		},
		random: func(r *rand.Rand) RadioSocket {
			n := r.Uint64
			return RadioSocket{randomCall(r), randomCall(r), randomCall(r), "nr0", r.Int32N(4), r.Int32N(99), r.Int32N(99), n(), n(), n()}
		},
	}
}

// net/ax25/af_ax25.c, ax25_info_show
func ax25socketFile() kernel[RadioSocket] {
	return kernel[RadioSocket]{
		read: AX25Sockets, limit: 1022,
		line: func(s RadioSocket) string {
			return fmt.Sprintf("ffff888012345678 %s %s %s %d %d %d 0 0 10 0 3 0 300 0 0 0 10 0 2 256 %d %d %d\n", s.Device, s.Source, s.Dest,
				s.State, s.VS, s.VR, s.TxQueue, s.RxQueue, s.Inode)
		},
		random: func(r *rand.Rand) RadioSocket {
			n := r.Uint64
			return RadioSocket{"", randomCall(r), randomCall(r), "ax0", r.Int32N(5), r.Int32N(99), r.Int32N(99), n(), n(), n()}
		},
	}
}

// net/rose/af_rose.c, rose_info_show
func roseFile() kernel[ROSESocket] {
	return kernel[ROSESocket]{
		read: ROSESockets, limit: 1022, titles: roseTitles,
		line: func(s ROSESocket) string {
			return fmt.Sprintf("%s %s %s %s %-5s %3.3d %5.5d  %d  0  0  0\n", left(s.DestAddr, 10), left(s.DestCall, 9), left(s.SourceAddr, 10),
				left(s.SourceCall, 9), s.Device, s.LCI, s.Neighbour, s.State)
		},
		random: func(r *rand.Rand) ROSESocket {
			return ROSESocket{"2080175524", randomCall(r), "2080175523", randomCall(r), "rose0", r.Int32N(4096), r.Int32N(9999), r.Int32N(4)}
		},
	}
}

// net/x25/x25_proc.c, x25_seq_socket_show
func x25socketFile() kernel[X25Socket] {
	return kernel[X25Socket]{
		read: X25Sockets, limit: 1022, titles: x25skTitles,
		line: func(s X25Socket) string {
			return fmt.Sprintf("%s %s %-5s %3.3d  %d  %d  %d  0   0   3 200 180 180 %5d %5d\n", left(s.Dest, 10), left(s.Source, 10), s.Device, s.LCI,
				s.State, s.VS, s.VR, s.TxQueue, s.RxQueue)
		},
		random: func(r *rand.Rand) X25Socket {
			return X25Socket{"*", "0987654321", "x25d0", r.Int32N(999), r.Int32N(5), r.Int32N(8), r.Int32N(8), r.Int32(), r.Int32()}
		},
	}
}

// net/ipx/ipx_proc.c of 4.17, ipx_seq_socket_show
func ipxsocketFile() kernel[IPXSocket] {
	addr := func(a IPXAddr) string { return fmt.Sprintf("%08X:%012X:%04X", a.Network, a.Node[:], a.Port) }
	return kernel[IPXSocket]{
		read: IPXSockets, limit: 1022, titles: ipxskTitles,
		line: func(s IPXSocket) string {
			return fmt.Sprintf("%s  %s  %08X  %08X  %02X     %03d\n", addr(s.Local), addr(s.Remote), s.TxQueue, s.RxQueue, s.State, s.UID)
		},
		random: func(r *rand.Rand) IPXSocket {
			one := func() IPXAddr { return IPXAddr{r.Uint32(), randomHW(r), uint16(r.Uint32())} }
			return IPXSocket{one(), one(), r.Uint32(), r.Uint32(), r.Uint32N(8), r.Uint32()}
		},
	}
}

func tcpFile() kernel[Socket]  { return socketFile(TCPSockets, random4) }
func udp6File() kernel[Socket] { return socketFile(UDPSockets, random6) }

func TestSocketAllocs(t *testing.T) {
	t.Run("tcp", tcpFile().allocs)
	t.Run("udp6", udp6File().allocs)
	t.Run("unix", unixFile().allocs)
	t.Run("igmp6", igmp6File().allocs)
	t.Run("nr", nrFile().allocs)
	t.Run("ax25", ax25socketFile().allocs)
	t.Run("rose", roseFile().allocs)
	t.Run("x25", x25socketFile().allocs)
	t.Run("ipx", ipxsocketFile().allocs)
	t.Run("ip_masquerade", masqueradeFile().allocs)
	t.Run("dev_mcast", devMcastFile().allocs)
	t.Run("sctp/eps", epsFile().allocs)
	t.Run("sctp/assocs", assocsFile().allocs)
}

func BenchmarkSocketFiles(b *testing.B) {
	b.Run("tcp", tcpFile().benchShort)
	b.Run("udp6", udp6File().benchShort)
	b.Run("unix", unixFile().benchShort)
	b.Run("igmp6", igmp6File().benchShort)
	b.Run("dev_mcast", devMcastFile().benchShort)
	b.Run("sctp/eps", epsFile().benchShort)
	b.Run("sctp/assocs", assocsFile().benchShort)
	b.Run("ip_masquerade", masqueradeFile().benchShort)
	b.Run("nr", nrFile().benchShort)
	b.Run("ax25", ax25socketFile().benchShort)
	b.Run("rose", roseFile().benchShort)
	b.Run("x25", x25socketFile().benchShort)
	b.Run("ipx", ipxsocketFile().benchShort)
}

func FuzzTCPSockets(f *testing.F) {
	tcpFile().fuzz(f, "", "0: 0100007F:0016 00000000:0000 0A 0:0 0:0 0\n", "1: 1:1 2\n")
}
func FuzzUDPSockets(f *testing.F) { udp6File().fuzz(f, "", "0: 7F:16 0:0 7 0:0 0:0\n") }
func FuzzUnixSockets(f *testing.F) {
	unixFile().fuzz(f, "", "(____ptrval____): 2 0 10000 1 1 12 /a  b\n")
}
func FuzzSCTPEndpoints(f *testing.F) { epsFile().fuzz(f, "", "a b 2 10 29 7 0 9\n") }
func FuzzSCTPAssociations(f *testing.F) {
	assocsFile().fuzz(f, "", "a b 2 10 3 29 7 0 9 1 2 3 4 10.0.0.1 <-> *10.0.0.2\n")
}
func FuzzGroups6(f *testing.F)    { igmp6File().fuzz(f, "", "2 eth0\n") }
func FuzzLinkGroups(f *testing.F) { devMcastFile().fuzz(f, "", "2 eth0 1\n") }
func FuzzMasquerade(f *testing.F) { masqueradeFile().fuzz(f, "", "TCP 1:2 3:4 5\n") }
func FuzzNetromSockets(f *testing.F) {
	nrFile().fuzz(f, "", "*         *         GAMMA-3   nr0 0 0 1\n", "\xc3\xa9        \xc2\x85       *         nr0 my your  0   0   1\n")
}
func FuzzAX25Sockets(f *testing.F) {
	ax25socketFile().fuzz(f, "", "1 ax0 A B,C 1 7 6 5 0 10 0 3 0 300 0 0 0 10 0 2 256 * * *\n")
}
func FuzzROSESockets(f *testing.F) { roseFile().fuzz(f, "", "short line\n") }
func FuzzX25Sockets(f *testing.F) {
	x25socketFile().fuzz(f, "", "*          5555       ???   000 0 0 0\n")
}
func FuzzIPXSockets(f *testing.F) {
	ipxsocketFile().fuzz(f, "", "00000001:0000DEADBEEF:0140  Not_Connected 0 0 07 000\n")
}
