package procnet

import "testing"

const (
	ipxTitles      = "Network    Router_Net   Router_Node\n"
	nrNodesTitles  = "callsign  mnemonic w n qual obs neigh qual obs neigh qual obs neigh\n"
	nrNeighTitles  = "addr  callsign  dev  qual lock count failed digipeaters\n"
	ax25Titles     = "callsign  dev  mode digipeaters\n"
	x25Titles      = "Address          Digits  Device\n"
	atalkTitles    = "Target        Router  Flags Dev\n"
	skippedMissing = ": missing (skipped)"
)

func TestIPXRoutes(t *testing.T) {
	const at = "/proc/net/ipx/route:"
	expect(t, IPXRoutes, ipxTitles+
		"00000AB1   00000123     0200000000AB\n"+
		"00000AB2   Directly     Connected\n"+
		"ab3 ffffffff 0200000000ab more\r\n"+
		"00000AB4   Directly\n"+
		"00000AB5   Directly     connected\n"+
		"00000AB6   00000123     0200000000\n"+
		"\n", []outcome[IPXRoute]{
		{IPXRoute{0xab1, false, 0x123, [6]byte{2, 0, 0, 0, 0, 0xab}}, ""},
		{IPXRoute{Network: 0xab2, Direct: true}, ""},
		{IPXRoute{0xab3, false, 0xffffffff, [6]byte{2, 0, 0, 0, 0, 0xab}}, ""},
		{IPXRoute{Network: 0xab4, Direct: true}, at + "5: Router_Node" + skippedMissing},
		{IPXRoute{Network: 0xab5, Direct: true}, at + "6: Router_Node: the word Directly without Connected behind it (skipped)"},
		{IPXRoute{Network: 0xab6, RouterNet: 0x123}, at + "7: Router_Node: not an address (skipped)"},
		{IPXRoute{}, at + "8: Network" + skippedMissing},
	})
	expect(t, IPXRoutes, "", nil)
}

func TestNetromNodes(t *testing.T) {
	const at = "/proc/net/nr_nodes:"
	one := [3]NetromRoute{{192, 6, 1}}
	three := [3]NetromRoute{{192, 6, 1}, {100, 5, 2}, {0, 0, 30000}}
	expect(t, NetromNodes, nrNodesTitles+
		"N0CALL-15 HOME     1 1  192   6 00001\n"+
		"N0CALL    *        2 3  192   6 00001  100   5 00002    0   0 30000\n"+
		"N1CALL    MY NODE  1 0\n"+
		"N2CALL    HOME     1 4  192   6 00001  100   5 00002    0   0 00003    0   0 00004\n"+
		"N3CALL    HOME     1 -1\n"+
		"N4CALL    HOME     1 2  192   6 00001\n"+
		"N5CALL    HOME\n"+
		"\n", []outcome[NetromNode]{
		{NetromNode{"N0CALL-15", "HOME", 1, one, 1}, ""},
		{NetromNode{"N0CALL", "*", 2, three, 3}, ""},
		{NetromNode{"N1CALL", "MY NODE", 1, [3]NetromRoute{}, 0}, ""},
		{NetromNode{"N2CALL", "HOME", 1, [3]NetromRoute{}, 0}, at + "5: n: not a number from 0 to 3 (skipped)"},
		{NetromNode{"N3CALL", "HOME", 1, [3]NetromRoute{}, 0}, at + "6: n: not a number from 0 to 3 (skipped)"},
		{NetromNode{"N4CALL", "HOME", 1, one, 2}, at + "7: qual" + skippedMissing},
		{NetromNode{"N5CALL", "HOME", 0, [3]NetromRoute{}, 0}, at + "8: w" + skippedMissing},
		{NetromNode{}, at + "9: callsign" + skippedMissing},
	})
	expect(t, NetromNodes, "", nil)
}

