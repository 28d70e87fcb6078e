package route

import (
	"strconv"

	"classicnet/internal/cnum"
	"classicnet/internal/linkaddr"
	"classicnet/procnet"
)

var ipxColumns = []column[procnet.IPXRoute]{
	{put: putNetwork, width: 25, gap: " "},
	{put: putRouterNet, width: 25, gap: " "},
	{put: putRouterNode, width: 25},
}

func putNetwork(b []byte, r *procnet.IPXRoute) []byte { return appendIPXNet(b, r.Network) }

func putRouterNet(b []byte, r *procnet.IPXRoute) []byte {
	if r.Direct {
		return append(b, "Directly"...)
	}
	return appendIPXNet(b, r.RouterNet)
}

func putRouterNode(b []byte, r *procnet.IPXRoute) []byte {
	switch {
	case r.Direct:
		return append(b, "Connected"...)
	case r.RouterNode == [6]byte{}:
		return b
	}
	return linkaddr.AppendUpper(b, r.RouterNode[:], len(r.RouterNode), 0)
}

// appendIPXNet appends the number of a network; 0 is none.
func appendIPXNet(b []byte, net uint32) []byte {
	if net == 0 {
		return b
	}
	return linkaddr.AppendUpper(b, []byte{byte(net >> 24), byte(net >> 16), byte(net >> 8), byte(net)}, 4, 0)
}

var ax25Columns = []column[procnet.AX25Route]{
	{put: putCallsign, width: 9, gap: "    "},
	{put: putAX25Device, width: 4, gap: "    "},
	{put: putAX25Use, width: 4, right: true},
}

func putCallsign(b []byte, r *procnet.AX25Route) []byte   { return append(b, r.Callsign...) }
func putAX25Device(b []byte, r *procnet.AX25Route) []byte { return append(b, r.Device...) }

// putAX25Use appends what the first kernels had in the place of the mode.
func putAX25Use(b []byte, r *procnet.AX25Route) []byte { return appendInt(b, cnum.Atoi(r.Mode)) }

var x25Columns = []column[procnet.X25Route]{
	{put: putX25Address, width: 20, gap: " "},
	{put: putX25Device, width: 5},
}

// x25Room is the width of an address in the file.
const x25Room = 15

// putX25Address appends the digits that count and their number, "*" for none.
func putX25Address(b []byte, r *procnet.X25Route) []byte {
	digits := int(min(r.Digits, x25Room))
	if digits <= 0 {
		return append(b, '*')
	}
	start := len(b)
	for b = append(b, r.Address...); len(b) < start+digits; {
		b = append(b, ' ')
	}
	return strconv.AppendInt(append(b[:start+digits], '/'), int64(digits), 10)
}

func putX25Device(b []byte, r *procnet.X25Route) []byte { return append(b, r.Device...) }

var ddpColumns = []column[procnet.AppleTalkRoute]{
	{put: putTarget, width: 16},
	{put: putRouter, width: 16},
	{put: putDDPDevice, width: 16},
	{put: putDDPFlags},
}

func putTarget(b []byte, r *procnet.AppleTalkRoute) []byte {
	if r.Default {
		return append(b, "Default"...)
	}
	return appendDDP(b, r.Target)
}

func putRouter(b []byte, r *procnet.AppleTalkRoute) []byte    { return appendDDP(b, r.Router) }
func putDDPDevice(b []byte, r *procnet.AppleTalkRoute) []byte { return append(b, r.Device...) }

// putDDPFlags appends the letters of the IPv4 table; here a reject route keeps
// all of them.
func putDDPFlags(b []byte, r *procnet.AppleTalkRoute) []byte {
	return r.Flags.Append(b)
}

// appendDDP appends an address as the kernel's file has it, 0001:FF.
func appendDDP(b []byte, a procnet.AppleTalkAddr) []byte {
	b = linkaddr.AppendUpper(b, []byte{byte(a.Net >> 8), byte(a.Net)}, 2, 0)
	return linkaddr.AppendUpper(append(b, ':'), []byte{a.Node}, 1, 0)
}
