package arp

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// load runs `arp -f` over a file of this text.
func load(text, options string) result {
	w := newWorld()
	w.files["ethers"] = text
	return w.runWords(options + " -f ethers")
}

func TestFile(t *testing.T) {
	const five, six = "SIOCSARP 10.0.0.5 flags=0x6 hw=1:02aa00000005\n", "SIOCSARP 10.0.0.6 flags=0x2 hw=1:02aa00000006\n"
	cannot := func(line string) string { return "arp: cannot set entry on line " + line + " of etherfile ethers !\n" }
	format := func(line string) string { return "arp: format error on line " + line + " of etherfile ethers !\n" }
	for text, want := range map[string]result{
		"":                              {},
		"10.0.0.5 02:aa:00:00:00:05\n":  {Calls: five},
		"10.0.0.5 02:aa:00:00:00:05":    {Calls: five},
		"02:aa:00:00:00:05\t10.0.0.5\n": {Calls: five},
		"2:aa:0:5 printer\n":            {Calls: "SIOCSARP 10.0.0.2 flags=0x6 hw=1:02aa0005\n"},
		" \t10.0.0.6  02:aa:00:00:00:06\ttemp \n":                                         {Calls: six},
		"# 10.0.0.7 2:3\n\n10.0.0.5 02:aa:00:00:00:05\n10.0.0.6 02:aa:00:00:00:06 temp\n": {Calls: five + six},
		"zz\n   \n10.0.0.5 02:aa:00:00:00:05\n":                                           {Calls: five, Stderr: format("1") + format("2")},
		"10.0.0.5 zz\nnohost 2:3\n10.0.0.5 02:aa:00:00:00:05\n": {
			Calls:  five,
			Stderr: "arp: invalid hardware address\n" + cannot("1") + "nohost: Unknown host\n" + cannot("2"),
		},
		" # x y\n": {Stderr: "#: Unknown host\n" + cannot("1")},
		// A carriage return belongs to the last word: behind an address it doesn't matter.
		"10.0.0.5 02:aa:00:00:00:05\r\n10.0.0.6 02:aa:00:00:00:06 temp\r\n": {Calls: five, Stderr: misuse, Status: 3},
		"\r\n10.0.0.5\v02:aa:00:00:00:05\n":                                 {Stderr: format("1") + format("2")},
		"10.0.0.5 02:aa:00:00:00:05\x00 junk\n\x00x y\n":                    {Calls: five},
		// The device of a line stays.
		"10.0.0.6 02:aa:00:00:00:06 temp dev v1\n10.0.0.5 02:aa:00:00:00:05\n": {
			Calls: strings.ReplaceAll(six+five, "\n", " dev=v1\n"),
		},
		// Wrong words end the command, the lines before them are carried out.
		"10.0.0.5 02:aa:00:00:00:05\n10.0.0.6 02:aa:00:00:00:06 # printer\n10.0.0.7 2:3\n": {Calls: five, Stderr: misuse, Status: 3},
		// What is left of a line that is too long isn't a line.
		"#" + strings.Repeat("x", 2000) + "10.0.0.9 2:3\n10.0.0.5 02:aa:00:00:00:05\n":           {Calls: five, Stderr: format("1")},
		strings.Repeat("x", 1100) + "\n10.0.0.5 02:aa:00:00:00:05\n" + strings.Repeat("x", 5000): {Calls: five, Stderr: format("1") + format("3")},
	} {
		if diff := cmp.Diff(want, load(text, "").reasoned(want)); diff != "" {
			t.Errorf("%.60q (-want +got)\n%s", text, diff)
		}
	}
}

func TestFileOptions(t *testing.T) {
	const line = "10.0.0.9 v0 pub\n"
	const got, sent = "SIOCGIFHWADDR v0\n", "SIOCSARP 10.0.0.9 flags=0xe hw=1:020000000001"
	for options, want := range map[string]result{
		"-D":       {Calls: got + sent + "\n"},
		"-D -i v1": {Calls: got + sent + " dev=v1\n"},
		"-vD":      {Calls: got + sent + "\n", Stderr: ">> 10.0.0.9 v0 pub\narp: device `v0' has HW address ether `02:00:00:00:00:01'.\narp: SIOCSARP()\n"},
		"-H ax25":  {Calls: "SIOCSARP 10.0.0.9 flags=0xe hw=3:ac604040404\n"},
	} {
		if diff := cmp.Diff(want, load(line, options)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", options, diff)
		}
	}
}

func TestFileWords(t *testing.T) {
	many := strings.Fields(strings.Repeat("x ", 31))
	for line, want := range map[string][]string{
		" ":                              nil,
		"a\tb  c ":                       {"a", "b", "c"},
		`"a b"c 'd"e' f"g h"`:            {"a b", "c", `d"e`, `f"g`, `h"`},
		`"" '`:                           {"", ""},
		`x "y z`:                         {"x", "y z"},
		`"a""b"`:                         {"a", "b"},
		`a\ b`:                           {`a\`, "b"},
		strings.Repeat("x ", 31) + "y z": many,
	} {
		if diff := cmp.Diff(want, fileWords(line)); diff != "" {
			t.Errorf("%q (-want +got)\n%s", line, diff)
		}
	}
}

// With -v each line is shown, also those that count for nothing, with the end
// that it has.
func TestVerboseFile(t *testing.T) {
	want := result{Stderr: ">> # x\n>> \n>> 10.0.0.5 2:3arp: SIOCSARP()\n", Calls: "SIOCSARP 10.0.0.5 flags=0x6 hw=1:0203\n"}
	if diff := cmp.Diff(want, load("# x\n\n10.0.0.5 2:3", "-v")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A refused entry doesn't keep the others from being made.
func TestFileOfRefusedEntries(t *testing.T) {
	w := newWorld()
	w.files["/etc/ethers"] = "10.0.0.5 2:3\n10.0.0.6 2:3\n"
	w.kernel.Fail("SIOCSARP", unix.ENETUNREACH)
	got := w.run("-f")
	const want = "SIOCSARP: Network is unreachable\narp: cannot set entry on line 1 of etherfile /etc/ethers !\n" +
		"SIOCSARP: Network is unreachable\narp: cannot set entry on line 2 of etherfile /etc/ethers !\n"
	if got.Stderr != want || got.Status != 0 || strings.Count(got.Calls, "SIOCSARP") != 2 {
		t.Errorf("%v", got)
	}
}

func TestUnreadableFile(t *testing.T) {
	for _, text := range []string{"", "10.0.0.5 2:3\n", strings.Repeat("x", 3000)} {
		w := newWorld()
		w.files["ethers"], w.broken = text, map[string]bool{"ethers": true}
		got := w.run("-f", "ethers")
		if !strings.HasSuffix(got.Stderr, "arp: cannot read etherfile ethers !\n") || got.Status != 255 {
			t.Errorf("%q: %v", text, got)
		}
	}
}
