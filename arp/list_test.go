package arp

import (
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/tools/toolstest"
	"classicnet/tool"
)

// world is the Env of a command that has no kernel.
func (w *world) world() tool.Env {
	return tool.Env{Stdout: &strings.Builder{}, Stderr: &strings.Builder{}, Open: w.open, Getenv: func(string) string { return "" }}
}

func TestFilters(t *testing.T) {
	rows := strings.SplitAfter(columns, "\n")
	title, rows := rows[0], rows[1:]
	const noMatch = "arp: in 4 entries no match found.\n"
	for line, want := range map[string]string{
		"-n -i v0":               title + rows[0] + rows[1] + rows[3],
		"-n -i v1":               title + rows[2],
		"-n -i nosuch":           noMatch,
		"-n -H ether":            columns,
		"-n -H ax25":             noMatch,
		"-n 10.0.0.2":            title + rows[0],
		"-n printer 10.0.0.3":    title + rows[0],
		"-n absent":              "absent (10.0.0.77) -- no entry\n",
		"-n 10.77":               "10.77 (10.0.0.77) -- no entry\n",
		"-n -i v1 printer":       "printer (10.0.0.2) -- no entry\n",
		"-n -i v0 printer":       title + rows[0],
		"-an absent":             noMatch,
		"-aen absent":            noMatch,
		"-an -i v1":              "? (192.168.1.9) at 02:aa:00:00:00:09 [ether] on v1\n",
		"-vn":                    columns + "Entries: 4\tSkipped: 0\tFound: 4\n",
		"-vn -i v1":              title + rows[2] + "Entries: 4\tSkipped: 3\tFound: 1\n",
		"-vn -i nosuch":          "Entries: 4\tSkipped: 4\tFound: 0\n" + noMatch,
		"-vn absent":             "Entries: 4\tSkipped: 4\tFound: 0\nabsent (10.0.0.77) -- no entry\n",
		"-n -H ether -i v0 10.3": title + rows[1],
	} {
		if diff := cmp.Diff(result{Stdout: want}, runLine(line)); diff != "" {
			t.Errorf("arp %s (-want +got)\n%s", line, diff)
		}
	}
}

