package ifupdown

import (
	"io/fs"
	"net/netip"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"classicnet/internal/netaddr"
)

// A label that has an address keeps it, however addresses are told.
func TestLabelsAreNotReplaced(t *testing.T) {
	for _, noNetlink := range []bool{false, true} {
		w := write(t, newWorld("v0"), "iface v0 inet static\naddress 172.16.5.5/24\n")
		if noNetlink {
			w.kernel.Fail("RTM_GETADDR", unix.EPERM)
		}
		w.give(map[string]string{"v0": "192.168.1.1", "v0:s2": "10.0.0.1"})
		before := w.state()
		if r := w.run("ifup", "v0"); r != (result{}) {
			t.Error(r)
		}
		want := "v0 192.168.1.1 255.255.255.0\nv0 up\nv0:s2 10.0.0.1 255.0.0.0\nv0:s3 172.16.5.5 255.255.255.0"
		if diff := cmp.Diff(want, w.state()); diff != "" {
			t.Error(diff)
		}
		if r := w.run("ifdown", "v0"); r != (result{}) {
			t.Error(r)
		}
		if diff := cmp.Diff(before, w.state()); diff != "" {
			t.Error(diff)
		}
	}
}

// What ifup has recorded itself is replaced when the file has changed.
func TestEditedFile(t *testing.T) {
	w := write(t, newWorld("v0"), "iface v0 inet static\naddress 10.0.0.1/24\ngateway 10.0.0.9\n")
	w.run("ifup", "v0")
	w.files["interfaces"] = "iface v0 inet static\naddress 10.0.0.2/24\n"
	if r := w.run("ifup", "--force", "v0"); r != (result{}) {
		t.Error(r)
	}
	if diff := cmp.Diff("v0 10.0.0.2 255.255.255.0\nv0 up", w.state()); diff != "" {
		t.Error(diff)
	}
	w.files["interfaces"] = "iface v0 inet static\naddress 10.0.0.3/24\n"
	if r := w.run("ifdown", "v0"); r != (result{}) {
		t.Error(r)
	}
	if diff := cmp.Diff("", w.state()); diff != "" {
		t.Error(diff)
	}
}

// Zeros that templates leave in a stanza are no addresses.
func TestZeros(t *testing.T) {
	w := write(t, newWorld("br0"), "iface br0 inet static\naddress 0.0.0.0\nup one\n")
	if r := w.run("ifup", "-n", "--no-scripts", "br0"); r.Stderr != "# SIOCSIFFLAGS br0 up\none\n" {
		t.Error(r)
	}
	if r := w.run("ifup", "--no-scripts", "br0"); r != (result{}) {
		t.Error(r)
	}
	if diff := cmp.Diff("br0 up", w.state()); diff != "" || w.store[fileState] != "br0=br0\n" || !strings.Contains(w.String(), "run one") {
		t.Error(diff, w)
	}
}

// IPv6's request carries 32 bits of a metric, IPv4's 15.
func TestMetrics(t *testing.T) {
	w := write(t, newWorld("v0"), "iface v0 inet static\naddress 10.0.0.1/24\ngateway 10.0.0.9\nmetric 50000\n"+
		"iface v0 inet6 static\naddress 2001:db8::1/64\ngateway 2001:db8::9\nmetric 4294967295\ndad-attempts 0\n")
	r := w.run("ifup", "--no-scripts", "v0")
	if r.Status != 0 || r.Stderr != "ifup: metric 50000 of the default route of v0 isn't set, but 32766: an ioctl has no room for more\n" {
		t.Error(r)
	}
	for _, want := range []string{"via 10.0.0.9 metric 32766 dev v0", "via 2001:db8::9 metric 4294967295 dev v0"} {
		if !strings.Contains(w.state(), want) {
			t.Errorf("no %s in\n%s", want, w.state())
		}
	}
	if w.run("ifdown", "--no-scripts", "v0"); w.state() != "" {
		t.Error(w.state())
	}
}

