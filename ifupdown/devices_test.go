package ifupdown

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// device is a run's log without what state files say.
func (w *world) done() string {
	log := slices.DeleteFunc(w.log(), func(entry string) bool { return strings.HasPrefix(entry, "state ") })
	return strings.Join(log, "\n") + "\n"
}

// check runs a command and compares what it did and said.
func (w *world) check(t *testing.T, line, did, said string, status int) {
	t.Helper()
	w.kernel.Forget()
	words := strings.Fields(line)
	got := w.run(append([]string{words[0], "--no-scripts"}, words[1:]...)...)
	if diff := cmp.Diff(did, w.done()); diff != "" {
		t.Errorf("%s did (-want +got)\n%s", line, diff)
	}
	if diff := cmp.Diff(said, got.Stderr); diff != "" || got.Status != status {
		t.Errorf("%s ended in %d and said (-want +got)\n%s", line, got.Status, diff)
	}
}

// nothingLeft checks that the kernel is as it was and no record is left.
func (w *world) nothingLeft(t *testing.T, devices ...string) {
	t.Helper()
	var names []string
	for _, d := range w.kernel.Interfaces() {
		names = append(names, d.Name)
	}
	slices.Sort(names)
	if diff := cmp.Diff(devices, names); diff != "" || w.store[fileDevices] != "" || w.state() != "" {
		t.Errorf("left (-want +got)\n%s\nrecord %q\n%s", diff, w.store[fileDevices], w.state())
	}
}

// A bridge is made, its ports added, its settings sent; ifdown undoes that.
func TestBridgeUpAndDown(t *testing.T) {
	w := write(t, newWorld("eth0", "eth1"), `iface br0 inet static
 address 10.0.0.1/24
 broadcast 10.0.0.255
 bridge_ports eth0 nosuch eth1
 bridge_fd 2
 bridge-stp on
 bridge_maxwait 0
`)
	w.check(t, "ifup br0", `SIOCBRADDBR br0
write /proc/sys/net/ipv6/conf/eth0/addr_gen_mode 1
SIOCBRADDIF br0 7
SIOCSIFFLAGS eth0 UP|BROADCAST|MULTICAST
write /proc/sys/net/ipv6/conf/nosuch/addr_gen_mode 1
write /proc/sys/net/ipv6/conf/eth1/addr_gen_mode 1
SIOCBRADDIF br0 8
SIOCSIFFLAGS eth1 UP|BROADCAST|MULTICAST
SIOCDEVPRIVATE br0 14 1
SIOCDEVPRIVATE br0 8 200
SIOCSIFFLAGS br0 UP|BROADCAST|MULTICAST
SIOCSIFADDR br0 10.0.0.1
SIOCSIFNETMASK br0 255.255.255.0
SIOCSIFBRDADDR br0 10.0.0.255
`, "ifup: interfaces:4:15: port nosuch of br0 isn't there\n", 0)
	if got, want := w.store[fileDevices], "br0 begun\nbr0 bridge br0\nbr0 port br0 eth0\nbr0 raised eth0\nbr0 port br0 eth1\nbr0 raised eth1\n"; got != want {
		t.Errorf("recorded is %q", got)
	}
	w.check(t, "ifdown br0", `SIOCSIFADDR br0 0.0.0.0
SIOCSIFFLAGS br0 BROADCAST|RUNNING|MULTICAST
SIOCSIFFLAGS eth1 BROADCAST|RUNNING|MULTICAST
SIOCBRDELIF br0 8
SIOCSIFFLAGS eth0 BROADCAST|RUNNING|MULTICAST
SIOCBRDELIF br0 7
SIOCSIFFLAGS br0 BROADCAST|MULTICAST
SIOCBRDELBR br0
`, "", 0)
	w.nothingLeft(t, "eth0", "eth1")
}

// What was there before stays: a bridge, a port, a link that was up.
func TestBridgeThatWasThere(t *testing.T) {
	w := write(t, newWorld("eth0", "eth1", "br0"), "iface br0 inet manual\n bridge_ports eth0 eth1\n bridge_maxwait 0\n")
	w.bridge("br0", "eth0")
	w.setUp(true, "eth0", "eth1")
	w.check(t, "ifup br0", `write /proc/sys/net/ipv6/conf/eth0/addr_gen_mode 1
write /proc/sys/net/ipv6/conf/eth1/addr_gen_mode 1
SIOCBRADDIF br0 8
SIOCSIFFLAGS br0 UP|BROADCAST|MULTICAST
`, "", 0)
	w.check(t, "ifdown br0", `SIOCSIFADDR br0 0.0.0.0
SIOCSIFFLAGS br0 BROADCAST|RUNNING|MULTICAST
SIOCBRDELIF br0 8
`, "", 0)
	if diff := cmp.Diff([]string{"eth0"}, w.ports("br0")); diff != "" || !w.isUp("eth1") || w.store[fileDevices] != "" {
		t.Errorf("(-want +got)\n%s%q", diff, w.store[fileDevices])
	}
}

