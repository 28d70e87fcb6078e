package procnet

import (
	"fmt"
	"math/rand/v2"

	"classicnet/netflag"
)

// net/ipx/ipx_proc.c, ipx_seq_route_show
func ipxFile() kernel[IPXRoute] {
	return kernel[IPXRoute]{
		read: IPXRoutes, limit: 1022, titles: ipxTitles,
		line: func(r IPXRoute) string {
			if r.Direct {
				return fmt.Sprintf("%08X   Directly     Connected\n", r.Network)
			}
			return fmt.Sprintf("%08X   %08X     %X\n", r.Network, r.RouterNet, r.RouterNode)
		},
		random: func(r *rand.Rand) IPXRoute {
			if r.IntN(2) == 0 {
				return IPXRoute{Network: r.Uint32(), Direct: true}
			}
			return IPXRoute{r.Uint32(), false, r.Uint32(), randomHW(r)}
		},
	}
}

// net/netrom/nr_route.c, nr_node_show
func nrNodesFile() kernel[NetromNode] {
	return kernel[NetromNode]{
		read: NetromNodes, limit: 1022, titles: nrNodesTitles,
		line: func(n NetromNode) string {
			line := fmt.Sprintf("%s %s  %d %d", left(n.Callsign, 9), left(n.Mnemonic, 7), n.Current, n.Count)
			for _, way := range n.Routes[:n.Count] {
				line += fmt.Sprintf("  %3d   %d %05d", way.Quality, way.Obsolescence, way.Neighbour)
			}
			return line + "\n"
		},
		random: func(r *rand.Rand) NetromNode {
			n := NetromNode{Callsign: randomCall(r), Mnemonic: []string{"*", "HOME", "MY NOD"}[r.IntN(3)], Count: r.IntN(4)}
			n.Current = 1 + r.Int32N(4)
			for i := range n.Count {
				n.Routes[i] = NetromRoute{r.Int32N(256), r.Int32N(7), r.Int32N(65536)}
			}
			return n
		},
	}
}

// net/netrom/nr_route.c, nr_neigh_show
func nrNeighFile() kernel[NetromNeighbour] {
	return kernel[NetromNeighbour]{
		read: NetromNeighbours, limit: 1022, titles: nrNeighTitles,
		line: func(n NetromNeighbour) string {
			return fmt.Sprintf("%05d %s %s  %3d    %d   %3d    %3d%s\n", n.Number, left(n.Callsign, 9), left(n.Device, 4),
				n.Quality, n.Locked, n.Count, n.Failed, digipeaters(n.Digipeaters))
		},
		random: func(r *rand.Rand) NetromNeighbour {
			return NetromNeighbour{
				r.Int32N(65536), randomCall(r), randomName(r), r.Int32N(256), r.Int32N(2),
				randomInt(r), randomInt(r), randomCalls(r),
			}
		},
	}
}

// digipeaters is " %s" for each of them.
func digipeaters(calls string) string {
	if calls == "" {
		return ""
	}
	return " " + calls
}

// net/ax25/ax25_route.c, ax25_rt_seq_show
func ax25File() kernel[AX25Route] {
	return kernel[AX25Route]{
		read: AX25Routes, limit: 1022, titles: ax25Titles,
		line: func(r AX25Route) string {
			return left(r.Callsign, 9) + " " + left(r.Device, 4) + "   " + right(r.Mode, 2) + digipeaters(r.Digipeaters) + "\n"
		},
		random: func(r *rand.Rand) AX25Route {
			return AX25Route{randomCall(r), randomName(r), []string{"vc", "dg", "*"}[r.IntN(3)], randomCalls(r)}
		},
	}
}

// net/x25/x25_proc.c, x25_seq_route_show
func x25File() kernel[X25Route] {
	return kernel[X25Route]{
		read: X25Routes, limit: 1022, titles: x25Titles,
		line: func(r X25Route) string {
			return fmt.Sprintf("%s  %-6d  %s\n", left(r.Address, 15), r.Digits, left(r.Device, 5))
		},
		random: func(r *rand.Rand) X25Route {
			address := "123456789012345"[:r.IntN(16)]
			return X25Route{address, int32(len(address)), randomName(r)}
		},
	}
}

// net/appletalk/atalk_proc.c, atalk_seq_route_show
func atalkFile() kernel[AppleTalkRoute] {
	address := func(r *rand.Rand) AppleTalkAddr {
		return AppleTalkAddr{uint16(r.Uint32()), uint8(r.Uint32())}
	}
	return kernel[AppleTalkRoute]{
		read: AppleTalkRoutes, limit: 1022, titles: atalkTitles,
		line: func(r AppleTalkRoute) string {
			target := "Default"
			if !r.Default {
				target = fmt.Sprintf("%04X:%02X", r.Target.Net, r.Target.Node)
			}
			return fmt.Sprintf("%s     %04X:%02X  %-4d  %s\n", target, r.Router.Net, r.Router.Node, int32(r.Flags), r.Device)
		},
		random: func(r *rand.Rand) AppleTalkRoute {
			if r.IntN(2) == 0 {
				return AppleTalkRoute{Default: true, Router: address(r), Flags: netflag.Route(r.Uint32()), Device: randomName(r)}
			}
			return AppleTalkRoute{Target: address(r), Router: address(r), Flags: netflag.Route(r.Uint32()), Device: randomName(r)}
		},
	}
}
