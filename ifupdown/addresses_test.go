package ifupdown

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Each address of a stanza is brought up on a label of its own, before the
// routes, and taken away. One that is there twice is one.
func TestSeveralAddresses(t *testing.T) {
	const text = `# iface e
iface b inet static
 address 10.9.0.1/24
iface e inet static inherits b
 address 10.0.0.1/24 # second
 address "10.0.1.1/16"
 address 10.0.1.1/255.255.0.0
 address 172.16.0.1
 address 10.9.0.1/24
 gateway 10.0.1.254
iface e inet static
 address 192.0.2.1/25
 broadcast -
 address 192.0.2.200/25
iface e inet6 static
 dad-attempts 0
 address 2001:db8::1
 address 2001:db8::2/64
 gateway 2001:db8::9
`
	up := `
# SIOCSIFADDR e 10.9.0.1
# SIOCSIFNETMASK e 255.255.255.0
# SIOCSIFBRDADDR e 10.9.0.255
# SIOCSIFFLAGS e up
# SIOCSIFADDR e:s2 10.0.0.1
# SIOCSIFNETMASK e:s2 255.255.255.0
# SIOCSIFBRDADDR e:s2 10.0.0.255
# SIOCSIFADDR e:s3 10.0.1.1
# SIOCSIFNETMASK e:s3 255.255.0.0
# SIOCSIFBRDADDR e:s3 10.0.255.255
# SIOCSIFADDR e:s4 172.16.0.1
# SIOCSIFNETMASK e:s4 255.255.0.0
# SIOCSIFBRDADDR e:s4 172.16.255.255
# SIOCADDRT default via 10.0.1.254 dev e
# SIOCSIFADDR e:s5 192.0.2.1
# SIOCSIFNETMASK e:s5 255.255.255.128
# SIOCSIFBRDADDR e:s5 192.0.2.0
# SIOCSIFFLAGS e up
# SIOCSIFADDR e:s6 192.0.2.200
# SIOCSIFNETMASK e:s6 255.255.255.128
# SIOCSIFBRDADDR e:s6 192.0.2.128
# write /proc/sys/net/ipv6/conf/e/accept_ra 0
# write /proc/sys/net/ipv6/conf/e/autoconf 0
# SIOCSIFFLAGS e up
# write /proc/sys/net/ipv6/conf/e/accept_dad 0
# SIOCSIFADDR e 2001:db8::1/128
# SIOCSIFADDR e 2001:db8::2/64
# SIOCADDRT default via 2001:db8::9 dev e
`
	if diff := cmp.Diff(up, "\n"+steps(t, "ifup", text)); diff != "" {
		t.Error(diff)
	}
	down := steps(t, "ifdown", text)
	for line := range strings.Lines(up) {
		label, ok := strings.CutPrefix(line, "# SIOCSIFADDR e:")
		if !ok {
			continue
		}
		label, _, _ = strings.Cut(label, " ")
		if !strings.Contains(down, "# SIOCSIFFLAGS e:"+label+" down\n") {
			t.Errorf("e:%s stays:\n%s", label, down)
		}
	}
	if !strings.Contains(down, "# SIOCDIFADDR e 2001:db8::2/64\n# SIOCDIFADDR e 2001:db8::1/128\n") {
		t.Error(down)
	}
}

// A netmask is for the addresses without a length. A wrong address refuses all.
func TestFurtherNetmasks(t *testing.T) {
	got := steps(t, "ifup", "iface e inet static\naddress 10.0.0.1\naddress 10.1.0.1\naddress 10.2.0.1/30\nnetmask 255.255.255.0\n")
	var masks []string
	for line := range strings.Lines(got) {
		if mask, ok := strings.CutPrefix(line, "# SIOCSIFNETMASK "); ok {
			masks = append(masks, strings.TrimSpace(mask))
		}
	}
	if diff := cmp.Diff("e 255.255.255.0, e:s2 255.255.255.0, e:s3 255.255.255.252", strings.Join(masks, ", ")); diff != "" {
		t.Error(diff)
	}
	for _, c := range []struct{ text, want string }{
		{"inet static\naddress 10.0.0.1/8\n  address 10.0.0.256/8", "3:11: address 10.0.0.256: not an IPv4 address"},
		{"inet static\naddress 10.0.0.1/8\naddress 10.0.0.2/33", "3:9: netmask 33: not a netmask or 0 to 32"},
		{"inet static\naddress 10.0.0.1/8\naddress 2001:db8::1/64", "3:9: address 2001:db8::1: not an IPv4 address"},
		{"inet6 static\naddress 2001:db8::1\naddress 2001:db8::g", "3:9: address 2001:db8::g: not an IPv6 address"},
	} {
		w := write(t, newWorld("eth1"), "iface eth1 "+c.text+"\n")
		got := w.run("ifup", "eth1")
		if w.String() != "" || got.Status != 1 || got.Stderr != "ifup: interfaces:"+c.want+"\nifup: failed to bring up eth1\n" {
			t.Errorf("%s: %+v\n%s", c.text, got, w)
		}
	}
}

// ifquery lists all addresses, JSON has an array of them; scripts have the first
// as IF_ADDRESS, and all as IF_ADDRESSES.
func TestSeveralAddressesShown(t *testing.T) {
	w := write(t, newWorld("e"), "iface e inet static\naddress 10.0.0.1/24\nmtu 1400\naddress 10.0.1.1\naddress 10.0.0.1/24\nup x\n")
	want := "address: 10.0.0.1\naddress: 10.0.1.1/8\nmtu: 1400\nup: x\nbroadcast: 10.0.0.255\nnetmask: 255.255.255.0\n"
	if diff := cmp.Diff(result{Stdout: want}, w.run("ifquery", "e")); diff != "" {
		t.Error(diff)
	}
	json := w.run("ifquery", "--json", "e").Stdout
	if !strings.Contains(json, `"config":{"address":["10.0.0.1","10.0.1.1/8"],"mtu":"1400",`) {
		t.Error(json)
	}
	var env []string
	w.onRun = func(i Invocation) { env = i.Env }
	w.run("ifup", "--no-scripts", "e")
	for _, v := range []string{"IF_ADDRESS=10.0.0.1", "IF_ADDRESSES=10.0.0.1 10.0.1.1/8"} {
		if !slices.Contains(env, v) {
			t.Errorf("no %s in %q", v, env)
		}
	}
	got := w.run("ifquery", "-o", "address=10.5.0.1/16", "e").Stdout
	if !strings.HasPrefix(got, "address: 10.5.0.1\nmtu: 1400\n") {
		t.Error(got)
	}
}
