package ifupdown

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// both is a lab with Debian's commands beside ours.
func both(t *testing.T, text string) (l tools, theirs func(args ...string) string) {
	o := debian(t)
	l = newTools(t, text)
	folder, err := filepath.Abs(o.folder)
	if err != nil {
		t.Fatal(err)
	}
	return l, func(args ...string) string {
		t.Helper()
		line := append([]string{filepath.Join(folder, args[0]), "-i", "interfaces", "--state-dir", "state", "--no-scripts"}, args[1:]...)
		r := l.Run(line...)
		if r.Exit != "0" {
			t.Errorf("Debian's %v: %+v", args, r)
		}
		return r.Stdout + r.Stderr
	}
}

// Either leaves the same in the kernel, up and down.
func TestDebianLeavesTheSame(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text string }{
		{"tutorial", tutorial},
		{"static", "auto eth1\niface eth1 inet static\n address 10.0.0.1/24\n broadcast 10.0.0.254\n mtu 1400\n" +
			" hwaddress ether 02:00:00:00:00:77\n"},
		{"pointopoint", "auto eth1\niface eth1 inet static\n address 10.0.0.1/32\n pointopoint 10.9.0.1\n"},
		{"manual", "auto eth1\niface eth1 inet manual\n mtu 1300\n"},
		{"inet6", "auto eth1\niface eth1 inet6 static\n address 2001:db8::1/64\n dad-attempts 0\n"},
		{"classful", "auto eth1\niface eth1 inet static\n address 172.16.3.4\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, theirs := both(t, c.text)
			theirs("ifup", "-a")
			up := strings.ReplaceAll(l.State(), " nodad", "") // a mark that no ioctl can set
			theirs("ifdown", "-a")
			down := l.State()
			l.do("ifup", "-a")
			if diff := cmp.Diff(inOrder(up), inOrder(l.State())); diff != "" {
				t.Errorf("ifup -a (-Debian +ours):\n%s", diff)
			}
			l.do("ifdown", "-a")
			if diff := cmp.Diff(inOrder(down), inOrder(l.State())); diff != "" {
				t.Errorf("ifdown -a (-Debian +ours):\n%s", diff)
			}
		})
	}
}

// Either knows what the other brought up, and takes it down.
func TestDebianState(t *testing.T) {
	t.Parallel()
	l, theirs := both(t, tutorial)
	l.do("ifup", "-a")
	if diff := cmp.Diff(l.do("ifquery", "--state"), theirs("ifquery", "--state")); diff != "" {
		t.Error(diff)
	}
	if said := theirs("ifup", "eth1"); !strings.Contains(said, "already configured") {
		t.Error(said)
	}
	theirs("ifdown", "-a")
	if got := l.do("ifquery", "--state"); got != "" {
		t.Error(got)
	}
	theirs("ifup", "-a")
	if said := l.try("ifup", "eth1").Stderr; !strings.Contains(said, "already configured") {
		t.Error(said)
	}
	l.do("ifdown", "-a")
	if got := theirs("ifquery", "--state"); got != "" {
		t.Error(got)
	}
}