// A port in another bridge, a bridge as a port, a name that is taken, a kernel
// without bridges: each is told with its place.
func TestBridgeRefused(t *testing.T) {
	for _, c := range []struct{ ports, said string }{
		{"eth0", "ifup: interfaces:2:15: port eth0 is in another bridge\n"},
		{"other", "ifup: interfaces:2:15: port other is a bridge itself\n"},
	} {
		w := write(t, newWorld("eth0", "other"), "iface br0 inet manual\n bridge_ports "+c.ports+"\n bridge_maxwait 0\n")
		w.bridge("other", "eth0")
		if got := w.run("ifup", "--no-scripts", "br0"); got.Stderr != c.said || got.Status != 0 {
			t.Errorf("%s: %+v", c.ports, got)
		}
	}
	const stopped = "ifup: failed to bring up br0: 1 of 4 steps are done; `ifdown br0` undoes them\n"
	w := write(t, newWorld("br0"), "iface br0 inet manual\n bridge_ports none\n bridge_maxwait 0\n")
	w.check(t, "ifup br0", "\n", "ifup: br0: SIOCBRADDBR br0: interfaces:2:15: br0 is there and is no bridge\n"+stopped, 1)
	w = write(t, newWorld(), "iface br0 inet manual\n bridge_ports none\n bridge_maxwait 0\n")
	w.kernel.NoBridges = true
	w.check(t, "ifup br0", "SIOCBRADDBR br0\n", "ifup: br0: SIOCBRADDBR br0: the kernel has no bridges (its module is called bridge)\n"+stopped, 1)
	w.check(t, "ifdown br0", "SIOCSIFADDR br0 0.0.0.0\n", "", 0)
	if w.store[fileDevices] != "" {
		t.Errorf("recorded is %q", w.store[fileDevices])
	}
	for ports, said := range map[string]string{"br0": "br0 can't be a port of itself", "regex (": "(: not a regular expression"} {
		w = write(t, newWorld(), "iface br0 inet manual\n bridge_ports "+ports+"\n")
		w.check(t, "ifup br0", "\n", "ifup: interfaces:2:15: "+said+"\nifup: failed to bring up br0\n", 1)
	}
}

// Settings that can't be read, or that the kernel refuses, are told and keep
// nothing down.
func TestBridgeSettings(t *testing.T) {
	w := write(t, newWorld("eth0"), `iface br0 inet manual
 bridge_ports eth0
 bridge_ageing 60.5
 bridge_bridgeprio 0x1000
 bridge_gcint 4
 bridge_hello x
 bridge_maxage 6
 bridge_pathcost eth0 7
 bridge-pathcosts eth0=8 eth1=9
 bridge_portprio eth0
 bridge_stp maybe
 bridge_vids 2-4
 bridge_vlan_aware yes
 bridge_maxwait 0
`)
	w.kernel.Fail("SIOCDEVPRIVATE br0 10 600", unix.ERANGE)
	w.check(t, "ifup br0", `SIOCBRADDBR br0
write /proc/sys/net/ipv6/conf/eth0/addr_gen_mode 1
SIOCBRADDIF br0 7
SIOCSIFFLAGS eth0 UP|BROADCAST|MULTICAST
SIOCDEVPRIVATE br0 11 6050
SIOCDEVPRIVATE br0 15 4096
SIOCDEVPRIVATE br0 10 600
SIOCDEVPRIVATE br0 17 1 7
SIOCDEVPRIVATE br0 17 1 8
SIOCSIFFLAGS br0 UP|BROADCAST|MULTICAST
`, `ifup: interfaces:13:20: write /sys/class/net/br0/bridge/vlan_filtering 1: operation not supported
ifup: left out: interfaces:6:15: bridge-hello x: not seconds
ifup: interfaces:7:16: write /sys/class/net/br0/bridge/max_age 600: SIOCDEVPRIVATE br0: Numerical result out of range
ifup: interfaces:9:19: write /sys/class/net/eth1/brport/path_cost 9: SIOCGIFINDEX eth1: No such device
ifup: left out: interfaces:10:18: bridge-portprio eth0: not a port and a number
ifup: left out: interfaces:11:13: bridge-stp maybe: not on or off
ifup: interfaces:12:14: bridge-vids isn't set: no ioctl carries it
`, 0)
}

