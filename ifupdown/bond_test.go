package ifupdown

import (
	"testing"
)

// bondWorld has the module.
func bondWorld(t *testing.T, text string) *world {
	w := write(t, newWorld("eth0", "eth1"), text)
	w.files[masters] = "\n"
	return w
}

// A bond is made, its options written in the order that the kernel wants, its
// slaves enslaved; ifdown undoes that and puts up what was up.
func TestBondUpAndDown(t *testing.T) {
	w := bondWorld(t, `iface bond0 inet manual
 bond-mode active-backup
 bond_miimon 100
 bond-arp-ip-target 10.0.0.9 10.0.0.8
 bond-slaves eth0 nosuch eth1
 bond-primary nosuch eth1
 bond-lacp-rate fast
 bond-active-slave eth1
 bond-foo 7
`)
	w.setUp(true, "eth1")
	w.failing["write /sys/class/net/bond0/bonding/lacp_rate fast"] = errTest
	const dir = "write /sys/class/net/bond0/bonding/"
	w.check(t, "ifup bond0", "write "+masters+" +bond0\n"+
		dir+"arp_ip_target +10.0.0.9\n"+dir+"arp_ip_target +10.0.0.8\n"+dir+"miimon 100\n"+
		"SIOCSIFFLAGS bond0 BROADCAST|MASTER|MULTICAST\n"+dir+"mode active-backup\n"+"SIOCSIFFLAGS bond0 BROADCAST|MASTER|MULTICAST\n"+dir+"lacp_rate fast\n"+
		dir+"slaves +eth0\n"+"SIOCSIFFLAGS eth1 BROADCAST|RUNNING|MULTICAST\n"+dir+"slaves +eth1\n"+dir+"primary eth1\n"+
		"SIOCSIFFLAGS bond0 UP|BROADCAST|MASTER|MULTICAST\n"+"SIOCSIFFLAGS eth1 UP|BROADCAST|MULTICAST\n"+dir+"active_slave eth1\n",
		"ifup: interfaces:7:17: write /sys/class/net/bond0/bonding/lacp_rate fast: refused\n"+
			"ifup: interfaces:5:14: Failed to enslave nosuch to bond0: it isn't there\n", 0)
	if got, want := w.store[fileDevices], "bond0 begun\nbond0 bond bond0\nbond0 slave bond0 eth0\nbond0 lowered eth1\nbond0 slave bond0 eth1\n"; got != want {
		t.Errorf("recorded is %q", got)
	}
	w.setUp(false, "eth1") // as the bond leaves it
	w.check(t, "ifdown bond0", "SIOCSIFADDR bond0 0.0.0.0\nSIOCSIFFLAGS bond0 BROADCAST|RUNNING|MASTER|MULTICAST\n"+
		dir+"slaves -eth1\n"+"SIOCSIFFLAGS eth1 UP|BROADCAST|MULTICAST\n"+dir+"slaves -eth0\n"+"write "+masters+" -bond0\n", "", 0)
	w.setUp(false, "eth1")
	w.nothingLeft(t, "eth0", "eth1")
}

// Slaves with stanzas of their own bring their bond up first, whatever the order,
// and go down with it.
func TestSlavesOfTheirOwn(t *testing.T) {
	w := bondWorld(t, `auto eth0 eth1 bond0
iface eth0 inet manual
 bond-master bond0
iface eth1 inet manual
 bond-master bond0
iface bond0 inet manual
 bond-slaves none
 bond-mode 4
`)
	const dir = "write /sys/class/net/bond0/bonding/"
	w.check(t, "ifup -a --no-loopback", "write "+masters+" +bond0\nSIOCSIFFLAGS bond0 BROADCAST|MASTER|MULTICAST\n"+dir+"mode 4\nSIOCSIFFLAGS bond0 UP|BROADCAST|MASTER|MULTICAST\n"+
		dir+"slaves +eth0\nSIOCSIFFLAGS eth0 UP|BROADCAST|MULTICAST\n"+dir+"slaves +eth1\nSIOCSIFFLAGS eth1 UP|BROADCAST|MULTICAST\n", "", 0)
	w.check(t, "ifdown eth0", "SIOCSIFADDR eth0 0.0.0.0\nSIOCSIFFLAGS eth0 BROADCAST|RUNNING|MULTICAST\n"+dir+"slaves -eth0\n", "", 0)
	w.check(t, "ifup eth0", dir+"slaves +eth0\nSIOCSIFFLAGS eth0 UP|BROADCAST|MULTICAST\n", "", 0)
	w.check(t, "ifdown bond0", "SIOCSIFADDR eth1 0.0.0.0\nSIOCSIFFLAGS eth1 BROADCAST|RUNNING|MULTICAST\n"+dir+"slaves -eth1\n"+
		"SIOCSIFADDR eth0 0.0.0.0\nSIOCSIFFLAGS eth0 BROADCAST|RUNNING|MULTICAST\n"+dir+"slaves -eth0\n"+
		"SIOCSIFADDR bond0 0.0.0.0\nSIOCSIFFLAGS bond0 BROADCAST|RUNNING|MASTER|MULTICAST\nwrite "+masters+" -bond0\n", "", 0)
	w.nothingLeft(t, "eth0", "eth1")
}

