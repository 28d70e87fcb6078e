package ifupdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What Debian's ifup brought up and ours once more, by --force, goes down whole.
func TestAdopted(t *testing.T) {
	w := write(t, newWorld("v0"), "iface v0 inet static\naddress 10.0.0.1/8\naddress 10.0.0.2/8\ngateway 10.0.0.9\n"+
		"iface v0 inet6 static\naddress 2001:db8::1/64\ngateway 2001:db8::9\ndad-attempts 0\n")
	w.run("ifup", "v0")
	before := w.state()
	w.store = map[string]string{fileState: "v0=v0\n"} // all that Debian's has
	if r := w.run("ifup", "--force", "v0"); r != (result{}) {
		t.Error(r)
	}
	if diff := cmp.Diff(before, w.state()); diff != "" || strings.Count(before, "\n") < 5 {
		t.Error(diff)
	}
	if r := w.run("ifdown", "v0"); r != (result{}) {
		t.Error(r)
	}
	if diff := cmp.Diff("", w.state()); diff != "" {
		t.Error(diff)
	}
}

// So does what it stands on.
func TestAdoptedDevices(t *testing.T) {
	w := bondWorld(t, "iface br0 inet manual\n bridge_ports eth0\n bridge_maxwait 0\niface eth1.5 inet manual\n")
	for _, name := range []string{"br0", "eth1.5"} {
		w.kernel.Add(card(name))
	}
	w.vlan("eth1.5", "eth1", 5)
	w.bridge("br0", "eth0")
	w.setUp(true, "br0", "eth0", "eth1.5")
	w.store[fileState] = "br0=br0\neth1.5=eth1.5\n"
	for _, line := range []string{"ifup --force br0 eth1.5", "ifdown br0 eth1.5"} {
		if r := w.run(strings.Fields(line)...); r != (result{}) {
			t.Error(line, r)
		}
	}
	w.nothingLeft(t, "eth0", "eth1")
}

// An address that the file no longer has stays, as it may be somebody else's, which is told.
func TestChangedSinceAnotherIfup(t *testing.T) {
	w := write(t, newWorld("v0"), "iface v0 inet static\naddress 10.0.0.9/8\n")
	w.store[fileState] = "v0=v0\n"
	w.give(map[string]string{"v0": "10.0.0.1"})
	want := result{Stderr: "ifdown: v0: 10.0.0.9/8 isn't there; 10.0.0.1/8 is, and stays: `ifconfig v0 0` takes it away\n"}
	if diff := cmp.Diff(want, w.run("ifdown", "v0")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("v0 10.0.0.1 255.0.0.0", w.state()); diff != "" {
		t.Error(diff)
	}
}

// The kernel's address of lo isn't another one.
func TestLoopbackIsNoChange(t *testing.T) {
	w := write(t, newWorld("lo"), "iface lo inet loopback\niface lo inet static\naddress 10.255.0.1/32\n")
	w.store[fileState] = "lo=lo\n"
	w.give(map[string]string{"lo": "127.0.0.1"})
	if r := w.run("ifdown", "lo"); r != (result{}) {
		t.Error(r)
	}
}

// An interface that has lost its stanza is left as it is, and isn't up any more for ifup.
func TestStanzaGone(t *testing.T) {
	w := write(t, newWorld("v0"), "iface v0 inet static\naddress 10.0.0.1/8\n")
	w.run("ifup", "v0")
	w.files["interfaces"] = ""
	want := result{Stderr: "ifdown: ignoring unknown interface v0=v0\n"}
	if diff := cmp.Diff(want, w.run("ifdown", "-a", "--no-scripts")); diff != "" || w.store[fileState] != "" {
		t.Error(diff, w.store)
	}
	if diff := cmp.Diff("v0 10.0.0.1 255.0.0.0\nv0 up", w.state()); diff != "" {
		t.Error(diff)
	}
}
