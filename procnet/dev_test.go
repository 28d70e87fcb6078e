package procnet

import (
	"math"
	"strings"
	"testing"
)

const devTitles = "Inter-|   Receive                                                |  Transmit\n" +
	" face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed\n"

const devTitles13 = "Inter-|   Receive                           |  Transmit\n" +
	" face |bytes    packets errs drop fifo frame|bytes    packets errs drop fifo colls carrier\n"

const devTitles11 = "Inter-|   Receive                  |  Transmit\n" +
	" face |packets errs drop fifo frame|packets errs drop fifo colls carrier\n"

type iface = outcome[Interface]

// rx is the outcome for a line with three counters and the error for the rest.
func rx(name string, bytes, packets, errs uint64, err string) iface {
	return iface{Interface{name, Stats{RxBytes: bytes, RxPackets: packets, RxErrors: errs}}, err}
}

func TestInterfacesLayouts(t *testing.T) {
	all := Stats{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}
	older := Stats{1, 2, 3, 4, 5, 6, 0, 0, 7, 8, 9, 10, 11, 12, 13, 0}
	oldest := Stats{0, 1, 2, 3, 4, 5, 0, 0, 0, 6, 7, 8, 9, 10, 11, 0}
	tests := []struct {
		name, text string
		want       []iface
	}{
		{"16 columns", devTitles + "    v0:       1       2    3 4 5 6 7 8 9 10 11 12 13 14 15 16\n", []iface{{Interface{"v0", all}, ""}}},
		{"13 columns", devTitles13 + "    v0: 1 2 3 4 5 6 7 8 9 10 11 12 13\n", []iface{{Interface{"v0", older}, ""}}},
		{"11 columns", devTitles11 + "    v0: 1 2 3 4 5 6 7 8 9 10 11\n", []iface{{Interface{"v0", oldest}, ""}}},
		{"more than known", devTitles + "v0:1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 x\n", []iface{{Interface{"v0", all}, ""}}},
		{"the second title counts", "compressed\nbytes\nv0:1 2 3 4 5 6 7 8 9 10 11 12 13", []iface{{Interface{"v0", older}, ""}}},
		{"nothing", "", nil},
		{"one title", "Inter-|   Receive\n", nil},
		{"titles", devTitles, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { expect(t, Interfaces, tt.text, tt.want) })
	}
}

func TestInterfacesLines(t *testing.T) {
	const (
		short   = "/proc/net/dev:3: Receive drop: missing"
		noColon = "/proc/net/dev:3: face: no colon after the name"
		noName  = "/proc/net/dev:3: face: missing (skipped)"
		longer  = "/proc/net/dev:3: face: longer than an interface name can be (skipped)"
	)
	tests := []struct {
		line string
		want iface
	}{
		{"eth0: 1 2 3", rx("eth0", 1, 2, 3, short)},
		{"eth0:1 2 3", rx("eth0", 1, 2, 3, short)},
		{"eth0:123 2 3", rx("eth0", 123, 2, 3, short)},
		{"eth0:0: 1 2 3", rx("eth0:0", 1, 2, 3, short)},
		{"eth0:0:1 2 3", rx("eth0:0", 1, 2, 3, short)},
		{"eth0:12:1 2 3", rx("eth0:12", 1, 2, 3, short)},
		{"eth0:: 1 2 3", rx("eth0:", 1, 2, 3, short)},
		{"eth0:12 34 5:6", rx("eth0", 12, 34, 5, "/proc/net/dev:3: Receive drop: not a number")},
		{"eth0:a: 1", rx("eth0", 0, 0, 0, "/proc/net/dev:3: Receive bytes: not a number")},
		{"0:lo: 1 2", rx("0", 0, 0, 0, "/proc/net/dev:3: Receive bytes: not a number")},
		{"\t eth0:\t1\v2\f3\r", rx("eth0", 1, 2, 3, short)},
		{"eth0 1 2 3", rx("eth0", 1, 2, 3, noColon)},
		{"eth0\r:1 2 3", rx("eth0", 0, 0, 0, noColon)},
		{"eth0", rx("eth0", 0, 0, 0, noColon)},
		{"eth0:", rx("eth0", 0, 0, 0, "/proc/net/dev:3: Receive bytes: missing")},
		{"", rx("", 0, 0, 0, noName)},
		{"  \r", rx("", 0, 0, 0, noName)},
		{": 1 2 3", rx("", 1, 2, 3, noName)},
		{"eth0: 1 2.5 3", rx("eth0", 1, 2, 0, "/proc/net/dev:3: Receive errs: not a number")},
		{"eth0: -1 -5 +7", rx("eth0", math.MaxUint64, math.MaxUint64-4, 7, short)},
		{"eth0: 99999999999999999999 1152921504606846976 0", rx("eth0", math.MaxUint64, 1<<60, 0, "/proc/net/dev:3: Receive bytes: number too large")},
		{"eth0:1152921504606846976 2 3", rx("eth0", 1<<60, 2, 3, short)},
		{"eth0:1 2 3\x004 5", rx("eth0", 1, 2, 3, short)},
		{"\x1b[31m%s\xff: 1 2 3", rx("\x1b[31m%s\xff", 1, 2, 3, short)},
		{"abcdefghijklmno: 1 2 3", rx("abcdefghijklmno", 1, 2, 3, short)},
		{"abcdefghijklmnop: 1 2 3", rx("abcdefghijklmnop", 1, 2, 3, longer)},
		{"eth0:12345678901:1 2 3", rx("eth0:12345678901", 1, 2, 3, longer)},
		{"eth0:0: No statistics available", rx("eth0:0", 0, 0, 0, "")},
		{"eth0:No statistics available", rx("eth0", 0, 0, 0, "")},
		{"eth0: no statistics", rx("eth0", 0, 0, 0, "/proc/net/dev:3: Receive bytes: not a number")},
	}
	for _, tt := range tests {
		expect(t, Interfaces, devTitles+tt.line+"\n", []iface{tt.want})
		expect(t, Interfaces, devTitles+tt.line, trimmed(tt.line, tt.want))
	}
}