// Expressions are matched when the bridge is there, in the order of the words.
func TestBridgeOfExpressions(t *testing.T) {
	w := write(t, newWorld("eth0", "eth1", "en2", "wlan0", "br0x"), "iface br0x inet manual\n bridge_ports wlan0 regex e(th|n)[0-9] br.* noregex eth9\n bridge_maxwait 0\n")
	w.files["/proc/net/dev"] = devFile("br0x", "eth1", "en2", "wlan0", "eth0")
	w.bridge("br0x")
	if got := w.run("ifup", "--no-scripts", "br0x"); got.Status != 0 {
		t.Errorf("%+v", got)
	}
	if diff := cmp.Diff([]string{"wlan0", "eth1", "en2", "eth0"}, w.ports("br0x")); diff != "" {
		t.Errorf("ports (-want +got)\n%s", diff)
	}
	w = write(t, newWorld("eth0", "p1p1", "wlan0"), "iface br0 inet manual\n bridge_ports all\n bridge_maxwait 0\n")
	w.files["/proc/net/dev"] = devFile("eth0", "p1p1", "wlan0", "pan0")
	if got := w.run("ifup", "--no-scripts", "br0"); got.Status != 0 {
		t.Errorf("%+v", got)
	}
	if diff := cmp.Diff([]string{"eth0", "p1p1"}, w.ports("br0")); diff != "" {
		t.Errorf("ports (-want +got)\n%s", diff)
	}
}

func devFile(names ...string) string {
	text := "Inter-|   Receive  |  Transmit\n face |bytes packets errs drop fifo frame compressed multicast|bytes packets errs drop fifo colls carrier compressed\n"
	for _, name := range names {
		text += name + ": 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n"
	}
	return text
}

// next takes a state off a list; behind the last a port forwards.
func next(states *[]ioctl.PortState) ioctl.PortState {
	if len(*states) == 0 {
		return ioctl.PortForwarding
	}
	state := (*states)[0]
	*states = (*states)[1:]
	return state
}

// Waiting ends when the ports are ready, and at the latest when it is time.
func TestBridgeWaits(t *testing.T) {
	const waiting = "\nWaiting for br0 to get ready (MAXWAIT is 2 seconds).\n"
	for _, c := range []struct {
		states []ioctl.PortState
		sleeps int
		stdout string
	}{
		{nil, 1, ""},
		{[]ioctl.PortState{1, 2, 2, 3}, 4, waiting},
		{slices.Repeat([]ioctl.PortState{ioctl.PortListening}, 99), 20, waiting},
		{slices.Repeat([]ioctl.PortState{ioctl.PortDisabled}, 99), 20, waiting},
		{[]ioctl.PortState{ioctl.PortBlocking}, 1, ""},
		{[]ioctl.PortState{ioctl.PortLearning, ioctl.PortDisabled}, 2, ""},
	} {
		w := write(t, newWorld("eth0", "br0"), "iface br0 inet manual\n bridge_ports eth0\n bridge_maxwait 2\n")
		w.bridge("br0", "eth0")
		w.kernel.Meanwhile = func(request string) {
			if request == "SIOCDEVPRIVATE br0 port 1" {
				state := next(&c.states)
				w.kernel.Interface("eth0").NoCarrier = state == ioctl.PortDisabled
				w.kernel.Interface("br0").Bridge.State["eth0"] = ioctl.BridgePort{State: state}
			}
		}
		got := w.run("ifup", "--no-scripts", "br0")
		if n := strings.Count(w.done(), "sleep 100ms\n"); n != c.sleeps || got.Stdout != c.stdout {
			t.Errorf("%v: %d turns, %+v", c.states, n, got)
		}
	}
	w := write(t, newWorld("br0"), "iface br0 inet manual\n bridge_ports none\n bridge_waitport 3 eth7\n")
	w.bridge("br0")
	got := w.run("ifup", "--no-scripts", "br0")
	if n := strings.Count(w.done(), "sleep "+time.Second.String()+"\n"); n != 3 || got.Stdout != "\nWaiting for a max of 3 seconds for eth7 to become available.\n" {
		t.Errorf("%d turns, %+v", n, got)
	}
}

// bridge_hw is an address or an interface that has it, and for a new bridge only.
func TestBridgeAddress(t *testing.T) {
	for hw, want := range map[string]string{"02:00:00:00:00:07": "SIOCSIFHWADDR br0 1 0200000000070000000000000000\n", "eth0": "SIOCSIFHWADDR br0 1 0200000000090000000000000000\n", "nosuch": ""} {
		w := write(t, newWorld("eth0"), "iface br0 inet manual\n bridge_ports none\n bridge_hw "+hw+"\n")
		w.run("ifup", "--no-scripts", "br0")
		if !strings.HasPrefix(w.done(), "SIOCBRADDBR br0\n"+want+"SIOCSIFFLAGS br0") && !strings.HasPrefix(w.done(), "SIOCBRADDBR br0\n"+want+"sleep") {
			t.Errorf("%s: %s", hw, w.done())
		}
		w.bridge("br0")
		w.run("ifdown", "--no-scripts", "br0")
	}
}
