package route

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// FuzzCachedRow: what stands in a line of /proc/net/rt_cache stands in one row of
// each listing, in the columns of its titles, whatever it is.
func FuzzCachedRow(f *testing.F) {
	f.Add(uint32(0x0100a8c0), uint32(0x0200a8c0), uint32(0x0300a8c0), uint32(0), int32(0), int32(1), int32(22), int32(1500), int32(0), int32(300), int32(-1))
	f.Add(^uint32(0), uint32(0), uint32(1), uint32(0x90000000), int32(-1), int32(1<<31-1), int32(-1<<31), int32(0), int32(7), int32(8), int32(9))
	f.Fuzz(func(t *testing.T, from, to, via, flags uint32, metric, ref, use, mtu, window, irtt, hhref int32) {
		w := newWorld()
		w.files["/proc/net/rt_cache"] = titles22 + fmt.Sprintf("eth0\t%08X\t%08X\t%8X\t%d\t%d\t%d\t%08X\t%d\t%d\t%d\t%02X\t%d\t%d\t%08X\n",
			to, via, flags, ref, use, metric, from, mtu, window, irtt, 0x10, hhref, 1, from)
		for option, details := range map[string][]string{
			"-Cn":   append(decimals(metric, ref, use), "eth0"),
			"-Cne":  append(decimals(mtu, window, irtt), "eth0"),
			"-Cnee": append(append(append(decimals(metric, ref, use), "eth0"), decimals(mtu, window, irtt)...), "10", strconv.Itoa(int(hhref)), "1", quad(from)),
		} {
			_, _, row := cutTwo(w.run(option).Stdout)
			got := strings.Fields(row)
			if strings.Count(row, "\n") != 1 || len(got) < 3 || cmp.Diff([]string{quad(from), quad(to), quad(via)}, got[:3]) != "" {
				t.Fatalf("%s: %q", option, row)
			}
			if end := got[max(0, len(got)-len(details)):]; flags&unix.RTF_REJECT == 0 && cmp.Diff(details, end) != "" {
				t.Errorf("%s (-want +got)\n%s", option, cmp.Diff(details, end))
			}
		}
	})
}

// tableFiles are the files of tables, and how each is listed.
var tableFiles = [...]struct{ option, path, seed string }{
	{"-n", "/proc/net/route", someRoutes},
	{"-Cn", "/proc/net/rt_cache", someCache},
	{"-6n", "/proc/net/ipv6_route", "20010db8000800000000000000000000 40 00000000000000000000000000000000 00 " +
		"20010db8000700000000000000000001 00000400 00000003 00000005 00000003 v0\n"},
	{"--ipx", "/proc/net/ipx_route", "Network Router_Net Router_Node\n0000AB04   0000AB03     132333435363\n"},
	{"--ax25", "/proc/net/ax25_route", "callsign  dev  mode digipeaters\nN0CALL-1  ax0    vc\n"},
	{"--x25", "/proc/net/x25_routes", "Address Digits Device\n1234567890       4       x25tap0\n"},
	{"--ddp", "/proc/net/atalk_route", "Target Router Flags Dev\n10000:00 1:2 3 eth0\n"},
	{"--netrom", "/proc/net/nr_nodes", "callsign mnemonic w n qual obs neigh\nN0CALL    *        2 2 4 1 2 5 6 7\n"},
}

// FuzzTables: whatever a file holds, a line of it is at most one row (of NET/ROM:
// three, one for each way), a failure is told unless the file is empty, and the table as JSON is valid and has the same rows.
func FuzzTables(f *testing.F) {
	for i, file := range tableFiles {
		f.Add(byte(i), file.seed)
		f.Add(byte(i), strings.ReplaceAll(file.seed, "\n", "\r\n")+"\x00\x1b[1m \xff")
	}
	f.Fuzz(func(t *testing.T, which byte, text string) {
		file := tableFiles[int(which)%len(tableFiles)]
		w := newWorld()
		w.files["/proc/net/nr_neigh"] = "addr callsign dev qual lock count\n2 N0CALL-2 ax0 192 0 2\n"
		w.files[file.path] = text
		got := w.run(file.option)
		rows := max(0, strings.Count(got.Stdout, "\n")-2-strings.Count(got.Stdout, "\nERROR: "))
		if most := 3 * (strings.Count(text, "\n") + 1); rows > most || got.Status != 0 && got.Stderr == "" && text != "" {
			t.Errorf("%s: %d rows, status %d\n%s", file.option, rows, got.Status, got.Stdout)
		}
		asJSON := w.run(file.option, "--json")
		var objects []any
		if err := json.Unmarshal([]byte(asJSON.Stdout), &objects); err != nil {
			t.Fatalf("%s: %v: %q", file.option, err, asJSON.Stdout)
		}
		if inet := strings.HasSuffix(file.option, "n"); inet && len(objects) != rows {
			t.Errorf("%s: %d rows, %d objects\n%s%s", file.option, rows, len(objects), got.Stdout, asJSON.Stdout)
		}
	})
}
