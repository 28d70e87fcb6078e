package ifupdown

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Which VLAN a name and its options stand for.
func TestVLANOf(t *testing.T) {
	for _, c := range []struct {
		name, raw, id string
		want          vlan
	}{
		{"eth0.5", "", "", vlan{name: "eth0.5", parent: "eth0", id: 5, native: true}},
		{"eth0.0009", "", "", vlan{name: "eth0.0009", parent: "eth0", id: 9, native: true}},
		{"eth0.5.6", "", "", vlan{name: "eth0.5.6", parent: "eth0.5", id: 6, native: true}},
		{"foo.4094", "", "", vlan{name: "foo.4094", parent: "foo", id: 4094, native: true}},
		{"eth0.11", "eth1", "", vlan{name: "eth0.11", parent: "eth0", id: 11, native: true}},
		{"p1p1.11", "eth1", "", vlan{name: "p1p1.11", parent: "p1p1", id: 11, native: true}},
		{"x.12", "eth1", "", vlan{name: "x.12", parent: "eth1", id: 12}},
		{"vlan5", "eth0", "", vlan{name: "vlan5", parent: "eth0", id: 5}},
		{"vlan0005", "eth0", "", vlan{name: "vlan0005", parent: "eth0", id: 5}},
		{"srv", "eth0", "9", vlan{name: "srv", parent: "eth0", id: 9}},
		{"vlan5", "", "", vlan{}},
		{"vlan", "eth0", "", vlan{}},
		{"srv", "eth0", "", vlan{}},
		{"srv", "", "9", vlan{}},
		{"eth0.abc", "", "", vlan{}},
		{"eth0.", "", "", vlan{}},
		{".5", "", "", vlan{}},
		{"eth0", "", "", vlan{}},
	} {
		var o deviceOptions
		if c.raw != "" {
			o = append(o, Option{Name: "vlan-raw-device", Value: c.raw})
		}
		if c.id != "" {
			o = append(o, Option{Name: "vlan-id", Value: c.id})
		}
		v, err := vlanOf(c.name, o, Position{})
		if v == nil {
			v = &vlan{}
		}
		if diff := cmp.Diff(c.want, *v, cmp.AllowUnexported(vlan{})); diff != "" || err != nil {
			t.Errorf("%+v: %v (-want +got)\n%s", c, err, diff)
		}
	}
	for _, name := range []string{"eth0.0", "eth0.4095", "eth0.99999999999999999999"} {
		if v, err := vlanOf(name, nil, Position{"f", 1, 2}); v != nil || err == nil {
			t.Errorf("%s is %v", name, v)
		}
	}
}

// A VLAN by its name is made before the commands of the stanza, on its parent,
// which is brought up first; ifdown of the parent takes it down.
func TestVLANUpAndDown(t *testing.T) {
	w := write(t, newWorld("eth0"), `iface eth0 inet static
 address 10.0.0.1/24
iface eth0.5 inet manual
 pre-up first
`)
	w.check(t, "ifup eth0.5", `SIOCSIFADDR eth0 10.0.0.1
SIOCSIFNETMASK eth0 255.255.255.0
SIOCSIFBRDADDR eth0 10.0.0.255
SIOCSIFFLAGS eth0 UP|BROADCAST|MULTICAST
SIOCSIFVLAN eth0 add 5
run first
SIOCSIFFLAGS eth0.5 UP|BROADCAST|MULTICAST
`, "", 0)
	if got := w.store[fileState]; got != "eth0=eth0\neth0.5=eth0.5\n" {
		t.Errorf("up is %q", got)
	}
	w.check(t, "ifdown eth0", `SIOCSIFADDR eth0.5 0.0.0.0
SIOCSIFFLAGS eth0.5 BROADCAST|RUNNING|MULTICAST
SIOCSIFVLAN eth0.5 del
SIOCSIFADDR eth0 0.0.0.0
SIOCSIFFLAGS eth0 BROADCAST|RUNNING|MULTICAST
`, "", 0)
	w.nothingLeft(t, "eth0")
}

// One by its options is renamed from the kernel's name.
func TestVLANByOptions(t *testing.T) {
	w := write(t, newWorld("eth0"), `iface vlan0007 inet manual
 vlan_raw_device eth0
 mtu 9000
 hw-mac-address 02:00:00:00:00:55
 ip-proxy-arp 1
 ip-rp-filter x
`)
	w.check(t, "ifup vlan0007", `SIOCSIFMTU eth0 9000
SIOCSIFFLAGS eth0 UP|BROADCAST|MULTICAST
SIOCSIFVLAN eth0 add 7
SIOCSIFNAME eth0.7 vlan0007
SIOCSIFHWADDR vlan0007 1 0200000000550000000000000000
SIOCSIFFLAGS vlan0007 UP|BROADCAST|MULTICAST
write /proc/sys/net/ipv4/conf/vlan0007/proxy_arp 1
write /proc/sys/net/ipv4/conf/vlan0007/rp_filter 1
`, "", 0)
	if mtu := w.kernel.Interface("vlan0007").MTU; mtu != 9000 { // its parent's
		t.Errorf("MTU %d", mtu)
	}
	w.check(t, "ifdown vlan0007", "SIOCSIFADDR vlan0007 0.0.0.0\nSIOCSIFFLAGS vlan0007 BROADCAST|RUNNING|MULTICAST\nSIOCSIFHWADDR vlan0007 1 0200000000090000000000000000\nSIOCSIFVLAN vlan0007 del\n", "", 0)
	w.setUp(false, "eth0")
	w.nothingLeft(t, "eth0")
}

