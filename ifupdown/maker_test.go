package ifupdown

import (
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// Where an interface isn't there, what would have made it is named.
func TestMissingInterface(t *testing.T) {
	for _, c := range []struct{ name, options, want string }{
		{"vmbr0", " bridge_ports eno1 eno2\n", "; bridge_ports eno1 eno2 at interfaces:3:15 would have made it, and nothing here does"},
		{"vmbr0", " bridge-stp off\n bridge-ports none\n", "; bridge-ports none at interfaces:4:15 would have made it, and nothing here does"},
		{"bond0", " bond-slaves a b\n", "; bond-slaves a b at interfaces:3:14 would have made it, and nothing here does"},
		{"vlan5", " vlan-raw-device eth0\n", "; vlan-raw-device eth0 at interfaces:3:18 would have made it, and nothing here does"},
		{"srv", " vlan_raw_device eth0\n vlan-id 5\n", "; vlan_raw_device eth0 at interfaces:3:18 would have made it, and nothing here does"},
		{"srv", " vlan-id 5\n", "; vlan-id 5 at interfaces:3:10 would have made it, and nothing here does"},
		{"eth0.5", "", "; by its name it is a VLAN, and nothing here makes those"},
		{"eth0.5:1", "", "; by its name it is a VLAN, and nothing here makes those"},
		{"eth7", " foo bar\n", ""},
		{"eth0.x", "", ""},
	} {
		w := write(t, newWorld(), "iface "+c.name+" inet static\n address 10.0.0.1/24\n"+c.options)
		entry := "SetAddr " + c.name + " 10.0.0.1"
		w.failing[entry] = unix.ENODEV
		got := w.run("ifup", "--no-scripts", c.name)
		if want := "ifup: " + c.name + ": SIOCSIFADDR " + c.name + " 10.0.0.1: no such device" + c.want + "\n"; got.Status != 1 || !strings.HasPrefix(got.Stderr, want) {
			t.Errorf("%s%s: %+v, want %s", c.name, c.options, got, want)
		}
	}
}
