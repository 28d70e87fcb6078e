package ifupdown

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/manpage"
)

// Scripts that would do again what is done here aren't run, others are, and for
// other stanzas all are.
func TestScriptsWhoseWorkIsDone(t *testing.T) {
	w := bondWorld(t, `iface br0 inet manual
 bridge_ports none
 bridge_maxwait 0
iface eth0.5 inet manual
 ip-proxy-arp 1
iface bond0 inet manual
 bond-mode 1
iface eth1 inet manual
`)
	for _, folder := range []string{"if-pre-up.d", "if-up.d", "if-down.d", "if-post-down.d"} {
		for _, name := range []string{"bridge", "ethtool", "ifenslave", "ip", "vlan"} {
			path := "/hooks/" + folder + "/" + name
			w.scripts[path], w.files[path] = true, "#!/bin/sh\n"
		}
	}
	for iface, without := range map[string]string{
		"br0":    "if-pre-up.d/bridge if-down.d/bridge if-post-down.d/bridge",
		"eth0.5": "if-pre-up.d/vlan if-up.d/ip if-post-down.d/vlan",
		"bond0":  "if-pre-up.d/ifenslave if-post-down.d/ifenslave",
		"eth1":   "",
	} {
		w.kernel.Forget()
		said := w.run("ifup", "-v", iface).Stderr + w.run("ifdown", "-v", iface).Stderr
		var passed []string
		for folder := range strings.FieldsSeq("if-pre-up.d if-up.d if-down.d if-post-down.d") {
			for name := range strings.FieldsSeq("bridge ethtool ifenslave ip vlan") {
				path := "/hooks/" + folder + "/" + name
				ran := strings.Contains(w.done(), "run "+path+"\n")
				told := strings.Contains(said, "not running "+path+": its work is done here\n")
				if ran == told {
					t.Errorf("%s: %s ran %v, told %v", iface, path, ran, told)
				}
				if !ran {
					passed = append(passed, folder+"/"+name)
				}
			}
		}
		if got := strings.Join(passed, " "); got != without {
			t.Errorf("%s: %s aren't run", iface, got)
		}
	}
}

// An interface that another program brought up goes down by what the file says.
func TestDownWithoutRecord(t *testing.T) {
	w := bondWorld(t, `iface br0 inet manual
 bridge_ports eth0 regex en.*
iface eth1.5 inet manual
iface bond0 inet manual
 bond-slaves eth1
`)
	for _, name := range []string{"br0", "en5", "en5.7", "tap0", "eth1.5"} {
		w.kernel.Add(card(name))
	}
	w.vlan("eth1.5", "eth1", 5)
	w.vlan("en5.7", "en5", 7)
	w.bridge("br0", "eth0", "en5", "en5.7", "tap0")
	w.setUp(true, "br0", "en5", "en5.7", "tap0", "eth1.5")
	w.bond("bond0", true)
	w.slave("bond0", "eth1", true)
	w.store[fileState] = "br0=br0\neth1.5=eth1.5\nbond0=bond0\n"
	w.check(t, "ifdown br0", `SIOCSIFADDR br0 0.0.0.0
SIOCSIFFLAGS br0 BROADCAST|RUNNING|MULTICAST
SIOCSIFFLAGS en5.7 BROADCAST|RUNNING|MULTICAST
SIOCBRDELIF br0 15
SIOCSIFVLAN en5.7 del
SIOCSIFFLAGS en5 BROADCAST|RUNNING|MULTICAST
SIOCBRDELIF br0 10
SIOCSIFFLAGS eth0 BROADCAST|MULTICAST
SIOCBRDELIF br0 7
SIOCSIFFLAGS br0 BROADCAST|MULTICAST
SIOCBRDELBR br0
`, "", 0)
	w.check(t, "ifdown eth1.5", "SIOCSIFADDR eth1.5 0.0.0.0\nSIOCSIFFLAGS eth1.5 BROADCAST|RUNNING|MULTICAST\nSIOCSIFVLAN eth1.5 del\n", "", 0)
	w.check(t, "ifdown bond0", "SIOCSIFADDR bond0 0.0.0.0\nSIOCSIFFLAGS bond0 BROADCAST|MASTER|MULTICAST\n"+
		"write /sys/class/net/bond0/bonding/slaves -eth1\nwrite "+masters+" -bond0\n", "", 0)
}