// A slave that its own stanza has brought up is let go and stays up.
func TestSlaveThatWasUp(t *testing.T) {
	w := bondWorld(t, "iface eth1 inet static\n address 10.4.0.1/24\niface bond4 inet manual\n bond-slaves eth1\n")
	const dir = "write /sys/class/net/bond4/bonding/"
	w.check(t, "ifup eth1", "SIOCSIFADDR eth1 10.4.0.1\nSIOCSIFNETMASK eth1 255.255.255.0\nSIOCSIFBRDADDR eth1 10.4.0.255\nSIOCSIFFLAGS eth1 UP|BROADCAST|MULTICAST\n", "", 0)
	w.check(t, "ifup bond4", "write "+masters+" +bond4\nSIOCSIFFLAGS eth1 BROADCAST|RUNNING|MULTICAST\n"+dir+"slaves +eth1\nSIOCSIFFLAGS bond4 UP|BROADCAST|MASTER|MULTICAST\n", "", 0)
	w.check(t, "ifdown bond4", "SIOCSIFADDR bond4 0.0.0.0\nSIOCSIFFLAGS bond4 BROADCAST|RUNNING|MASTER|MULTICAST\n"+dir+"slaves -eth1\n"+
		"SIOCSIFFLAGS eth1 UP|BROADCAST|MULTICAST\nwrite "+masters+" -bond4\n", "", 0)
	if got := w.store[fileState]; got != "eth1=eth1\n" {
		t.Errorf("up is %q", got)
	}
}

func TestBondRefused(t *testing.T) {
	const stopped = "ifup: failed to bring up bond0: 1 of 3 steps are done; `ifdown bond0` undoes them\n"
	w := bondWorld(t, "iface bond0 inet manual\n bond-slaves none\n")
	delete(w.files, masters)
	w.check(t, "ifup bond0", "run modprobe bonding max_bonds=0\n",
		"ifup: bond0: write "+masters+" +bond0: interfaces:1:7: no bonds here: the kernel's module bonding isn't loaded ("+masters+" is missing)\n"+stopped, 1)
	w = bondWorld(t, "iface bond0 inet manual\n bond-slaves none\n")
	w.kernel.Add(card("bond0"))
	w.check(t, "ifup bond0", "\n", "ifup: bond0: write "+masters+" +bond0: interfaces:1:7: bond0 is there and is no bond\n"+stopped, 1)
	w = bondWorld(t, "iface bond0 inet manual\n bond-slaves eth0\n bond-mode foo\n")
	w.failing["write /sys/class/net/bond0/bonding/mode foo"] = errTest
	w.check(t, "ifup bond0", "write "+masters+" +bond0\nSIOCSIFFLAGS bond0 BROADCAST|MASTER|MULTICAST\nwrite /sys/class/net/bond0/bonding/mode foo\n",
		"ifup: bond0: write /sys/class/net/bond0/bonding/mode foo: interfaces:3:12: refused\n"+
			"ifup: failed to bring up bond0: 2 of 5 steps are done; `ifdown bond0` undoes them\n", 1)
	w.check(t, "ifdown bond0", "SIOCSIFADDR bond0 0.0.0.0\nSIOCSIFFLAGS bond0 BROADCAST|MASTER|MULTICAST\nwrite "+masters+" -bond0\n", "", 0)
	w.nothingLeft(t, "eth0", "eth1")
	w = bondWorld(t, "iface eth0 inet manual\n bond-master bond9\n")
	w.check(t, "ifup eth0", "\n", "ifup: interfaces:2:14: no iface stanza for bond9\nifup: failed to bring up eth0\n", 1)
}

// What stands on itself is refused by its names.
func TestCycle(t *testing.T) {
	w := bondWorld(t, `iface bond0 inet manual
 bridge_ports bond0.5
iface bond0.5 inet manual
`)
	got := w.run("ifup", "--no-scripts", "bond0.5")
	want := "ifup: interfaces:2:15: bond0.5 needs bond0 needs bond0.5\nifup: failed to bring up bond0\n"
	if len(got.Stderr) < len(want) || got.Stderr[:len(want)] != want || got.Status != 1 {
		t.Errorf("%+v", got)
	}
}

var errTest = testError("refused")

type testError string

func (e testError) Error() string { return string(e) }
