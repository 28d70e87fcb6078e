package arp

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/dialect"
	"classicnet/ioctl"
	"classicnet/netflag"
	"classicnet/procnet"
)

// wholeEntries are lines of which an Entry holds all.
const wholeEntries = "title\n" +
	"10.0.0.2  0x1   0x6  02:aa:00:00:00:02 *           v0\n" +
	"10.0.0.3  0x1   0x0  00:00:00:00:00:00 *           v0\n" +
	"10.0.0.4  0x1   0xde 02:aa:00:00:00:00 *           v0\n" +
	"10.0.0.7  0x304 0x2  00:00:00:00:00:00 *           lo\n" +
	"10.0.0.8  0x3   0x6  AB1CD-5           *           ax0\n" +
	"10.0.0.9  0x999 0x6  02:03             *           averylongdevice\n" +
	"10.0.0.10 0x30a 0x6  0a:00:00:00       *           gre1\n" +
	"10.0.0.11 0x1   0x8  00:00:00:00:00:00 *           *\n" +
	"10.0.0.12 0xfffe 0x2                   *           tun0\n" +
	"10.0.0.14 0x320 0x2  00:01:00:00:00:00 *           tr0\n" +
	"10.0.0.15 0x7   0x2  00                *           arc0\n"

// TestFormatter: a table from values is what the command prints of the file, in
// every dialect.
func TestFormatter(t *testing.T) {
	w := newWorld()
	w.files[tableFile] = wholeEntries
	var list []Entry
	for e, err := range Entries(w.open) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, e)
	}
	for _, d := range dialect.All() {
		f, err := NewFormatter(d.Name)
		if err != nil {
			t.Fatal(err)
		}
		table, lines := f.AppendTitle(nil), []byte(nil)
		for _, e := range list {
			table, lines = f.Append(table, e), f.AppendBSD(lines, e)
		}
		for options, got := range map[string][]byte{"-n": table, "-an": lines} {
			want := w.runWords(options + " --dialect=" + d.Name).Stdout
			if diff := cmp.Diff(want, string(got)); diff != "" || want == "" {
				t.Errorf("%s %s (-command +formatter)\n%s", d.Name, options, diff)
			}
		}
	}
	if diff := cmp.Diff(w.runWords("-n --json").Stdout, string(AppendJSON(nil, list))); diff != "" {
		t.Errorf("(-command +AppendJSON)\n%s", diff)
	}
	if got := string(AppendJSON([]byte("x"), nil)); got != "x[\n]\n" {
		t.Errorf("%q", got)
	}
}

// TestZeroFormatter is the classic one, and an entry without anything is no panic.
func TestZeroFormatter(t *testing.T) {
	classic, err := NewFormatter("classic")
	if err != nil {
		t.Fatal(err)
	}
	var zero Formatter
	for _, e := range []Entry{{}, {Flags: netflag.ARPComplete}, {Flags: ^netflag.ARP(0)}, {Hw: ioctl.HardwareAddr{Type: 0xffff}, Flags: 2}} {
		got, want := zero.AppendBSD(zero.Append(zero.AppendTitle(nil), e), e), classic.AppendBSD(classic.Append(classic.AppendTitle(nil), e), e)
		if string(got) != string(want) || !strings.HasPrefix(string(got), tableTitles) || strings.Count(string(got), "\n") != 3 {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if _, err := NewFormatter("nosuch"); err == nil {
		t.Error("a dialect nosuch")
	}
}

// TestOfWrongAddresses: an address that is none or too long is told, and the rest is
// there.
func TestOfWrongAddresses(t *testing.T) {
	for text, want := range map[string]string{
		"02:aa:00:00:00:02x":             `HW address: "02:aa:00:00:00:02x" is no address of link type 1`,
		"*":                              `HW address: "*" is no address of link type 1`,
		"02aa":                           `HW address: "02aa" is no address of link type 1`,
		strings.Repeat("1f:", 19) + "20": "HW address: " + strings.Repeat("1f:", 19) + "20: 14 of 20 bytes are kept",
	} {
		e, err := Of(procnet.ARPEntry{Type: 1, Flags: netflag.ARPComplete, HWAddr: text, Device: "v0"})
		if err == nil || err.Error() != want || e.Interface != "v0" {
			t.Errorf("%s: %v, %v", text, e, err)
		}
	}
}

// TestReadPlacesErrors: what is wrong with an entry is told by file and line.
func TestReadPlacesErrors(t *testing.T) {
	const text = "IP address HW type Flags HW address Mask Device\n" +
		"10.0.0.1 0x1 0x2 02:aa:00:00:00:01 * v0\n" +
		"10.0.0.2 0x1 0x2 02aa * v0\n" +
		"nonsense\n" +
		"10.0.0.3 0x1 0x2 02:aa:00:00:00:03 * v0\n"
	var got []string
	for e, err := range Read(strings.NewReader(text)) {
		got = append(got, fmt.Sprint(e.Addr, " ", err))
	}
	want := []string{
		"10.0.0.1 <nil>",
		`10.0.0.2 /proc/net/arp:3: HW address: "02aa" is no address of link type 1`,
		"invalid IP /proc/net/arp:4: IP address: not an address",
		"10.0.0.3 <nil>",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