func TestNetromNeighbours(t *testing.T) {
	const at = "/proc/net/nr_neigh:"
	expect(t, NetromNeighbours, nrNeighTitles+
		"00001 N0CALL-2  ax0   192    0     3      0\n"+
		"30000 N0CALL-3  ???     0    1     0    255 DIGI-1 DIGI-2 \r\n"+
		"00002 N0CALL-4  ax0   192    x\n"+
		"00003\n", []outcome[NetromNeighbour]{
		{NetromNeighbour{1, "N0CALL-2", "ax0", 192, 0, 3, 0, ""}, ""},
		{NetromNeighbour{30000, "N0CALL-3", "???", 0, 1, 0, 255, "DIGI-1 DIGI-2"}, ""},
		{NetromNeighbour{Number: 2, Callsign: "N0CALL-4", Device: "ax0", Quality: 192}, at + "4: lock: not a number (skipped)"},
		{NetromNeighbour{Number: 3}, at + "5: callsign" + skippedMissing},
	})
	expect(t, NetromNeighbours, "", nil)
}

func TestAX25Routes(t *testing.T) {
	expect(t, AX25Routes, ax25Titles+
		"default   ax0     *\n"+
		"N0CALL-2  ax0    vc DIGI-1 DIGI-2\n"+
		"N0CALL-3  ???    dg\n"+
		"N0CALL-4  ax0\n", []outcome[AX25Route]{
		{AX25Route{"default", "ax0", "*", ""}, ""},
		{AX25Route{"N0CALL-2", "ax0", "vc", "DIGI-1 DIGI-2"}, ""},
		{AX25Route{"N0CALL-3", "???", "dg", ""}, ""},
		{AX25Route{Callsign: "N0CALL-4", Device: "ax0"}, "/proc/net/ax25_route:5: mode" + skippedMissing},
	})
	expect(t, AX25Routes, "", nil)
}

func TestX25Routes(t *testing.T) {
	const at = "/proc/net/x25/route:"
	expect(t, X25Routes, x25Titles+
		"123456789012345  15      x25tap0\n"+
		"1234             3       lapb0\n"+
		"                 0       ???  \n"+
		"1234             3\n"+
		"1234             x       lapb0\n", []outcome[X25Route]{
		{X25Route{"123456789012345", 15, "x25tap0"}, ""},
		{X25Route{"1234", 3, "lapb0"}, ""},
		{X25Route{"", 0, "???"}, ""},
		{X25Route{"1234", 3, ""}, at + "5: Device" + skippedMissing},
		{X25Route{"1234", 0, ""}, at + "6: Digits: not a number (skipped)"},
	})
	expect(t, X25Routes, "", nil)
}

func TestAppleTalkRoutes(t *testing.T) {
	const at = "/proc/net/atalk_route:"
	expect(t, AppleTalkRoutes, atalkTitles+
		"Default     FF00:01  3     eth0\n"+
		"FF00:00     0000:00  1     eth0\n"+
		"0001:FE     FF00:FE  -1    lt0\n"+
		"10000:00    0000:00  1     eth0\n"+
		"FF00:100    0000:00  1     eth0\n"+
		"FF00 00     0000:00  1     eth0\n"+
		"Default     FF00:01\n", []outcome[AppleTalkRoute]{
		{AppleTalkRoute{Default: true, Router: AppleTalkAddr{0xff00, 1}, Flags: 3, Device: "eth0"}, ""},
		{AppleTalkRoute{Target: AppleTalkAddr{0xff00, 0}, Flags: 1, Device: "eth0"}, ""},
		{AppleTalkRoute{Target: AppleTalkAddr{1, 0xfe}, Router: AppleTalkAddr{0xff00, 0xfe}, Flags: 0xffffffff, Device: "lt0"}, ""},
		{AppleTalkRoute{}, at + "5: Target: not an address (skipped)"},
		{AppleTalkRoute{}, at + "6: Target: not an address (skipped)"},
		{AppleTalkRoute{}, at + "7: Target: not an address (skipped)"},
		{AppleTalkRoute{Default: true, Router: AppleTalkAddr{0xff00, 1}}, at + "8: Flags" + skippedMissing},
	})
	expect(t, AppleTalkRoutes, "", nil)
}