// Programs differ in names that no kernel writes today, and in lines that are
// short.
func TestDevRules(t *testing.T) {
	first := DevRules{FirstColon: true}
	for line, want := range map[string]Interface{
		"eth0:0: 1 2":         {"eth0", Stats{}},
		"eth0:1 2":            {"eth0", Stats{RxBytes: 1, RxPackets: 2}},
		"eth0:12:34":          {"eth0", Stats{RxBytes: 12}},
		"eth0 : 1 2":          {},
		"eth0 1 2":            {},
		"abcdefghijklmno:1 2": {"abcdefghijklmno", Stats{RxBytes: 1, RxPackets: 2}},
	} {
		rows := outcomes(first.Interfaces(strings.NewReader(devTitles + line)))
		if got := rows[0].Row; got.Name != want.Name || want.Name != "" && got.Stats != want.Stats {
			t.Errorf("%s: %+v", line, got)
		}
	}
	kept := DevRules{Before: func(name string) Stats { return Stats{RxBytes: uint64(len(name)), RxErrors: 3, TxCompressed: 16} }}
	for line, want := range map[string]Stats{
		"lo: 7 8 x":                                  {RxBytes: 7, RxPackets: 8, RxErrors: 3, TxCompressed: 16},
		"lo: No statistics available":                {RxBytes: 2, RxErrors: 3, TxCompressed: 16},
		"lo: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 17": {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17},
	} {
		if got := outcomes(kept.Interfaces(strings.NewReader(devTitles + line)))[0].Row.Stats; got != want {
			t.Errorf("%s: %+v", line, got)
		}
	}
}

// trimmed is what a last line without newline yields: nothing, if empty.
func trimmed(line string, want iface) []iface {
	if line == "" {
		return nil
	}
	return []iface{want}
}

// The lines around a bad one are shown, however long it is.
func TestInterfacesLongLines(t *testing.T) {
	const good = "lo: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16\n"
	for _, size := range []int{16, 510, 511, 512, 100_000, 1 << 20} {
		text := devTitles + good + "eth0:" + strings.Repeat("a", size) + ": 1 2\n" + good
		all := outcomes(Interfaces(strings.NewReader(text)))
		first, last := all[0], all[len(all)-1]
		if first.Row.Name != "lo" || first.Err != "" || last.Row.Name != "lo" || last.Err != "" || last.Row.Stats.TxCompressed != 16 {
			t.Errorf("around a name of %d bytes: %+v and %+v", size, first, last)
		}
		if most := 2 + (size+14)/511 + 1; len(all) < 3 || len(all) > most {
			t.Errorf("a name of %d bytes gives %d rows, want at most %d", size, len(all), most)
		}
		for _, o := range all[1 : len(all)-1] {
			if o.Err == "" {
				t.Errorf("a piece of a name of %d bytes passes for a good line: %+v", size, o.Row)
			}
		}
	}
}

// A line of many blanks comes in pieces, each read as a line: so do the
// classic tools, whose buffer it doesn't fit into.
func TestInterfacesPieces(t *testing.T) {
	blanks := strings.Repeat(" ", 511)
	zeros := strings.Repeat(" 0", 16)
	expect(t, Interfaces, devTitles+blanks+"lo:"+zeros+"\n", []iface{
		{Interface{}, "/proc/net/dev:3: face: missing (skipped)"},
		{Interface{Name: "lo"}, "/proc/net/dev:3: line: line too long"},
	})
	expect(t, Interfaces, devTitles+"lo: 1 2 3"+blanks+"7\n", []iface{
		rx("lo", 1, 2, 3, "/proc/net/dev:3: Receive drop: missing"),
		rx("7", 0, 0, 0, "/proc/net/dev:3: face: no colon after the name"),
	})
}
