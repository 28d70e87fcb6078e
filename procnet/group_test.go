package procnet

import (
	"io"
	"iter"
	"net/netip"
	"strings"
	"testing"
)

func TestGroups(t *testing.T) {
	needLittleEndian(t)
	const at = "/proc/net/igmp:"
	group := func(index int32, device string, users int32, addr string) Group {
		return Group{index, device, users, netip.MustParseAddr(addr)}
	}
	expect(t, Groups, "Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter\n"+
		"1\tlo        :     1      V3\n"+
		"\t\t\t\t010000E0     1 0:00000000\t\t0\n"+
		"broken\n"+
		"\tnohex 1\n"+
		"5\twith.dot@1:     1      V3\n"+
		"\t\t\t\tFAFFFFEF    -2 0:0\n", []outcome[Group]{
		{group(1, "lo", 1, "224.0.0.1"), ""},
		{Group{}, at + "4: Idx: not a number (skipped)"},
		{Group{}, at + "5: Group: not an address (skipped)"},
		{group(5, "with.dot@1", -2, "239.255.255.250"), ""},
	})
	expect(t, Groups, "Device    : Count Querier\tGroup    Users Timer\tReporter\n"+
		"eth0      :     2      V2\n"+
		"\t\t\t\tFB0000E0     1 0:00000000\t\t0\n", []outcome[Group]{{group(0, "eth0", 1, "224.0.0.251"), ""}})
	expect(t, Groups, "", nil)
}

// A line that opens a table has no name.
func TestCounters(t *testing.T) {
	const at = "/proc/net/snmp:"
	expect(t, Counters, "\nIp: Forwarding DefaultTTL\nIp: 1 64\nTcp: MaxConn InSegs X Y\nTcp: -1 x 5\nUdp: A\nUdp: 7 8\nLost: A\n", []outcome[Counter]{
		{Counter{Table: "Ip"}, ""}, {Counter{"Ip", "Forwarding", 1}, ""}, {Counter{"Ip", "DefaultTTL", 64}, ""},
		{Counter{Table: "Tcp"}, ""}, {Counter{"Tcp", "MaxConn", 1<<64 - 1}, ""},
		{Counter{"Tcp", "InSegs", 0}, at + "5: InSegs: not a number"},
		{Counter{"Tcp", "X", 0}, at + "5: X: not a number"},
		{Counter{"Tcp", "Y", 0}, at + "5: Y: not a number"},
		{Counter{Table: "Udp"}, ""}, {Counter{"Udp", "A", 7}, ""},
	})
	expect(t, Counters, "Udp: A\nno colon\nTcp: A\nTcp: 1\n", []outcome[Counter]{{Counter{}, "/proc/net/snmp:2: " + ErrCounters.Error()}})
}

func TestCounters6(t *testing.T) {
	expect(t, Counters6, "Ip6InReceives 5\nFoo6Bar 7\nPlain 9\nUdp6NoPorts\n", []outcome[Counter]{
		{Counter{Table: "Ip6"}, ""}, {Counter{"Ip6", "Ip6InReceives", 5}, ""},
		{Counter{Table: "Foo6"}, ""}, {Counter{"Foo6", "Foo6Bar", 7}, ""},
		{Counter{Table: "Plain"}, ""}, {Counter{"Plain", "Plain", 9}, ""},
		{Counter{"", "Udp6NoPorts", 0}, "/proc/net/snmp6:4: value: missing (skipped)"},
	})
	expect(t, SCTPCounters, "SctpCurrEstab 1\n", []outcome[Counter]{
		{Counter{Table: "Sctp"}, ""}, {Counter{"Sctp", "SctpCurrEstab", 1}, ""},
	})
}

// What follows the columns that all must have may be missing.
func TestShortSockets(t *testing.T) {
	const row = "0: 00000000:0016 00000000:0000 0A 1:2 0:0"
	for _, tt := range []struct {
		read    func(io.Reader) iter.Seq2[Socket, error]
		text    string
		skipped bool
	}{
		{TCPSockets, row + " 3", false}, {TCPSockets, row, true}, {UDPSockets, row, false},
		{UDPSockets, "0: 00000000:0016 00000000:0000 0A 1:2 0", true}, {TCPSockets, "", true}, {TCPSockets, row + " 3 4 5 6", false},
	} {
		for s, err := range tt.read(strings.NewReader(socketTitles + tt.text + "\n")) {
			malformed, _ := err.(*LineError)
			if (malformed != nil && malformed.Skipped) != tt.skipped {
				t.Errorf("%q: %+v, %v", tt.text, s, err)
			}
			if !tt.skipped && (s.Local.Port() != 22 || s.TxQueue != 1 || s.RxQueue != 2 || s.State != 10) {
				t.Errorf("%q: %+v", tt.text, s)
			}
		}
	}
}

func FuzzGroups(f *testing.F) {
	f.Add("Idx\tDevice\n1\tlo        :     1      V3\n\t\t\t\t010000E0     1 0:00000000\t\t0\n")
	f.Fuzz(func(t *testing.T, text string) {
		for g, err := range Groups(strings.NewReader(text)) {
			if err == nil && !g.Addr.Is4() {
				t.Errorf("%+v", g)
			}
		}
	})
}

func FuzzCounters(f *testing.F) {
	f.Add("Ip: Forwarding\nIp: 1\n\nTcp: A\n")
	f.Fuzz(func(t *testing.T, text string) {
		table := ""
		for c, err := range Counters(strings.NewReader(text)) {
			if err == nil && c.Name != "" && c.Table != table {
				t.Errorf("%+v in %q", c, table)
			}
			table = c.Table
		}
		for c, err := range Counters6(strings.NewReader(text)) {
			if err == nil && c.Table == "" && c.Name != "" {
				t.Errorf("%+v", c)
			}
		}
	})
}
