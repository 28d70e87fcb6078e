package reliability

import (
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

// badDevLines are lines of /proc/net/dev as no kernel writes them. Each is put
// between those of real interfaces.
var badDevLines = []struct{ name, line string }{
	{"blank", ""},
	{"blanks", "      "},
	{"name only", "  bad0:"},
	{"two counters", "  bad0: 1 2"},
	{"no colon", "  bad0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"},
	{"no name", ": 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"},
	{"no colon at all", "bad0"},
	{"colon glued to digits", "bad0:1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"},
	{"colons", ":::::::: 1"},
	{"negative", "  bad0: -1 -2 -3 -4 -5 -6 -7 -8 -9 -1 -1 -1 -1 -1 -1 -1"},
	{"overflowing", "  bad0: " + strings.Repeat("99999999999999999999999999 ", 16)},
	{"extra columns", "  bad0: " + strings.Repeat("7 ", 40)},
	{"words", "  bad0: one two three four five six seven eight"},
	{"NUL", "  bad0: 1 2\x00 3 4 5 6"},
	{"NUL in the name", "  ba\x00d0: 1 2 3"},
	{"control bytes", "\x1b[2J\x07: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"},
	{"no UTF-8", "  \xff\xfe\xc3: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"},
	{"formats", "  %s%n%n%n: %d %s %n 4 5 6 7 8"},
	{"carriage return", "  bad0: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16\r"},
	{"tabs", "\tbad0:\t1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\t15\t16"},
	{"label of 16", strings.Repeat("L", 16) + ": 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"},
	{"label of 100", strings.Repeat("L", 100) + ": 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"},
	{"label of 600", strings.Repeat("L", 600) + ": 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"},
	{"label of 100,000", strings.Repeat("L", 100_000) + ": 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"},
	{"alias of digits", "  bad0:" + strings.Repeat("1", 300) + ": 1 2 3"},
	{"1 MiB", "  bad0: " + strings.Repeat("1 ", 1<<19)},
	{"1 MiB without blanks", strings.Repeat("x", 1<<20)},
	{"1 MiB of colons", strings.Repeat(":", 1<<20)},
	{"65,536 lines", strings.Repeat("  bad0: 1 2\n", 1<<16)},
}

// between puts a line between those of a file.
func between(text, line string) string {
	lines := strings.SplitAfter(text, "\n")
	return strings.Join(lines[:3], "") + line + "\n" + strings.Join(lines[3:], "")
}

// endings change all of a file.
var endings = []struct {
	name   string
	change func(string) string
}{
	{"no newline at the end", func(text string) string { return strings.TrimSuffix(text, "\n") }},
	{"CRLF", func(text string) string { return strings.ReplaceAll(text, "\n", "\r\n") }},
	{"NULs behind", func(text string) string { return text + strings.Repeat("\x00", 1000) }},
	{"newlines behind", func(text string) string { return text + strings.Repeat("\n", 100_000) }},
	{"twice", func(text string) string { return text + text }},
}

// unharmed fails the test unless a listing with this /proc is the one without,
// in bounded memory.
func unharmed(t *testing.T, lab *netlab.Lab, what string, files map[string]string, want netlab.Result) {
	t.Helper()
	const kib = 24 << 10
	lab.Proc(files)
	got, most := measure(t, lab, "ifconfig", "-a")
	lab.Sh("umount /proc")
	check(t, what, want, got)
	if most > kib {
		t.Errorf("%s: %d KiB", what, most)
	}
}

// Whatever stands in a line of /proc/net/dev, no other interface is lost for it.
func TestMalformedDev(t *testing.T) {
	t.Parallel()
	lab := town(t)
	want, files := lab.Run("ifconfig", "-a"), procFiles(lab)
	for _, bad := range badDevLines {
		change := map[string]string{"net/dev": between(files["net/dev"], bad.line)}
		unharmed(t, lab, bad.name, changed(files, change), want)
	}
	for _, e := range endings {
		change := map[string]string{"net/dev": e.change(files["net/dev"])}
		unharmed(t, lab, e.name, changed(files, change), want)
	}
}

// The same of /proc/net/if_inet6.
func TestMalformedInet6(t *testing.T) {
	t.Parallel()
	const rest = " 01 80 10 80 "
	lab := town(t)
	want, files := lab.Run("ifconfig", "-a"), procFiles(lab)
	for name, line := range map[string]string{
		"blank": "", "short": "00000000000000000000000000000002", "no name": "00000000000000000000000000000002" + rest,
		"short address": "0002" + rest + "lo", "long address": strings.Repeat("0", 100_000) + rest + "lo", "no hex": strings.Repeat("g", 32) + rest + "lo",
		"NUL": "0000000000000000000000000000\x000002" + rest + "lo", "words": "one two three four five six",
		"of another": "00000000000000000000000000000002" + rest + "nosuch", "1 MiB": strings.Repeat("0", 1<<20),
		"long name": "00000000000000000000000000000002" + rest + strings.Repeat("lo", 1000),
	} {
		change := map[string]string{"net/if_inet6": line + "\n" + files["net/if_inet6"]}
		unharmed(t, lab, name, changed(files, change), want)
	}
	for _, e := range endings[:4] {
		change := map[string]string{"net/if_inet6": e.change(files["net/if_inet6"])}
		unharmed(t, lab, e.name, changed(files, change), want)
	}
}

// Of a line that can't be read whole, -v says where it stands.
func TestMalformedLinesAreNamed(t *testing.T) {
	t.Parallel()
	lab := town(t)
	files := procFiles(lab)
	lab.Proc(changed(files, map[string]string{"net/dev": between(files["net/dev"], "  bad0: 1 2 x")}))
	got := lab.Run("ifconfig", "-v", "-s")
	if !strings.HasPrefix(got.Stderr, "/proc/net/dev:4: ") || strings.Count(got.Stderr, "\n") != 1 || got.Exit != "0" {
		t.Errorf("status %s\n%s", got.Exit, got.Stderr)
	}
}