func TestNames(t *testing.T) {
	w := newWorld()
	w.files["/etc/nsswitch.conf"] = "hosts: files dns\n"
	w.dns = toolstest.Names{"10.0.0.5": "proxy.example.org"}
	const table = tableTitles +
		"printer                  ether   02:aa:00:00:00:02   CM                    v0\n" +
		"10.0.0.3                         (incomplete)                              v0\n" +
		"a-host-with-a-very-long  ether   02:aa:00:00:00:09   C                     v1\n" +
		"proxy.example.org        *       <from_interface>    MP                    v0\n"
	if diff := cmp.Diff(result{Stdout: table}, w.run()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	const lines = "printer (10.0.0.2) at 02:aa:00:00:00:02 [ether] PERM on v0\n" +
		"? (10.0.0.3) at <incomplete> on v0\n" +
		"a-host-with-a-very-long-name.example.org (192.168.1.9) at 02:aa:00:00:00:09 [ether] on v1\n" +
		"proxy.example.org (10.0.0.5) at <from_interface> PERM PUB on v0\n"
	if diff := cmp.Diff(result{Stdout: lines}, w.run("-a")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// oldEntries have all that a line can have.
const oldEntries = "title\n" +
	"10.0.0.4 0x1   0x1e 02:aa:00:00:00:02 *           v0\n" +
	"10.0.0.6 0x1   0x2e 02:aa:00:00:00:02 255.255.0.0 v0\n" +
	"10.0.0.7 0x304 0x2  00:00:00:00:00:00 *           lo\n" +
	"10.0.0.8 0x3   0x6  AB1CD-5           *           ax0\n" +
	"10.0.0.9 0x999 0x6  02:03             *           averylongdevice\n" +
	"10.0.0.10 0x20 0x6  80:00:00:48:fe:80:00:00:00:00:00:00:00:02:c9:03:00:00:00:01 * ib0\n" +
	"10.0.0.11 0x1  0x8  00:00:00:00:00:00 *           *\n" +
	"10.0.0.12 0x1  0x2c 00:00:00:00:00:00 255.0.0.0   v0\n" +
	"10.0.0.13 0x1  0x14 00:00:00:00:00:00 *           v0\n" +
	"10.0.0.14 0x320 0x2 00:01             *           tr0\n"

// Flags that no kernel since 2.2 shows, and the number that is no type.
func TestRareFlagsAndTypes(t *testing.T) {
	const table = "title\n10.0.0.4 0x1 0xde 02:aa:00:00:00:02 * v0\n10.0.0.5 0xffff 0x40 00:00 * v0\n10.0.0.6 0xffff 0x2 00:01 * v0\n10.0.0.7 0x101 0x2 00:02 * sl0\n"
	for line, want := range map[string]string{
		"-n": tableTitles +
			"10.0.0.4                 ether   02:aa:00:00:00:02   CMPA!T                v0\n" +
			"10.0.0.5                         (incomplete)        !                     v0\n" +
			"10.0.0.6                 ether   00:01               C                     v0\n" +
			"10.0.0.7                 cslip   00:02               C                     sl0\n",
		"-an": "? (10.0.0.4) at 02:aa:00:00:00:02 [ether] PERM PUB AUTO DONTPUB TRAIL on v0\n" +
			"? (10.0.0.5) at <incomplete> DONTPUB on v0\n" +
			"? (10.0.0.6) at 00:01 [ether] on v0\n" +
			"? (10.0.0.7) at 00:02 [cslip] on sl0\n",
		"-n --dialect=busybox": "? (10.0.0.4) at 02:aa:00:00:00:02 [ether] PERM PUP TRAIL on v0\n" +
			"? (10.0.0.5) at <incomplete>  on v0\n" +
			"? (10.0.0.6) at 00:01 [ether]  on v0\n" +
			"? (10.0.0.7) at 00:02 [ether]  on sl0\n",
	} {
		w := newWorld()
		w.files[tableFile] = table
		if diff := cmp.Diff(result{Stdout: want}, w.runWords(line)); diff != "" {
			t.Errorf("arp %s (-want +got)\n%s", line, diff)
		}
	}
}

// What each dialect prints of the same table, as the programs printed it.
func TestDialects(t *testing.T) {
	columns := tableTitles +
		"10.0.0.4                 ether   02:aa:00:00:00:02   CMPT                  v0\n" +
		"10.0.0.6                 ether   02:aa:00:00:00:02   CMP   255.255.0.0     v0\n" +
		"10.0.0.7                 loop    00:00:00:00:00:00   C                     lo\n" +
		"10.0.0.8                 ax25    AB1CD-5             CM                    ax0\n" +
		"10.0.0.9                 ether   02:03               CM                    averylongdevice\n" +
		"10.0.0.10                ether   80:00:00:48:fe:80:00CM                    ib0\n" +
		"10.0.0.11                *       <from_interface>    P                     *\n" +
		"10.0.0.12                *       <from_interface>    MP    255.0.0.0       v0\n" +
		"10.0.0.13                        (incomplete)        MT                    v0\n" +
		"10.0.0.14                ether   00:01               C                     tr0\n"
	busybox := "? (10.0.0.4) at 02:aa:00:00:00:02 [ether] PERM PUP TRAIL on v0\n" +
		"? (10.0.0.6) at 02:aa:00:00:00:02 [ether] netmask 255.255.0.0 PERM PUP on v0\n" +
		"? (10.0.0.7) at 00:00:00:00:00:00 [loop]  on lo\n" +
		"? (10.0.0.8) at AB1CD-5 [ether] PERM on ax0\n" +
		"? (10.0.0.9) at 02:03 [ether] PERM on averylongdevice\n" +
		"? (10.0.0.10) at 80:00:00:48:fe:80:00:00:00:00:00:00:00:02:c9:03:00:00:00:01 [infiniband] PERM on ib0\n" +
		"? (10.0.0.11) at * PUP on *\n" +
		"? (10.0.0.12) at * netmask 255.0.0.0 PERM PUP on v0\n" +
		"? (10.0.0.13) at <incomplete> PERM TRAIL on v0\n" +
		"? (10.0.0.14) at 00:01 [ether]  on tr0\n"
	classic := strings.NewReplacer("PUP", "PUB", "]  on", "] on", "at *", "at <from_interface>",
		"AB1CD-5 [ether]", "AB1CD-5 [ax25]", "[infiniband]", "[ether]").Replace(busybox)
	released := strings.NewReplacer("]  on", "] on", "AB1CD-5 [ether]", "AB1CD-5 [ax25]", "[infiniband]", "[ether]",
		"00:01 [ether]  on", "00:01 [tr] on").Replace(busybox)
	star := strings.NewReplacer("<from_interface>", "*               ", "ether   00:01", "tr      00:01").Replace(columns)
	for line, want := range map[string]string{
		"-n":                             columns,
		"-an":                            classic,
		"-n --dialect=net-tools-2.10":    columns,
		"-an --dialect net-tools-2.10":   classic,
		"-n --dialect=net-tools-1.60":    star,
		"-an --dialect=net-tools-1.60":   released,
		"-n --dialect=debian":            strings.Replace(columns, "ether   00:01", "tr      00:01", 1),
		"-n --dialect=busybox":           busybox,
		"-aenv --dialect=busybox":        busybox,
		"--dialect=busybox 10.0.0.99":    "No match found in 10 entries\n",
		"--dialect=busybox -n -i nosuch": "No match found in 10 entries\n",
	} {
		w := newWorld()
		w.files[tableFile] = oldEntries
		if diff := cmp.Diff(result{Stdout: want}, w.runWords(line)); diff != "" {
			t.Errorf("arp %s (-want +got)\n%s", line, diff)
		}
	}
	w := newWorld()
	w.files[tableFile], w.environ = oldEntries, map[string]string{"CLASSICNET_DIALECT": "busybox"}
	if got := w.run("-n"); got.Stdout != busybox {
		t.Errorf("by environment: %s", got.Stdout)
	}
}

func TestEmptyTables(t *testing.T) {
	for _, text := range []string{"", "IP address\n"} {
		for line, want := range map[string]string{
			"":          "",
			"-n":        "",
			"-an":       "",
			"-vn":       "Entries: 0\tSkipped: 0\tFound: 0\n",
			"-n -i v0":  "arp: in 0 entries no match found.\n",
			"-n 10.2":   "10.2 (10.0.0.2) -- no entry\n",
			"--json":    "[\n]\n",
			"-v --json": "[\n]\n",
		} {
			w := newWorld()
			w.files[tableFile] = text
			if diff := cmp.Diff(result{Stdout: want}, w.runWords(line)); diff != "" {
				t.Errorf("%q, arp %s (-want +got)\n%s", text, line, diff)
			}
		}
	}
}

func TestMissingTable(t *testing.T) {
	for _, line := range []string{"-n", "-an", "--json"} {
		w := newWorld()
		delete(w.files, tableFile)
		want := result{Stderr: "/proc/net/arp: No such file or directory\n", Status: 255}
		if line == "--json" {
			want.Stdout = "[\n]\n"
		}
		if diff := cmp.Diff(want, w.runWords(line)); diff != "" {
			t.Errorf("arp %s (-want +got)\n%s", line, diff)
		}
	}
}

// What was read is shown before the message.
func TestUnreadableTable(t *testing.T) {
	w := newWorld()
	w.broken = map[string]bool{tableFile: true}
	want := result{Stdout: columns, Stderr: "/proc/net/arp: Input/output error\n", Status: 255}
	if diff := cmp.Diff(want, w.run("-n")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := w.run("--json"); got.Status != 255 || got.Stderr != want.Stderr || !json.Valid([]byte(got.Stdout)) || !strings.Contains(got.Stdout, "10.0.0.2") {
		t.Errorf("%v", got)
	}
	if got := w.run("--json", "no such host"); got.Status == 0 || got.Stderr == "" || got.Stdout != "[\n]\n" {
		t.Errorf("%v", got)
	}
}

// A line of fewer than four columns ends the table; others may lack columns.
func TestMalformedLines(t *testing.T) {
	w := newWorld()
	w.files[tableFile] = "title\n10.0.0.2 0x1 0x2 02:aa:00:00:00:02\n10.0.0.3 0x1\n10.0.0.4 0x1 0x2 02:aa:00:00:00:02 * v0\n"
	const want = tableTitles + "10.0.0.2                 ether   02:aa:00:00:00:02   C                     \n"
	if diff := cmp.Diff(result{Stdout: want}, w.run("-n")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	got := w.run("-nv")
	if got.Stdout != want+"Entries: 1\tSkipped: 0\tFound: 1\n" || got.Status != 0 ||
		!strings.Contains(got.Stderr, "arp: /proc/net/arp:2: ") || !strings.Contains(got.Stderr, "arp: /proc/net/arp:3: ") {
		t.Errorf("%v", got)
	}
	w.files[tableFile] = "title\n10.0.0.2 1 2 02:aa:00:00:00:02 * v0\nx 0x1 0x2 02:aa:00:00:00:02 * v0\n10.0.0.4 0x1 0x2 02:aa:00:00:00:02 * v0\n"
	if got := w.run("-n"); got.Stdout != strings.TrimSuffix(want, "\n")+"v0\n" {
		t.Errorf("%v", got)
	}
}

func TestControlBytesAreVisibleOnATerminalOnly(t *testing.T) {
	w := newWorld()
	w.files[tableFile] = "title\n10.0.0.2 0x1 0x2 02:aa:00:00:00:02 * v\x1b[0\n"
	if got := w.run("-an"); !strings.HasSuffix(got.Stdout, " on v\x1b[0\n") {
		t.Errorf("%q", got.Stdout)
	}
	w.terminal = true
	if got := w.run("-an"); !strings.HasSuffix(got.Stdout, " on v?[0\n") {
		t.Errorf("%q", got.Stdout)
	}
}

func TestJSON(t *testing.T) {
	w := newWorld()
	w.files[tableFile] = someEntries + "10.0.0.6 0x1 0x2e 02:aa:00:00:00:02 255.255.0.0 v\xff\n"
	want := "[\n" +
		`{"name":"printer","address":"10.0.0.2","hwtype":"ether","hwaddress":"02:aa:00:00:00:02","flags_mask":"CM","iface":"v0","permanent":true,"published":false,"flags":6,"netmask":null,"link_type":1},` + "\n" +
		`{"name":null,"address":"10.0.0.3","hwtype":null,"hwaddress":null,"flags_mask":"","iface":"v0","permanent":false,"published":false,"flags":0,"netmask":null,"link_type":1},` + "\n" +
		`{"name":"a-host-with-a-very-long-name.example.org","address":"192.168.1.9","hwtype":"ether","hwaddress":"02:aa:00:00:00:09","flags_mask":"C","iface":"v1","permanent":false,"published":false,"flags":2,"netmask":null,"link_type":1},` + "\n" +
		`{"name":null,"address":"10.0.0.5","hwtype":null,"hwaddress":null,"flags_mask":"MP","iface":"v0","permanent":true,"published":true,"flags":12,"netmask":null,"link_type":1},` + "\n" +
		`{"name":null,"address":"10.0.0.6","hwtype":"ether","hwaddress":"02:aa:00:00:00:02","flags_mask":"CMP","iface":"v\udcff","permanent":true,"published":true,"flags":46,"netmask":"255.255.0.0","link_type":1}` + "\n]\n"
	for _, line := range []string{"--json", "-a --json", "--json --dialect=busybox"} {
		got := w.runWords(line)
		if diff := cmp.Diff(result{Stdout: want}, got); diff != "" {
			t.Errorf("arp %s (-want +got)\n%s", line, diff)
		}
		if !json.Valid([]byte(got.Stdout)) {
			t.Error("no JSON")
		}
	}
	if got := w.runWords("--json -i nosuch"); got.Stdout != "[\n]\n" || got.Status != 0 {
		t.Errorf("%v", got)
	}
}

// Rows take no memory, but for a new buffer now and then.
func TestLongTableAllocations(t *testing.T) {
	for _, options := range []string{"-n", "-an", "-n --json", "-n -i v1"} {
		count := func(rows int) float64 {
			table := "title\n" + strings.Repeat("10.0.0.2 0x1 0x2 02:aa:00:00:00:02 * v0\n", rows)
			return testing.AllocsPerRun(3, func() {
				w := newWorld()
				w.files[tableFile] = table
				w.stdout = io.Discard
				w.runWords(options)
			})
		}
		if few, many := count(1000), count(5000); many > few+100 {
			t.Errorf("arp %s: %v allocations for 1000 rows, %v for 5000", options, few, many)
		}
	}
}

// Neighbours of a tun or a tunnel have a blank address, which each program reads
// in its own way.
func TestBlankHardwareAddress(t *testing.T) {
	w := newWorld()
	w.files[tableFile] = "title\n" +
		"10.0.0.5         0x1         0x6         02:00:00:00:00:05     *        v0\n" +
		"0.0.0.0          0xfffe      0x6                               *        t0\n" +
		"10.8.0.1         0x1         0xc         00:00:00:00:00:00     *        *\n"
	const v0 = "? (10.0.0.5) at 02:00:00:00:00:05 [ether] PERM on v0\n"
	const all = "? (10.8.0.1) at <from_interface> PERM PUB on *\n"
	for line, want := range map[string]string{
		"-an":                                v0 + "? (0.0.0.0) at  [ether] PERM on t0\n" + all,
		"-n -i t0":                           tableTitles + "0.0.0.0                  ether                       CM                    t0\n",
		"-an --dialect=busybox":              v0 + "? (0.0.0.0) at * [ether] PERM on -\n? (10.8.0.1) at * PERM PUP on *\n",
		"-an -i t0 --dialect=busybox":        "No match found in 3 entries\n",
		"-an -i t0 --dialect=net-tools-1.60": "? (0.0.0.0) at * [ether] PERM on t0\n",
		"-an -i t0 --dialect=net-tools-git":  "? (0.0.0.0) at  [ether] PERM on t0\n",
	} {
		if diff := cmp.Diff(result{Stdout: want}, w.runWords(line)); diff != "" {
			t.Errorf("arp %s (-want +got)\n%s", line, diff)
		}
	}
	const rows = "[\n" +
		`{"name":null,"address":"0.0.0.0","hwtype":null,"hwaddress":null,"flags_mask":"CM","iface":"t0","permanent":true,"published":false,"flags":6,"netmask":null,"link_type":65534}` + "\n]\n"
	for _, line := range []string{"--json -n -i t0", "--json -n -i t0 --dialect=busybox"} {
		if diff := cmp.Diff(result{Stdout: rows}, w.runWords(line)); diff != "" {
			t.Errorf("arp %s (-want +got)\n%s", line, diff)
		}
	}
	if got := w.runWords("--json -n"); !strings.Contains(got.Stdout, `"flags_mask":"MP","iface":null,`) {
		t.Errorf("%v", got)
	}
}
