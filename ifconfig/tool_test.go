package ifconfig

import (
	"errors"
	"io"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
	"classicnet/ioctl"
	"classicnet/tool"
)

func TestUnknownOptions(t *testing.T) {
	for _, option := range []string{"-i", "-ax", "-", "--", "--all", "-x", "--short", "-a=b", "--jso", "--json=x", "-A"} {
		got := start(oneCard(), etc(), option, "-h")
		want := "ifconfig: option `" + option + "' not recognised.\nifconfig: `--help' gives usage information.\n1\n"
		if got.String() != want {
			t.Errorf("%s: %s", option, got)
		}
	}
}

func TestVersion(t *testing.T) {
	for _, option := range []string{"-V", "-version", "--version"} {
		got := start(oneCard(), etc(), "-a", option, "-h")
		if got.status != 4 || got.stdout.Len() > 0 || !strings.HasPrefix(got.stderr.String(), "net-tools 1.60\nifconfig ") {
			t.Errorf("%s: %s", option, got)
		}
	}
}

func TestOptionsAreTakenInFrontOnly(t *testing.T) {
	k, f := town()
	if got := start(k, f, "-s", "-a", "-v"); !strings.HasPrefix(got.stdout.String(), "Iface") || !strings.Contains(got.stdout.String(), "down0") {
		t.Errorf("-s -a -v: %s", got)
	}
	if got := start(k, f, "lo", "-s"); got.status != 1 {
		t.Errorf("lo -s: %s", got)
	}
}

func TestShortQueryHasItsHeaderAlways(t *testing.T) {
	got := start(oneCard(), etc(), "-s", "nosuch")
	if !strings.HasPrefix(got.stdout.String(), "Iface") || got.status != 1 {
		t.Errorf("%s", got)
	}
}

func TestDialects(t *testing.T) {
	k, f := town()
	for args, first := range map[string]string{
		"":                         "eth1      Link",
		"--dialect=net-tools-2.10": "eth1: flags=",
		"--dialect=classic":        "eth1      Link",
		"--dialect net-tools-2.10": "eth1: flags=",
	} {
		if got := start(k, f, strings.Fields(args)...); !strings.HasPrefix(got.stdout.String(), first) {
			t.Errorf("%s: %s", args, got)
		}
	}
	f["$CLASSICNET_DIALECT"] = "net-tools-2.10"
	if got := start(k, f); !strings.HasPrefix(got.stdout.String(), "eth1: flags=") {
		t.Errorf("variable: %s", got)
	}
	if got := start(k, f, "--dialect=classic"); !strings.HasPrefix(got.stdout.String(), "eth1      Link") {
		t.Errorf("option and variable: %s", got)
	}
	if got := start(k, f, "--dialect=list"); got.status != 0 || strings.Count(got.stdout.String(), "\n") != 8 {
		t.Errorf("list: %s", got)
	}
	if got := start(k, f, "--dialect=frob"); got.status != 4 || !strings.Contains(got.stderr.String(), "busybox") {
		t.Errorf("unknown: %s", got)
	}
}

// busybox sorts by bytes.
func TestByteOrder(t *testing.T) {
	k, f := town()
	got := start(k, f, "--dialect=busybox")
	var order []string
	for line := range strings.Lines(got.stdout.String()) {
		if line[0] != ' ' && line[0] != '\n' {
			order = append(order, strings.Fields(line)[0])
		}
	}
	if want := "eth1 eth10 eth1:0 eth1:10 eth1:2 lo"; strings.Join(order, " ") != want {
		t.Errorf("got %v", order)
	}
}

func TestEmptyArguments(t *testing.T) {
	if got := start(oneCard(), etc(), ""); got.String() != ": error fetching interface information: Device not found\n1\n" {
		t.Errorf("empty name: %s", got)
	}
	e := &Env{Env: tool.Env{Stdout: io.Discard, Stderr: io.Discard, Open: etc().open, Getenv: func(string) string { return "" }},
		Dial: func(int) (Kernel, error) { return socket(oneCard(), unix.AF_INET), nil }}
	if status := Main(e, nil); status != 0 {
		t.Errorf("no argv at all: %d", status)
	}
}

