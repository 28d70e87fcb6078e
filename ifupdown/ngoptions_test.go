package ifupdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The command lines of OpenRC's script for ifupdown-ng.
func TestCommandLinesOfOpenRC(t *testing.T) {
	const text = "auto lo eth0\niface lo inet loopback\niface eth0 inet manual\niface eth1 inet manual\n"
	w := newWorld("lo", "eth0", "eth1")
	w.files["F"] = text
	w.store["ifstate"] = "eth1=eth1 1 explicit\nlo=lo 2 explicit\n"
	for _, c := range []struct {
		args string
		want result
	}{
		{"ifquery --state-file /run/ifstate -i F --running", result{"eth1\nlo\n", "", 0}},
		{"ifquery -S /run/ifstate -i F -r", result{"eth1\nlo\n", "", 0}},
		{"ifquery --interfaces F --state-file /run/ifstate --timeout 300 --auto --list", result{"lo\neth0\n", "", 0}},
		{"ifquery -i F -S /run/ifstate -T 300 -a -L", result{"lo\neth0\n", "", 0}},
		{"ifup --interfaces F --state-file /run/ifstate --timeout 300 eth0", result{}},
		{"ifup -i F -S /run/ifstate -T 300 eth1", result{"", "ifup: interface eth1 already configured\n", 0}},
		{"ifquery -i F --state-file /run/ifstate --auto --running", result{"eth1\nlo\neth0\n", "", 0}},
		{"ifquery -i F -S /run/ifstate --json --running", result{"[\n{\"name\":\"eth1\",\"logical\":\"eth1\"},\n" +
			"{\"name\":\"lo\",\"logical\":\"lo\"},\n{\"name\":\"eth0\",\"logical\":\"eth0\"}\n]\n", "", 0}},
		{"ifquery -i F -S /run/ifstate -r lo nosuch", result{"lo\n", "", 0}},
		{"ifdown -i F --state-file /run/ifstate --auto", result{}},
		{"ifquery -i F -S /run/ifstate --running", result{}},
		{"ifquery -i F --option mtu=1400 eth0", result{"mtu: 1400\n", "", 0}},
		{"ifquery -i F --auto", result{"", "ifquery: --all goes with --list or --state\nifquery: --help tells more\n", 1}},
		{"ifup -i F -T x eth0", result{"", "ifup: -T wants a number of seconds\nifup: --help tells more\n", 1}},
	} {
		if got := w.runPlain(strings.Fields(c.args)...); !cmp.Equal(c.want, got) {
			t.Errorf("%s:\n%s", c.args, cmp.Diff(c.want, got))
		}
	}
}

// What --state-file names is a file of any name.
func TestStateFile(t *testing.T) {
	w := write(t, newWorld("eth0"), "iface eth0 inet manual\n")
	if r := w.run("ifup", "--no-scripts", "-S", "/var/state.db", "eth0"); r != (result{}) {
		t.Error(r)
	}
	if diff := cmp.Diff(map[string]string{"state.db": "eth0=eth0\n", "state.db.eth0": "eth0\nmade\n", "state.db.unfinished": ""}, w.store); diff != "" {
		t.Error(diff)
	}
	if r := w.run("ifquery", "--state"); r != (result{}) {
		t.Error(r)
	}
	if r := w.run("ifquery", "--state", "-S", "state.db"); r != (result{Stdout: "eth0=eth0\n"}) {
		t.Error(r)
	}
}
