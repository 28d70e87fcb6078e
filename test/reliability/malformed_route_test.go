package reliability

import (
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/internal/netlab"
)

// badRouteLines are lines of /proc/net/route as no kernel writes them, which
// the originals have room for.
var badRouteLines = []struct{ name, line string }{
	{"blank", ""},
	{"blanks", strings.Repeat(" ", 200)},
	{"name only", "eth1"},
	{"short", "eth1\t0001010A\t00000000\t0001"},
	{"long hex", "eth1\t0001010A0001010A0001010A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0"},
	{"negative", "eth1\t0001010A\t00000000\t0001\t-1\t-2\t-3\t00FFFFFF\t-4\t-5\t-6"},
	{"overflowing", "eth1\t0001010A\t00000000\t99999999999999\t99999999999999\t99999999999999\t99999999999999\t00FFFFFF\t99999999999999\t0\t0"},
	{"extra columns", "eth1\t0001010A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\t1\t2\t3\t4"},
	{"words", "one two three four five six seven eight nine ten eleven"},
	{"blanks for tabs", "eth1 0001010A 00000000 0001 0 0 0 00FFFFFF 0 0 0"},
	{"NUL", "eth1\t0001010A\x00\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0"},
	{"carriage return", "eth1\t0001010A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\r"},
	{"all flags", "eth1\t0001010A\t00000000\tFFFFFFFF\t0\t0\t0\t00FFFFFF\t0\t0\t0"},
	{"format", "%s%n%d\t0001010A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0"},
}

// oddRouteLines are those of which the originals show what stood in memory, or
// which are too long for them.
var oddRouteLines = []struct{ name, line string }{
	{"no hex", "eth1\tXYZ\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0"},
	{"short hex", "eth1\tA\tB\t1\t0\t0\t0\tC\t0\t0\t0"},
	{"name of 16", strings.Repeat("N", 16) + "\t0001010A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0"},
	{"name of 100,000", strings.Repeat("N", 100_000) + "\t0001010A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0"},
	{"1 MiB", "eth1" + strings.Repeat("\t1", 1<<19)},
	{"1 MiB without blanks", strings.Repeat("x", 1<<20)},
	{"65,536 lines", strings.Repeat("\n", 1<<16)},
}

// Of a malformed line stands in the table what net-tools shows of it, and all
// other lines are there.
func TestMalformedRoutes(t *testing.T) {
	t.Parallel()
	netlab.NeedVersion(t, "net-tools 2.10", "/usr/sbin/route", "-V")
	lab := town(t)
	lab.Sh("ip route add 10.1.0.0/16 dev eth1")
	want, file := lab.Run("route", "-n"), lab.Sh("cat /proc/net/route")
	lines := strings.SplitAfter(file, "\n")
	for _, bad := range badRouteLines {
		lab.Proc(map[string]string{"net/route": strings.Join(lines[:2], "") + bad.line + "\n" + strings.Join(lines[2:], "")})
		got, theirs := lab.Run("route", "-n"), lab.Run("/usr/sbin/route", "-n")
		lab.Sh("umount /proc")
		check(t, bad.name, netlab.Result{Stdout: theirs.Stdout, Exit: theirs.Exit}, got)
		missing(t, bad.name, want.Stdout, got.Stdout)
	}
	for _, bad := range oddRouteLines {
		lab.Proc(map[string]string{"net/route": strings.Join(lines[:2], "") + bad.line + "\n" + strings.Join(lines[2:], "")})
		got, kib := measure(t, lab, "route", "-n")
		lab.Sh("umount /proc")
		missing(t, bad.name, want.Stdout, got.Stdout)
		if got.Exit != "0" || got.Stderr != "" || kib > 24<<10 {
			t.Errorf("%s: status %s %s, %d KiB", bad.name, got.Exit, got.Stderr, kib)
		}
	}
}

// missing fails the test for each line of a text that another hasn't.
func missing(t *testing.T, what, lines, text string) {
	t.Helper()
	for line := range strings.Lines(lines) {
		if !strings.Contains(text, line) {
			t.Errorf("%s: %q is missing", what, line)
		}
	}
}

// A table that isn't there, one without a line, one without routes, and one
// that lacks a column are four things.
func TestMissingRoutes(t *testing.T) {
	t.Parallel()
	lab := town(t)
	file := lab.Sh("cat /proc/net/route")
	titles, _, _ := strings.Cut(file, "\n")
	none := strings.Join(strings.SplitAfter(lab.Run("route", "-n").Stdout, "\n")[:2], "")
	const lacks = "warning: /proc/net/route does not contain required field "
	for _, test := range []struct {
		name  string
		files map[string]string
		want  netlab.Result
	}{
		{"no file", nil, netlab.Result{Stdout: "INET (IPv4) not configured in this system.\n", Stderr: "/proc/net/route: No such file or directory\n", Exit: "1"}},
		{"a folder", map[string]string{"net/route/x": ""}, netlab.Result{Stdout: none, Exit: "1"}},
		{"empty", map[string]string{"net/route": ""}, netlab.Result{Stdout: none, Exit: "1"}},
		{"titles", map[string]string{"net/route": titles + "\n"}, netlab.Result{Stdout: none, Exit: "0"}},
		{"titles without newline", map[string]string{"net/route": titles}, netlab.Result{Stdout: none, Exit: "0"}},
		{"no column Mask", map[string]string{"net/route": strings.Replace(file, "Mask", "Mosk", 1)}, netlab.Result{Stdout: none, Stderr: lacks + "Mask\n", Exit: "1"}},
		{"NUL first", map[string]string{"net/route": "\x00" + file}, netlab.Result{Stdout: none, Stderr: lacks + "Iface\n", Exit: "1"}},
	} {
		lab.Proc(test.files)
		check(t, test.name, test.want, lab.Run("route", "-n"))
		check(t, test.name+", change", netlab.Result{Exit: "0"}, lab.Run("route", "add", "-net", "10.1.0.0/16", "dev", "eth1"))
		lab.Sh("umount /proc; ip route del 10.1.0.0/16")
	}
}

// Without a socket routes can be listed, and not be changed.
func TestRouteWithoutSocket(t *testing.T) {
	t.Parallel()
	needTrouble(t)
	lab := town(t)
	for errno, reason := range map[unix.Errno]string{
		unix.EAFNOSUPPORT: "Address family not supported by protocol", unix.EPERM: "Operation not permitted", unix.EMFILE: "Too many open files",
	} {
		deny := noSockets(t, errno, unix.AF_UNSPEC)
		check(t, "listing", lab.Run("route", "-n"), runIn(t, lab, deny, "route", "-n"))
		want := netlab.Result{Stderr: "socket: " + reason + "\n", Exit: "7"}
		check(t, "add", want, runIn(t, lab, deny, "route", "add", "-net", "10.1.0.0/16", "dev", "eth1"))
		check(t, "del", want, runIn(t, lab, deny, "route", "-A", "inet6", "del", "fd01::/64"))
	}
}