// A stanza that can't be done leaves the others of its interface alone.
func TestWhatCanBeDone(t *testing.T) {
	for _, c := range []struct{ text, said, state string }{
		{"iface v0 inet static\naddress 10.0.0.1/24\niface v0 inet6 dhcp\n", "ifup: interfaces:3:7: " + noClient6 + "\n", "v0 10.0.0.1 255.255.255.0\nv0 up"},
		{"iface v0 inet tunnel\niface v0 inet manual\n", "ifup: interfaces:1:7: method tunnel of inet isn't supported\n", "v0 up"},
		{"iface v0 inet dhcp\niface v0 inet6 static\naddress 2001:db8::1/64\ndad-attempts 0\n",
			"ifup: interfaces:1:7: no DHCP client: dhclient, udhcpc or dhcpcd is needed\n", "address 2001:db8::1/64 dev v0\nv0 up"},
	} {
		w := write(t, newWorld("v0"), c.text)
		r := w.run("ifup", "--no-scripts", "v0")
		if diff := cmp.Diff(result{Status: 1, Stderr: c.said}, r); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(c.state, w.state()); diff != "" || w.store[fileState] != "v0=v0\n" || w.store[fileUnfinished] != "" {
			t.Errorf("%s, %q", diff, w.store)
		}
		if r := w.run("ifdown", "--no-scripts", "v0"); r != (result{}) || w.state() != "" {
			t.Errorf("%+v\n%s", r, w.state())
		}
	}
}

// The clients of DHCP and the words that they get.
func TestPlanDHCP(t *testing.T) {
	const all = "hostname box\nclient me\nvendor v\nleasetime 60\nmetric 7\nudhcpc_opts -t 7 -T 2\n"
	for _, c := range []struct{ client, stanza, up, down string }{
		{"dhcpcd", "inet dhcp\n", "dhcpcd e\n", "dhcpcd -k e\n# SIOCSIFADDR e 0.0.0.0\n# SIOCSIFFLAGS e down\n"},
		{"dhcpcd", "inet dhcp\n" + all, "dhcpcd -h box -i v -I me -l 60 -m 7 e\n", ""},
		{"udhcpc", "inet dhcp\n" + all, "udhcpc -R -n -p /run/udhcpc.e.pid -i e -x hostname:box -x 0x3d:006d65 -V v -t 7 -T 2\n", ""},
		{"dhclient", "inet6 dhcp\nll-attempts 0\nrequest_prefix 1\n", "# write /proc/sys/net/ipv6/conf/e/accept_ra 1\n# SIOCSIFFLAGS e up\n" +
			"dhclient -6 -v -pf /run/dhclient6.e.pid -lf /var/lib/dhcp/dhclient6.e.leases -I -P -N -df /var/lib/dhcp/dhclient.e.leases e\n",
			"dhclient -6 -v -r -pf /run/dhclient6.e.pid -lf /var/lib/dhcp/dhclient6.e.leases -I -df /var/lib/dhcp/dhclient.e.leases e\n# SIOCSIFFLAGS e down\n"},
		{"dhclient", "inet6 auto\nll-attempts 0\ndhcp 1\n", "# write /proc/sys/net/ipv6/conf/e/accept_ra 2\n# write /proc/sys/net/ipv6/conf/e/autoconf 1\n# SIOCSIFFLAGS e up\n" +
			"dhclient -6 -1 -v -S -pf /run/dhclient6.e.pid -lf /var/lib/dhcp/dhclient6.e.leases -I -df /var/lib/dhcp/dhclient.e.leases e\n", ""},
		{"dhclient", "inet6 auto\nll-attempts 0\ndhcp 1\nrequest_prefix 1\n", "# write /proc/sys/net/ipv6/conf/e/accept_ra 2\n# write /proc/sys/net/ipv6/conf/e/autoconf 1\n# SIOCSIFFLAGS e up\n" +
			"dhclient -6 -v -P -pf /run/dhclient6.e.pid -lf /var/lib/dhcp/dhclient6.e.leases -I -df /var/lib/dhcp/dhclient.e.leases e\n",
			"dhclient -6 -v -r -pf /run/dhclient6.e.pid -lf /var/lib/dhcp/dhclient6.e.leases -I -df /var/lib/dhcp/dhclient.e.leases e\n# SIOCSIFFLAGS e down\n"},
		{"dhcpcd", "inet6 dhcp\nll-attempts 3\n", "# write /proc/sys/net/ipv6/conf/e/accept_ra 1\n# SIOCSIFFLAGS e up\n" +
			"# wait for a link-local address of e\ndhcpcd -6 e\n", "dhcpcd -6 -k e\n# SIOCSIFFLAGS e down\n"},
		{"udhcpc6", "inet6 dhcp\nll-attempts 0\n", "# write /proc/sys/net/ipv6/conf/e/accept_ra 1\n# SIOCSIFFLAGS e up\n" +
			"udhcpc6 -R -n -p /run/udhcpc6.e.pid -i e\n", "# end the process in /run/udhcpc6.e.pid\n# SIOCSIFFLAGS e down\n"},
		{"odhcp6c", "inet6 dhcp\nll-attempts 0\n", "# write /proc/sys/net/ipv6/conf/e/accept_ra 1\n# SIOCSIFFLAGS e up\n" +
			"odhcp6c -d -p /run/odhcp6c.e.pid e\n", "# end the process in /run/odhcp6c.e.pid\n# SIOCSIFFLAGS e down\n"},
	} {
		w := write(t, newWorld("e"), "iface e "+c.stanza)
		w.scripts["/usr/sbin/"+c.client] = true
		if diff := cmp.Diff(c.up, w.run("ifup", "-n", "--no-scripts", "e").Stderr); diff != "" {
			t.Errorf("%s: %s", c.client, diff)
		}
		if r := w.run("ifdown", "-n", "--force", "--no-scripts", "e"); c.down != "" && r.Stderr != c.down {
			t.Errorf("%s: %s", c.client, cmp.Diff(c.down, r.Stderr))
		}
	}
}

