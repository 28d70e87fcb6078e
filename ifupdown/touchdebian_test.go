package ifupdown

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

// The same files in Debian's ifup give the same addresses, routes and settings.
func TestDebianAddsTheSame(t *testing.T) {
	t.Parallel()
	l, folder := besideDebian(t)
	for f, text := range touching {
		for s, situation := range situations {
			if !isSample(f, s) {
				continue
			}
			ours, said := raised(l, "our", situation.text, text)
			theirs, theySaid := raised(l, folder, situation.text, text)
			if a, b := plainTable(ours), plainTable(theirs); !slices.Equal(a, b) {
				t.Errorf("%s,\n%sours:\n%s\n%sDebian's:\n%s\n%s", situation.name, text, strings.Join(a, "\n"), said, strings.Join(b, "\n"), theySaid)
			}
		}
	}
}

// besideDebian is a lab with our ifup and ifdown in its folder "our", and the folder
// of Debian's.
func besideDebian(t *testing.T) (l *netlab.Lab, theirs string) {
	o := debian(t)
	netlab.Need(t, "ip", netlab.Veth)
	bin := netlab.Tools(t, "ifup")
	l = netlab.New(t, bin)
	theirs, err := filepath.Abs(o.folder)
	if err != nil {
		t.Fatal(err)
	}
	l.Sh("mount -t sysfs none /sys; mkdir our; for i in ifup ifdown; do ln -s " + bin + "/ifup our/$i; done")
	return l, theirs
}

// raised runs ifup in a situation and returns what is configured then, and what
// was said.
func raised(l *netlab.Lab, folder, situation, text string) (up []string, said string) {
	out := l.Sh(snapshot + afresh + situation + "\n: >said; cat >touched <<'END'\n" + text + "END\n" +
		calls(folder, "ifup", touched(text)) + "snapshot; echo =; cat said")
	table, said, _ := strings.Cut(out, "=\n")
	return strings.Split(table, "\n"), said
}

// known are the differences that docs/compat.md names: a route of its own to a
// gateway in place of the flag onlink, what no ioctl carries (scope, nodad, preferred
// lifetimes); labels of second addresses; accept_dad in place
// of the flag nodad.
var (
	known      = regexp.MustCompile(` onlink| nodad| deprecated| scope (link|global)| proto [a-z]+`)
	knownLabel = regexp.MustCompile(` v0(:[0-9a-z]+)?$`)
)

// plainTable are the addresses, routes and settings without what is known to differ.
func plainTable(lines []string) (list []string) {
	for _, l := range lines {
		gateway := strings.HasPrefix(l, "route ") && strings.HasSuffix(l, " dev v0 scope link")
		switch l = known.ReplaceAllString(l, ""); {
		case l == "" || gateway || strings.Contains(l, "/accept_dad:"):
		case strings.HasPrefix(l, "addr "):
			list = append(list, knownLabel.ReplaceAllString(l, ""))
		default:
			list = append(list, l)
		}
	}
	slices.Sort(list)
	return list
}