// fullDisk is a stdout that takes nothing.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, unix.ENOSPC }

func TestFullDisk(t *testing.T) {
	var says strings.Builder
	k, f := town()
	e := &Env{Env: tool.Env{Stdout: fullDisk{}, Stderr: &says, Open: f.open, Getenv: func(string) string { return "" }},
		Dial: func(family int) (Kernel, error) { return socket(k, family), nil }}
	if status := Main(e, []string{"ifconfig"}); status != 1 || says.String() != "ifconfig: write error: No space left on device\n" {
		t.Errorf("%d %s", status, says.String())
	}
}

// refusing is a sandbox without sockets but those of the families in allowed.
func refusing(errno unix.Errno, allowed ...int) *Env {
	k, f := town()
	return &Env{Env: tool.Env{Open: f.open, Getenv: func(string) string { return "" }},
		Dial: func(family int) (Kernel, error) {
			for _, a := range allowed {
				if a == family {
					return socket(k, family), nil
				}
			}
			return nil, &ioctl.Error{Request: "socket", Err: errno}
		}}
}

func TestNoSocket(t *testing.T) {
	for errno, text := range map[unix.Errno]string{
		unix.EPERM: "Operation not permitted", unix.EMFILE: "Too many open files",
		unix.EAFNOSUPPORT: "Address family not supported by protocol",
	} {
		for _, args := range [][]string{{}, {"lo"}, {"lo", "up"}} {
			var says strings.Builder
			e := refusing(errno)
			e.Stdout, e.Stderr = io.Discard, &says
			status := Main(e, append([]string{"ifconfig"}, args...))
			if want := "No usable address families found.\nsocket: " + text + "\n"; status != 1 || says.String() != want {
				t.Errorf("%v: %d %s", args, status, says.String())
			}
		}
	}
}

func TestAnotherSocketWillDo(t *testing.T) {
	var says, prints strings.Builder
	e := refusing(unix.EAFNOSUPPORT, unix.AF_INET6)
	e.Stdout, e.Stderr = &prints, &says
	status := Main(e, []string{"ifconfig"})
	const warning = "warning: no inet socket available: Address family not supported by protocol\n"
	if status != 0 || says.String() != warning || !strings.Contains(prints.String(), "eth1:0") {
		t.Errorf("%d %s%s", status, says.String(), prints.String())
	}
	says.Reset()
	if status := Main(e, []string{"ifconfig", "lo", "up"}); status != 255 {
		t.Errorf("flags without inet: %d %s", status, says.String())
	}
}

func TestReasonOfOtherErrors(t *testing.T) {
	if got := frame.Reason(errors.New("odd")); got != "odd" {
		t.Errorf("got %q", got)
	}
}

// TestAliasWithoutInetSocket: clearing a flag of an alias is left to inet's
// socket; setting one isn't.
func TestAliasWithoutInetSocket(t *testing.T) {
	k := oneCard()
	for args, want := range map[string]string{
		"eth0:0 inet6 down":   "No support for INET on this system.\n255\n",
		"eth0:0 inet6 -arp":   "0\n",
		"eth0 inet6 -promisc": "0\n",
	} {
		got := &terminal{}
		e := got.env(k, etc())
		e.Dial = func(family int) (Kernel, error) {
			if family == unix.AF_INET6 {
				return socket(k, family), nil
			}
			return nil, &ioctl.Error{Request: "socket", Err: unix.EAFNOSUPPORT}
		}
		if got.status = Main(e, append([]string{"ifconfig"}, words(args)...)); got.String() != want {
			t.Errorf("%s: %s", args, got)
		}
	}
}