// Settings that can't be written are told, and the address is there.
func TestReadOnlySettings(t *testing.T) {
	w := write(t, newWorld("v0"), "iface v0 inet6 static\naddress 2001:db8::1/64\ndescription to the net; #1\ndad-attempts 0\n")
	for _, file := range []string{"/proc/sys/net/ipv6/conf/v0/autoconf 0", "/proc/sys/net/ipv6/conf/v0/accept_dad 0", "/sys/class/net/v0/ifalias to the net; #1"} {
		w.failing["write "+file] = &fs.PathError{Op: "open", Path: file, Err: unix.EROFS}
	}
	r := w.run("ifup", "--no-scripts", "v0")
	if r.Status != 0 || strings.Count(r.Stderr, "ifup: v0: write ") != 3 {
		t.Error(r)
	}
	if diff := cmp.Diff("address 2001:db8::1/64 dev v0\nv0 up", w.state()); diff != "" {
		t.Error(diff)
	}
}

// The description and other settings have their old values behind ifdown.
func TestOldValues(t *testing.T) {
	w := write(t, newWorld("v0"), "iface v0 inet6 static\naddress 2001:db8::1/64\ndescription uplink\ndad-attempts 0\nip-proxy-arp 1\n")
	w.files["/sys/class/net/v0/ifalias"] = "before\n"
	w.files["/proc/sys/net/ipv6/conf/v0/autoconf"] = "1\n"
	w.files["/proc/sys/net/ipv4/conf/v0/proxy_arp"] = "0\n"
	w.files["/proc/sys/net/ipv6/conf/v0/accept_dad"] = "0\n"
	w.run("ifup", "--no-scripts", "v0")
	w.kernel.Forget()
	w.files["/sys/class/net/v0/ifalias"] = "uplink\n"
	w.files["/proc/sys/net/ipv6/conf/v0/autoconf"] = "0\n"
	w.files["/proc/sys/net/ipv4/conf/v0/proxy_arp"] = "1\n"
	w.run("ifdown", "--no-scripts", "v0")
	var got []string
	for _, entry := range w.log() {
		if strings.HasPrefix(entry, "write ") {
			got = append(got, entry)
		}
	}
	want := []string{"write /proc/sys/net/ipv4/conf/v0/proxy_arp 0", "write /proc/sys/net/ipv6/conf/v0/autoconf 1", "write /sys/class/net/v0/ifalias before"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A full /run keeps nothing down. What isn't recorded is told.
func TestFullRun(t *testing.T) {
	w := write(t, newWorld("v0", "v1"), "auto v0\niface v0 inet static\naddress 10.0.0.1/24\nup one\n")
	w.noSpace = true
	r := w.run("ifup", "--no-scripts", "v0")
	if r.Status != 1 || r.Stderr != "ifup: v0: what is done can't be recorded: no space left on device; `ifdown --force v0` undoes it\n" {
		t.Error(r)
	}
	if diff := cmp.Diff("v0 10.0.0.1 255.255.255.0\nv0 up", w.state()); diff != "" || !strings.Contains(w.String(), "run one") {
		t.Error(diff, w)
	}
	if r := w.run("ifdown", "--force", "--no-scripts", "v0"); w.state() != "" {
		t.Error(r, w.state())
	}
	w.failing["run one"] = errStatus1
	r = w.run("ifup", "--no-scripts", "v0")
	if r.Status != 1 || !strings.HasSuffix(r.Stderr, "ifup: failed to bring up v0: 2 of 3 steps are done; `ifdown --force v0` undoes them\n") {
		t.Error(r)
	}
	delete(w.failing, "run one")
	if r := w.run("ifdown", "--force", "--no-scripts", "v0"); w.state() != "" {
		t.Error(r, w.state())
	}
	w.noSpace = false
	if r := w.run("ifup", "--no-scripts", "v0"); r != (result{}) || w.store[fileState] != "v0=v0\n" {
		t.Error(r, w.store)
	}
}

// The same address with another netmask is another address, but where an ioctl would
// make it under the netmask of its class first, which is there: that is told.
func TestSameAddressOtherNetmask(t *testing.T) {
	for _, c := range []struct{ there, file, said, state string }{
		{"192.168.0.1/16", "192.168.0.1/24", "", "v0 192.168.0.1 255.255.0.0\nv0 up\nv0:s2 192.168.0.1 255.255.255.0"},
		{"192.168.0.1/24", "192.168.0.1/16",
			"ifup: v0: 192.168.0.1/16 can't be added: 192.168.0.1/24 is there already, beside which no ioctl can, and stays\n",
			"v0 192.168.0.1 255.255.255.0\nv0 up"},
		{"192.168.0.1/24", "192.168.0.1/24",
			"ifup: v0: 192.168.0.1/24 is there already, and stays behind ifdown; `ifdown --force` takes it away\n",
			"v0 192.168.0.1 255.255.255.0\nv0 up"},
	} {
		w := write(t, newWorld("v0"), "iface v0 inet static\naddress "+c.file+"\n")
		there := netip.MustParsePrefix(c.there)
		w.give(map[string]string{"v0": there.Addr().String()})
		k, _ := w.kernel.Dial(unix.AF_INET)
		if err := k.SetNetmask("v0", netaddr.Mask(there.Bits())); err != nil {
			t.Fatal(err)
		}
		before := w.state()
		r := w.run("ifup", "--no-scripts", "v0")
		if diff := cmp.Diff(c.state, w.state()); diff != "" || r != (result{Stderr: c.said}) {
			t.Errorf("%s beside %s: %+v\n%s", c.file, c.there, r, diff)
		}
		w.run("ifdown", "--no-scripts", "v0")
		if diff := cmp.Diff(strings.TrimSuffix(before, "\nv0 up"), strings.TrimSuffix(w.state(), "\nv0 up")); diff != "" {
			t.Errorf("%s beside %s, behind ifdown:\n%s", c.file, c.there, diff)
		}
	}
}

// An address that two stanzas of an interface have is made once, and the later
// broadcast address counts.
func TestAddressInTwoStanzas(t *testing.T) {
	w := write(t, newWorld("v0"), "iface v0 inet static\naddress 10.2.3.4/31\niface v0 inet static\naddress 10.2.3.4/31\nbroadcast -\n")
	if r := w.run("ifup", "v0"); r != (result{}) {
		t.Error(r)
	}
	if diff := cmp.Diff("v0 10.2.3.4 255.255.255.254\nv0 up", w.state()); diff != "" {
		t.Error(diff)
	}
	if i := strings.LastIndex(w.String(), "SIOCSIFBRDADDR v0 0.0.0.0"); i < strings.LastIndex(w.String(), "SIOCSIFBRDADDR v0 255.255.255.255") {
		t.Error(w)
	}
	if r := w.run("ifdown", "v0"); r != (result{}) {
		t.Error(r)
	}
	if diff := cmp.Diff("", w.state()); diff != "" {
		t.Error(diff)
	}
}
