package procnet

import (
	"fmt"
	"math/rand/v2"

	"classicnet/netflag"
)

// The files as Linux writes them; the formats are those of the functions that
// are named.

// net/core/net-procfs.c, dev_seq_printf_stats
func devFile() kernel[Interface] {
	return kernel[Interface]{
		read: Interfaces, limit: 511, titles: devTitles,
		line: func(i Interface) string {
			s := i.Stats
			return fmt.Sprintf("%s: %7d %7d %4d %4d %4d %5d %10d %9d %8d %7d %4d %4d %4d %5d %7d %10d\n", right(i.Name, 6),
				s.RxBytes, s.RxPackets, s.RxErrors, s.RxDropped, s.RxFIFO, s.RxFrame, s.RxCompressed, s.RxMulticast,
				s.TxBytes, s.TxPackets, s.TxErrors, s.TxDropped, s.TxFIFO, s.TxCollisions, s.TxCarrier, s.TxCompressed)
		},
		random: func(r *rand.Rand) Interface {
			n := func() uint64 { return r.Uint64() >> (r.Uint32() % 64) }
			return Interface{randomName(r), Stats{n(), n(), n(), n(), n(), n(), n(), n(), n(), n(), n(), n(), n(), n(), n(), n()}}
		},
	}
}

// net/ipv6/addrconf.c, if6_seq_show
func inet6File() kernel[Inet6Addr] {
	return kernel[Inet6Addr]{
		read: Inet6Addrs, limit: 1022, titles: "",
		line: func(a Inet6Addr) string {
			return fmt.Sprintf("%s %02x %02x %02x %02x %s\n", hex6(a.Addr), a.Index, a.PrefixLen, a.Scope, a.Flags, right(a.Name, 8))
		},
		random: func(r *rand.Rand) Inet6Addr {
			return Inet6Addr{random6(r), r.Uint32() >> (r.Uint32() % 32), r.Uint32N(129), r.Uint32N(256), r.Uint32N(256), randomName(r)}
		},
	}
}

// net/ipv4/fib_trie.c, fib_route_seq_show
func routeFile() kernel[Route] {
	return kernel[Route]{
		read: Routes, limit: 1022, titles: routeTitles,
		line: func(r Route) string {
			line := fmt.Sprintf("%s\t%s\t%s\t%04X\t%d\t%d\t%d\t%s\t%d\t%d\t%d", r.Iface, word4(r.Destination), word4(r.Gateway),
				uint32(r.Flags), r.RefCnt, r.Use, uint32(r.Metric), word4(r.Mask), r.MTU, uint32(r.Window), uint32(r.IRTT))
			return left(line, 127) + "\n"
		},
		random: func(r *rand.Rand) Route {
			n := func() int32 { return randomInt(r) }
			return Route{randomName(r), random4(r), random4(r), random4(r), netflag.Route(r.Uint32()), n(), n(), n(), n(), n(), n()}
		},
	}
}

// net/ipv6/route.c, rt6_info_route
func route6File() kernel[Route6] {
	return kernel[Route6]{
		read: Routes6, limit: 1022, titles: "",
		line: func(r Route6) string {
			return fmt.Sprintf("%s %02x %s %02x %s %08x %08x %08x %08x %s\n", hex6(r.Destination), r.PrefixLen, hex6(r.Source), r.SourceLen,
				hex6(r.NextHop), r.Metric, r.RefCnt, r.Use, uint32(r.Flags), right(r.Iface, 8))
		},
		random: func(r *rand.Rand) Route6 {
			n := r.Uint32
			return Route6{random6(r), r.Uint32N(129), random6(r), r.Uint32N(129), random6(r), n(), n(), n(), netflag.Route(n()), randomName(r)}
		},
	}
}