// vlan-raw-device beside the name of a VLAN of a card names nothing, but says that
// the card's MTU is to be raised.
func TestMTUOfAVLANByItsName(t *testing.T) {
	w := write(t, newWorld("eth0", "eth1"), "iface eth0.11 inet manual\n vlan-raw-device eth1\n mtu 1600\n")
	w.check(t, "ifup eth0.11", `SIOCSIFFLAGS eth0 UP|BROADCAST|MULTICAST
SIOCSIFVLAN eth0 add 11
SIOCSIFMTU eth0 1600
SIOCSIFMTU eth0.11 1600
SIOCSIFFLAGS eth0.11 UP|BROADCAST|MULTICAST
`, "", 0)
}

// One by its options goes down with its parent as well.
func TestDownWithTheParent(t *testing.T) {
	w := write(t, newWorld("eth0"), "iface eth0 inet manual\niface vlan7 inet manual\n vlan-raw-device eth0\n")
	w.check(t, "ifup eth0 vlan7", "SIOCSIFFLAGS eth0 UP|BROADCAST|MULTICAST\nSIOCSIFVLAN eth0 add 7\nSIOCSIFNAME eth0.7 vlan7\nSIOCSIFFLAGS vlan7 UP|BROADCAST|MULTICAST\n", "", 0)
	w.check(t, "ifdown eth0", "SIOCSIFADDR vlan7 0.0.0.0\nSIOCSIFFLAGS vlan7 BROADCAST|RUNNING|MULTICAST\nSIOCSIFVLAN vlan7 del\n"+
		"SIOCSIFADDR eth0 0.0.0.0\nSIOCSIFFLAGS eth0 BROADCAST|RUNNING|MULTICAST\n", "", 0)
	w.nothingLeft(t, "eth0")
}

func TestVLANRefused(t *testing.T) {
	const raw = "iface vlan7 inet manual\n vlan-raw-device eth0\n"
	const failed = "ifup: failed to bring up vlan7: 1 of 3 steps are done; `ifdown vlan7` undoes them\n"
	for _, c := range []struct {
		text  string
		world func(*world)
		said  string
	}{
		{raw, func(w *world) { w.kernel.Remove("eth0") }, "interfaces:2:18: eth0 isn't there"},
		{raw, func(w *world) { w.kernel.Add(card("vlan7")) }, "interfaces:2:18: vlan7 is there and is no VLAN"},
		{raw, func(w *world) { w.kernel.NoVLANs = true }, "the kernel has no VLANs (its module is called 8021q)"},
		{raw, func(w *world) { w.vlan("vlan7", "eth1", 9) }, "interfaces:2:18: vlan7 is there and is VLAN 9 of eth1"},
		{raw, func(w *world) {
			w.vlan("srv", "eth0", 7)
			w.files["/proc/net/dev"] = devFile("eth0", "srv")
		}, "interfaces:2:18: VLAN 7 of eth0 is there and is called srv"},
		{raw, func(w *world) { w.kernel.Add(card("eth0.7")) }, "interfaces:2:18: VLAN 7 of eth0 can't be made: the kernel's name for it is taken (of a parent whose name is too long, its own)"},
	} {
		w := write(t, newWorld("eth0"), c.text)
		c.world(w)
		got := w.run("ifup", "--no-scripts", "vlan7")
		if want := "ifup: vlan7: SIOCSIFVLAN add eth0 7 as vlan7: " + c.said + "\n" + failed; got.Stderr != want || got.Status != 1 {
			t.Errorf("%+v, want %s", got, want)
		}
		if w.store[fileDevices] != "vlan7 begun\n" {
			t.Errorf("recorded is %q", w.store[fileDevices])
		}
	}
	w := write(t, newWorld("eth0"), "iface vlan4095 inet manual\n vlan-raw-device eth0\n")
	w.check(t, "ifup vlan4095", "\n", "ifup: interfaces:2:18: vlan4095: a VLAN's number is 1 to 4094, not 4095\nifup: failed to bring up vlan4095\n", 1)
}

// A device that has a VLAN's name by itself is left alone, and so is the VLAN of
// a parent that isn't there.
func TestVLANLeftAlone(t *testing.T) {
	w := write(t, newWorld("eth0", "eth0.5"), "iface eth0.5 inet manual\niface nosuch.5 inet manual\n")
	w.check(t, "ifup eth0.5", "SIOCSIFFLAGS eth0.5 UP|BROADCAST|MULTICAST\n", "", 0)
	w.check(t, "ifdown eth0.5", "SIOCSIFADDR eth0.5 0.0.0.0\nSIOCSIFFLAGS eth0.5 BROADCAST|RUNNING|MULTICAST\n", "", 0)
	w.check(t, "ifup nosuch.5", "\n", "", 0)
	if w.store[fileDevices] != "nosuch.5 begun\n" {
		t.Errorf("recorded is %q", w.store[fileDevices])
	}
}

// The alias of a VLAN makes it as well, and deletes it when nothing else is on it.
func TestVLANOfAnAlias(t *testing.T) {
	w := write(t, newWorld("eth0"), "iface eth0.5:1 inet static\n address 10.0.0.1/24\niface eth0.5 inet manual\n")
	thereAfter := func(there bool, args ...string) {
		t.Helper()
		w.run(append(args, "--no-scripts")...)
		if ok := w.kernel.Interface("eth0.5") != nil; ok != there {
			t.Errorf("after %v it is there: %v", args, ok)
		}
	}
	thereAfter(true, "ifup", "eth0.5:1")
	thereAfter(false, "ifdown", "eth0.5:1")
	thereAfter(true, "ifup", "eth0.5:1")
	thereAfter(true, "ifup", "eth0.5")
	thereAfter(true, "ifdown", "eth0.5:1")
	thereAfter(false, "ifdown", "eth0.5")
}
