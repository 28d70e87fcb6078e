package ifupdown

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// alone is a file with a stanza in the way of ifupdown-ng: in Debian's syntax it
// is refused by itself.
const alone = "auto eth0 eth1\niface eth0\n address 192.0.2.2/24\niface eth1 inet manual\n"

// A stanza that is refused keeps no other interface down, lo first of all, and
// nothing of its own is done.
func TestRefusedStanza(t *testing.T) {
	const why = "interfaces:2:11: no address family and no inherits\n"
	for _, c := range []struct {
		args, up string
		want     result
	}{
		{"ifup -a", "eth1 lo", result{"", "ifup: " + why + "ifup: failed to bring up eth0\n", 1}},
		{"ifup eth1", "eth1", result{}},
		{"ifup eth0", "", result{"", "ifup: " + why + "ifup: failed to bring up eth0\n", 1}},
		{"ifquery --list", "", result{"lo\neth0\neth1\n", "", 0}},
		{"ifquery eth0", "", result{"", "ifquery: " + why, 1}},
		{"ifquery --json eth0", "", result{"[\n]\n", "ifquery: " + why, 1}},
		{"ifdown eth0", "", result{"", "ifdown: interface eth0 not configured\n", 0}},
		{"ifdown --force eth0", "", result{"", "ifdown: " + why, 1}},
	} {
		w := write(t, newWorld("lo", "eth0", "eth1"), alone)
		if diff := cmp.Diff(c.want, w.run(strings.Fields(c.args)...)); diff != "" {
			t.Errorf("%s:\n%s", c.args, diff)
		}
		if diff := cmp.Diff(c.up, strings.Join(areUp(w), " ")); diff != "" {
			t.Errorf("%s:\n%s", c.args, diff)
		}
	}
}

// areUp are the devices of a world that are up.
func areUp(w *world) (list []string) {
	for _, d := range w.kernel.Interfaces() {
		if w.isUp(d.Name) {
			list = append(list, d.Name)
		}
	}
	slices.Sort(list)
	return list
}