// net/ipv4/route.c, rt_cache_seq_show of 2.6, but for TOS, which it writes in
// hex and the classic tools read in decimal
func cacheFile22() kernel[CachedRoute] {
	return kernel[CachedRoute]{
		read: cached, limit: 1022, titles: cacheTitles22,
		line: func(r CachedRoute) string {
			return fmt.Sprintf("%s\t%s\t%s\t%8X\t%d\t%d\t%d\t%s\t%d\t%d\t%d\t%02d\t%d\t%1d\t%s\n", r.Iface, word4(r.Destination), word4(r.Gateway),
				r.Flags, r.RefCnt, r.Use, r.Metric, word4(r.Source), r.MTU, r.Window, r.IRTT, r.TOS, r.HHRef, r.HHUptod, word4(r.SpecDst))
		},
		random: func(r *rand.Rand) CachedRoute {
			to := randomCached(r)
			to.TOS, to.HHRef, to.HHUptod, to.SpecDst = randomInt(r), randomInt(r), randomInt(r), random4(r)
			return to
		},
	}
}

// net/ipv4/route.c, rt_get_info of 2.0
func cacheFile20() kernel[CachedRoute] {
	return kernel[CachedRoute]{
		read: cached, limit: 1022, titles: cacheTitles20,
		line: func(r CachedRoute) string {
			return fmt.Sprintf("%s\t%s\t%s\t%02X\t%d\t%d\t%d\t%s\t%d\t%d\t%d\t%d\t%1d\n", r.Iface, word4(r.Destination), word4(r.Gateway),
				r.Flags, r.RefCnt, r.Use, r.Metric, word4(r.Source), r.MTU, r.Window, r.IRTT, r.HH, r.ARP)
		},
		random: func(r *rand.Rand) CachedRoute {
			to := randomCached(r)
			to.HH, to.ARP = randomInt(r), randomInt(r)
			return to
		},
	}
}

func randomCached(r *rand.Rand) CachedRoute {
	n := func() int32 { return randomInt(r) }
	return CachedRoute{
		Iface: randomName(r), Source: random4(r), Destination: random4(r), Gateway: random4(r),
		Flags: r.Uint32(), RefCnt: n(), Use: n(), Metric: n(), MTU: n(), Window: n(), IRTT: n(),
	}
}

// net/ipv6/ndisc.c, ndisc_get_info of 2.4
func ndiscFile() kernel[Neighbour] {
	return kernel[Neighbour]{
		read: Neighbours, limit: 1022, titles: "",
		line: func(n Neighbour) string {
			return fmt.Sprintf("%s %02x %02x %02x %02x %08x %08x %08x %04x %04x %04x %s %x\n", hex6(n.Addr), n.Bucket, n.PrefixLen, n.Type, n.State,
				n.Used, n.Confirmed, n.ReachableTime, n.GCStaleTime, n.RefCnt, n.Flags, right(n.Iface, 8), n.HWAddr)
		},
		random: func(r *rand.Rand) Neighbour {
			return Neighbour{
				random6(r), r.Uint32N(32), 128, r.Uint32N(12), r.Uint32N(256), r.Uint64(), r.Uint64(), r.Uint64(), r.Uint64(),
				r.Uint32(), r.Uint32(), randomName(r), randomHW(r),
			}
		},
	}
}

// net/ipv4/arp.c, arp_format_neigh_entry
func arpFile() kernel[ARPEntry] {
	return kernel[ARPEntry]{
		read: ARP, limit: 1022, titles: arpTitles,
		line: func(a ARPEntry) string {
			return fmt.Sprintf("%-16s 0x%-10x0x%-10x%s     %s        %s\n", a.IP, a.Type, uint32(a.Flags), left(a.HWAddr, 17), a.Mask, a.Device)
		},
		random: func(r *rand.Rand) ARPEntry {
			hw := randomHW(r)
			text := fmt.Sprintf("%02x:%02x:%02x:%02x:%02x:%02x", hw[0], hw[1], hw[2], hw[3], hw[4], hw[5])
			return ARPEntry{random4(r), r.Uint32N(1 << 16), netflag.ARP(r.Uint32N(64)), text, "*", randomName(r)}
		},
	}
}