const hypervisor = `auto lo br0
iface br0 inet static
 address 10.0.0.1/24
 bridge_ports lag.7 tap.9
 bridge_maxwait 0
iface lag inet manual
 bond-slaves eth0 eth1
 bond-mode 1
iface lag.7 inet manual
iface br0:0 inet static
 address 10.0.0.2/24
`

// What a bridge stands on comes first, whatever the order in the file: bond,
// VLAN on it, bridge over that; and all of it goes again.
func TestPortsFirst(t *testing.T) {
	w := bondWorld(t, hypervisor)
	w.kernel.Add(card("tap"))
	for _, name := range []string{"br0", "br0:0"} {
		if got := w.run("ifup", "--no-scripts", name); got != (result{}) {
			t.Errorf("%+v", got)
		}
	}
	if diff := cmp.Diff([]string{"lag.7", "tap.9"}, w.ports("br0")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := w.store[fileState]; got != "lag=lag\nlag.7=lag.7\nbr0=br0\nbr0:0=br0:0\n" {
		t.Errorf("up is %q", got)
	}
	if got := w.run("ifdown", "--no-scripts", "-a"); got != (result{}) {
		t.Errorf("%+v", got)
	}
	w.setUp(false, "tap") // the parent of a VLAN stays up, as Debian leaves it
	w.nothingLeft(t, "eth0", "eth1", "tap")
}

// A card that is there isn't configured for being a port: what its stanza gives
// it is of no use there.
func TestCardsAsPorts(t *testing.T) {
	w := write(t, newWorld("eth0"), "iface eth0 inet static\n address 10.9.0.1/24\niface br0 inet manual\n bridge_ports eth0\n bridge_maxwait 0\n")
	if got := w.run("ifup", "--no-scripts", "br0"); got != (result{}) || w.store[fileState] != "br0=br0\n" || len(w.kernel.Interface("eth0").Addrs) > 0 {
		t.Errorf("%+v, up is %q, addresses %v", got, w.store[fileState], w.state())
	}
}

// -n shows all of it and does nothing.
func TestNoActShowsDevices(t *testing.T) {
	w := bondWorld(t, hypervisor)
	got := w.run("ifup", "-n", "--no-scripts", "br0")
	if w.done() != "\n" || len(w.store) > 0 || got.Status != 0 {
		t.Errorf("did %q, stored %q, %d", w.done(), w.store, got.Status)
	}
	const want = `# record what is made for lag
# write /sys/class/net/bonding_masters +lag
# write /sys/class/net/lag/bonding/mode 1
# write /sys/class/net/lag/bonding/slaves +eth0
# write /sys/class/net/lag/bonding/slaves +eth1
# SIOCSIFFLAGS lag up
# record what is made for lag.7
# SIOCSIFVLAN add lag 7 as lag.7
# SIOCSIFFLAGS lag.7 up
# record what is made for br0
# SIOCBRADDBR br0
# write /proc/sys/net/ipv6/conf/lag/addr_gen_mode 1 (if it is there)
# SIOCSIFVLAN add lag 7 as lag.7
# write /proc/sys/net/ipv6/conf/lag.7/addr_gen_mode 1
# SIOCBRADDIF br0 lag.7
# SIOCSIFFLAGS lag.7 up
# write /proc/sys/net/ipv6/conf/tap/addr_gen_mode 1 (if it is there)
# SIOCSIFVLAN add tap 9 as tap.9
# write /proc/sys/net/ipv6/conf/tap.9/addr_gen_mode 1
# SIOCBRADDIF br0 tap.9
# SIOCSIFFLAGS tap.9 up
# SIOCSIFFLAGS br0 up
# SIOCSIFADDR br0 10.0.0.1
# SIOCSIFNETMASK br0 255.255.255.0
# SIOCSIFBRDADDR br0 10.0.0.255
# SIOCSIFFLAGS br0 up
`
	if diff := cmp.Diff(want, got.Stderr); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A run that dies anywhere leaves nothing that ifdown doesn't find, and ifup
// takes up where it ended.
func TestDevicesRecovered(t *testing.T) {
	for at := 1; ; at++ {
		start := func() *world {
			w := bondWorld(t, hypervisor)
			w.kernel.Add(card("tap"))
			return w
		}
		w := start()
		if !w.dies(at, "ifup", "--no-scripts", "br0") {
			if at < 40 {
				t.Errorf("there are only %d entries", at)
			}
			return
		}
		again := start()
		again.dies(at, "ifup", "--no-scripts", "br0")
		for name, w := range map[string]*world{"down": w, "up and down": again} {
			if name != "down" {
				if got := w.run("ifup", "--no-scripts", "br0"); got != (result{}) {
					t.Errorf("%d, up: %+v", at, got)
				}
			}
			w.run("ifdown", "--no-scripts", "-a")
			w.setUp(false, "tap")
			t.Run(fmt.Sprint(at, " ", name), func(t *testing.T) { w.nothingLeft(t, "eth0", "eth1", "tap") })
		}
	}
}

func TestBondOptions(t *testing.T) {
	w := bondWorld(t, "iface bond0 inet manual\n bond_members none\n bond-min-links 2\n bond_resend_igmp 3\n bond-queue-id eth0:1 eth1:2\n")
	bondFiles = append(bondFiles, "min_links", "resend_igmp", "queue_id")
	defer func() { bondFiles = bondFiles[:len(bondFiles)-3] }()
	const dir = "write /sys/class/net/bond0/bonding/"
	w.check(t, "ifup bond0", "write "+masters+" +bond0\n"+dir+"resend_igmp 3\n"+dir+"min_links 2\n"+dir+"queue_id eth0:1\n"+dir+"queue_id eth1:2\n"+
		"SIOCSIFFLAGS bond0 UP|BROADCAST|MASTER|MULTICAST\n", "", 0)
}

// The manual page has every option of the tables.
func TestDeviceOptionsAreOnThePage(t *testing.T) {
	page := manpage.Read(t, "../man/interfaces.5")
	has := map[string]bool{}
	for _, word := range page.Commands {
		has[strings.ReplaceAll(word, "_", "-")] = true
	}
	names := []string{optionBridgePorts, optionBondMaster, optionBondSlaves, "bridge-hw", "bridge-waitport", "bridge-maxwait", "bridge-vlan-aware",
		"vlan-raw-device", "vlan-id", "hw-mac-address", "ip-proxy-arp", "ip-rp-filter", "bond-primary", "bond-primary-reselect", "bond-active-slave"}
	for i := range bridgeSettings {
		names = append(names, bridgeSettings[i].option)
	}
	for i := range bondOptions {
		names = append(names, bondOptions[i].option)
	}
	for _, name := range names {
		if !has[name] {
			t.Errorf("there is no %s", name)
		}
	}
}

// Files of ifupdown-ng and ifupdown2, which have no families, make the same.
func TestDevicesOfOtherSyntaxes(t *testing.T) {
	const file = `auto br0
iface br0
 address 10.0.0.1/24
 address 2001:db8::1/64
 bridge-ports lag.7
 bridge-stp off

iface lag.7

iface lag
 bond-members eth0 eth1
 bond-mode 1
`
	for dialect := range strings.FieldsSeq("ifupdown-ng ifupdown2") {
		w := bondWorld(t, file)
		w.files["/proc/net/if_inet6"] = "20010db8000000000000000000000001 07 40 00 80 br0\n"
		if got := w.run("ifup", "--no-scripts", "--dialect="+dialect, "br0"); got != (result{}) {
			t.Errorf("%s: %+v", dialect, got)
		}
		if diff := cmp.Diff([]string{"lag.7"}, w.ports("br0")); diff != "" || strings.Count(w.done(), "SIOCBRADDBR ") != 1 {
			t.Errorf("%s: (-want +got)\n%s\n%s", dialect, diff, w.done())
		}
		if got := w.run("ifdown", "--no-scripts", "--dialect="+dialect, "br0", "lag"); got != (result{}) {
			t.Errorf("%s: %+v", dialect, got)
		}
		w.nothingLeft(t, "eth0", "eth1")
	}
}
