package ifupdown

import (
	"strings"
	"testing"
)

// Where an interface isn't there, what would have made it is named.
func TestMissingInterface(t *testing.T) {
	for _, c := range []struct{ name, options, want string }{
		{"vx0", " vxlan-id 7\n", "; vxlan-id 7 at interfaces:3:11 would have made it, and nothing here does"},
		{"gre1", " tunnel-mode gre\n", "; tunnel-mode gre at interfaces:3:14 would have made it, and nothing here does"},
		{"srv", " vlan-id 5\n", "; vlan-id 5 at interfaces:3:10 would have made it, and nothing here does"},
		{"eth0.5", "", "; by its name it is a VLAN of eth0, which isn't there either"},
		{"eth0.5:1", "", "; by its name it is a VLAN of eth0, which isn't there either"},
		{"eth7", " foo bar\n", ""},
		{"eth0.x", "", ""},
	} {
		w := write(t, newWorld(), "iface "+c.name+" inet static\n address 10.0.0.1/24\n"+c.options)
		got := w.run("ifup", "--no-scripts", c.name)
		if want := "ifup: " + c.name + ": SIOCSIFADDR " + c.name + " 10.0.0.1: No such device" + c.want + "\n"; got.Status != 1 || !strings.HasPrefix(got.Stderr, want) {
			t.Errorf("%s%s: %+v, want %s", c.name, c.options, got, want)
		}
	}
}
