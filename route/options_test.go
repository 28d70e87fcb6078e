package route

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/version"
	"classicnet/tool"
)

// The options of the classic table, in its order: abbreviations depend on it.
func TestOptionsAreComplete(t *testing.T) {
	var got []string
	for _, o := range new(command).parser().Options() {
		name := o.LongName
		if o.ShortName != 0 {
			name += "/" + string(o.ShortName)
		}
		got = append(got, name)
	}
	want := "ax25 x25 ip ipx appletalk netrom inet inet6 ddp unix tcpip extend/e verbose/v version/V" +
		" numeric/n symbolic/N protocol/A cache/C fib/F help/h /? /4 /6 dialect json"
	if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// What a command line says before it does anything.
func TestOptions(t *testing.T) {
	version := route.VersionText()
	tests := []struct {
		line, stderr string
		status       int
	}{
		{"-h", "(usage)\n", 4},
		{"-?", "(usage)\n", 4},
		{"--help", "(usage)\n", 4},
		{"--h -n", "(usage)\n", 4},
		{"-h add default", "(usage)\n", 4},
		{"-V", version, 5},
		{"-nV", version, 5},
		{"--version", version, 5},
		{"-h -V", version, 5},
		{"-V -h", version, 5},
		// getopt's words count as a call for help, once.
		{"-Z", "route: invalid option -- 'Z'\n(usage)\n", 4},
		{"-ZY", "route: invalid option -- 'Z'\nroute: invalid option -- 'Y'\n(usage)\n", 4},
		{"-A", "route: option requires an argument -- 'A'\n(usage)\n", 4},
		{"--frob", "route: unrecognized option '--frob'\n(usage)\n", 4},
		{"--n", "route: option '--n' is ambiguous; possibilities: '--netrom' '--numeric'\n(usage)\n", 4},
		{"--numeric=1", "route: option '--numeric' doesn't allow an argument\n(usage)\n", 4},
		{"--protocol", "route: option '--protocol' requires an argument\n(usage)\n", 4},
		{"add default metric -1", "route: invalid option -- '1'\n(usage)\n", 4},
		{"add -frob 10.0.0.0/8", "route: invalid option -- 'f'\nroute: invalid option -- 'r'\nroute: invalid option -- 'o'\nroute: invalid option -- 'b'\n(usage)\n", 4},
		{"-Z -A inet6", "route: invalid option -- 'Z'\n(inet6 usage)\n", 4},
		// Options act in order of appearance.
		{"-A foo -V", "Unknown address family `foo'.\n", 1},
		{"-V -A foo", version, 5},
		{"-A foo -Z", "Unknown address family `foo'.\n", 1},
		{"-Z -A foo", "route: invalid option -- 'Z'\nUnknown address family `foo'.\n", 1},
		// Help of a family.
		{"-h -A inet", "(inet usage)\n", 4},
		{"--inet6 -h", "(inet6 usage)\n", 4},
		{"-C -h -A inet", "Modifying `inet' routing cache not supported\n(inet usage)\n", 4},
		{"--ipx -h", "IPX: this needs to be written\n", 0},
		{"--netrom -h", "NET/ROM: this needs to be written\n", 0},
		{"--ddp -h", "No routing for address family `ddp'.\n(usage)\n", 4},
		{"--ax25 -h", "No routing for address family `ax25'.\n(usage)\n", 4},
		{"--unix -h", "No routing for address family `unix'.\n(usage)\n", 4},
		// Verbs are whole words.
		{"remove default", "(usage)\n", 4},
		{"show", "(usage)\n", 4},
		{"ADD default", "(usage)\n", 4},
		{"-", "(usage)\n", 4},
	}
	for _, test := range tests {
		t.Run(test.line, func(t *testing.T) {
			want := result{Stderr: test.stderr, Status: test.status}
			if diff := cmp.Diff(want, runLine(test.line).reasoned(want)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
	if got := newWorld().run(""); got.Stderr != "route: : neither add, del nor flush\n(usage)\n" || got.Status != 4 {
		t.Errorf("empty operand: %+v", got)
	}
}

// Scripts look for the first line of the version.
func TestVersionText(t *testing.T) {
	first, rest, _ := strings.Cut(route.VersionText(), "\n")
	if first != "net-tools 1.60" || !strings.Contains(rest, version.Number) || !strings.Contains(rest, "inet6") {
		t.Errorf("got %q", route.VersionText())
	}
}

// POSIXLY_CORRECT ends the options at the first operand.
func TestPosixlyCorrect(t *testing.T) {
	w := newWorld()
	w.environ = map[string]string{"POSIXLY_CORRECT": "1"}
	want := result{Calls: "socket 2\nSIOCADDRT 0.0.0.0 flags=0x1 dev=-n\nclose\n"}
	if diff := cmp.Diff(want, w.runWords("add default dev -n")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// -net and -host are protected in all words, the program's name included;
// getopt's messages start with it as it is.
func TestProgramName(t *testing.T) {
	for name, want := range map[string]string{"/sbin/route": "/sbin/route: ", "-net": "#net: ", "inet6_route": "inet6_route: ", "": ": "} {
		var stderr bytes.Buffer
		w := newWorld()
		e := &Env{Env: tool.Env{Stdout: &bytes.Buffer{}, Stderr: &stderr, Open: w.open, Getenv: func(string) string { return "" }}}
		if status := Main(e, []string{name, "-Z"}); status != 4 {
			t.Errorf("%q: status %d", name, status)
		}
		if !strings.HasPrefix(stderr.String(), want+"invalid option -- 'Z'\n") {
			t.Errorf("%q: got %q", name, stderr.String())
		}
	}
}

// The address family doesn't come from the program's name: a link of any name
// lists what route lists.
func TestProgramNameIsNoFamily(t *testing.T) {
	var stdout bytes.Buffer
	w := newWorld()
	w.files["/proc/net/route"] = routeTitles
	e := &Env{Env: tool.Env{Stdout: &stdout, Stderr: &bytes.Buffer{}, Open: w.open, Getenv: func(string) string { return "" }}}
	if status := Main(e, []string{"/usr/bin/my_inet6_route"}); status != 0 {
		t.Errorf("status %d", status)
	}
	if !strings.HasPrefix(stdout.String(), "Kernel IP routing table\n") {
		t.Errorf("got %q", stdout.String())
	}
}

// brokenWriter is a full disk.
type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

func TestWriteError(t *testing.T) {
	for _, lines := range []int{0, 5000} {
		var stderr bytes.Buffer
		w := newWorld()
		w.files["/proc/net/route"] = routeTitles + strings.Repeat(routeLine, lines)
		e := &Env{Env: tool.Env{
			Stdout: brokenWriter{errors.New("disk full")}, Stderr: &stderr, Open: w.open,
			Getenv: func(string) string { return "" },
		}}
		if status := Main(e, []string{"route", "-n"}); status != 1 {
			t.Errorf("%d lines: status %d", lines, status)
		}
		if got := stderr.String(); got != "route: write error: disk full\n" {
			t.Errorf("%d lines: %q", lines, got)
		}
	}
}
