package ifupdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// in runs a command on a file of another syntax.
func in(t *testing.T, dialect, text string, args ...string) result {
	t.Helper()
	w := write(t, newWorld("lo"), text)
	w.scripts["/sbin/udhcpc"] = true
	return w.run(append([]string{args[0], "--dialect=" + dialect}, args[1:]...)...)
}

const ofNG = `# as Alpine's installer and users write them
auto lo
iface lo
	use loopback

auto eth0
iface eth0
	use link
	address 203.0.113.2/24 # first
	address 203.0.114.2
	address 2001:db8::5
	gateway 203.0.113.1
	gateway 2001:db8::1
	mtu 1400
	pre-up one
	up two
	post-down three
auto eth1
iface eth1
	use dhcp
	dhcp-hostname box
template net
	address 10.9.9.9/30
	foo bar
iface eth2
	inherit net
	address 10.8.8.8
	netmask 255.255.0.0
iface old inet static
	address 10.7.7.7
	netmask 255.255.0.0
	gateway 10.7.0.1
	metric 9
iface old inet6 static
	address 2001:db8:2::1
	netmask 48
auto bare
iface wg0 inet wireguard
	address 10.6.0.1/32
`

func TestSyntaxOfIfupdownNG(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"lo", "# SIOCSIFFLAGS lo up\n"},
		{"eth0", `one
# SIOCSIFMTU eth0 1400
# SIOCSIFADDR eth0 203.0.113.2
# SIOCSIFNETMASK eth0 255.255.255.0
# SIOCSIFBRDADDR eth0 203.0.113.255
# SIOCSIFFLAGS eth0 up
# SIOCSIFADDR eth0:s2 203.0.114.2
# SIOCSIFNETMASK eth0:s2 255.255.255.0
# SIOCSIFBRDADDR eth0:s2 203.0.114.255
# SIOCADDRT default via 203.0.113.1 metric 1 dev eth0
# SIOCSIFFLAGS eth0 up
# SIOCSIFADDR eth0 2001:db8::5/64
# SIOCADDRT default via 2001:db8::1 metric 1 dev eth0
two
`},
		{"eth1", "udhcpc -R -n -p /run/udhcpc.eth1.pid -i eth1 -x hostname:box\n"},
		{"eth2", `# SIOCSIFADDR eth2 10.9.9.9
# SIOCSIFNETMASK eth2 255.255.255.252
# SIOCSIFBRDADDR eth2 10.9.9.11
# SIOCSIFFLAGS eth2 up
# SIOCSIFADDR eth2:s2 10.8.8.8
# SIOCSIFNETMASK eth2:s2 255.255.0.0
# SIOCSIFBRDADDR eth2:s2 10.8.255.255
`},
		{"old", `# SIOCSIFADDR old 10.7.7.7
# SIOCSIFNETMASK old 255.255.0.0
# SIOCSIFBRDADDR old 10.7.255.255
# SIOCSIFFLAGS old up
# SIOCADDRT default via 10.7.0.1 metric 9 dev old
# SIOCSIFFLAGS old up
# SIOCSIFADDR old 2001:db8:2::1/48
`},
		{"bare", "# SIOCSIFFLAGS bare up\n"},
		{"wg0", "# method wireguard of wg0 isn't done: there is no such executor here\n" +
			"# SIOCSIFADDR wg0 10.6.0.1\n# SIOCSIFNETMASK wg0 255.255.255.255\n# SIOCSIFBRDADDR wg0 10.6.0.1\n# SIOCSIFFLAGS wg0 up\n"},
		{"net", "ifup: unknown interface net\n"},
	} {
		got := in(t, "ifupdown-ng", ofNG, "ifup", "-n", "--no-scripts", c.name)
		if diff := cmp.Diff(c.want, got.Stderr); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
	}
}

// What makes a link is done once, however many families it has.
func TestLinksOfIfupdownNG(t *testing.T) {
	const text = "iface br0\n use bridge\n bridge-ports eth1\n address 10.0.0.1/24\n address 2001:db8::1/64\n" +
		"iface bond0\n use bond\n bond-members eth1\n address 10.0.0.1/24\n address 2001:db8::1/64\n" +
		"iface v7\n vlan-raw-device eth1\n vlan-id 7\n address 10.0.0.1/24\n address 2001:db8::1/64\n"
	for name, made := range map[string]string{"br0": "SIOCBRADDBR br0", "bond0": "bonding_masters +bond0", "v7": "SIOCSIFVLAN add eth1 7 as v7"} {
		got := in(t, "ifupdown-ng", text, "ifup", "-n", "--no-scripts", name).Stderr
		if strings.Count(got, made) != 1 || strings.Contains(got, "isn't done") || !strings.Contains(got, "SIOCSIFADDR "+name+" 2001:db8::1/64") {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// ifquery lists the stanzas as ifupdown-ng's does, and names all interfaces
// unless it is asked for those of a class.
func TestListingOfIfupdownNG(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"--list", "lo eth0 eth1 eth2 old wg0 bare"},
		{"--auto --list", "lo eth0 eth1 bare"},
		{"-L -X e*", "lo old wg0 bare"},
		{"lo", "auto lo; iface lo;   use link;   use loopback; "},
		{"eth0", "auto eth0; iface eth0;   use link;   use static;   address 203.0.113.2/24;   address 203.0.114.2/24;   " +
			"address 2001:db8::5/64;   gateway 203.0.113.1;   gateway 2001:db8::1;   mtu 1400;   pre-up one;   up two;   post-down three; "},
		{"eth1", "auto eth1; iface eth1;   use link;   use dhcp;   dhcp-hostname box; "},
		{"eth2", "iface eth2;   use link;   inherit net;   use static;   address 10.9.9.9/30;   foo bar;   address 10.8.8.8/16; "},
		{"old", "iface old;   use link;   use static;   address 10.7.7.7/16;   gateway 10.7.0.1;   metric 9;   address 2001:db8:2::1/48; "},
		{"bare", "auto bare; iface bare;   use link; "},
	} {
		got := in(t, "ifupdown-ng", ofNG, append([]string{"ifquery"}, strings.Fields(c.args)...)...)
		sep := "; "
		if !strings.Contains(c.want, sep) {
			sep = " "
		}
		if diff := cmp.Diff(result{Stdout: c.want}, result{strings.TrimSuffix(strings.ReplaceAll(got.Stdout, "\n", sep), sep), got.Stderr, got.Status}); diff != "" {
			t.Errorf("%s:\n%s", c.args, diff)
		}
	}
	json := in(t, "ifupdown-ng", ofNG, "ifquery", "--json", "eth0").Stdout
	for _, part := range []string{`"addr_family":"inet","addr_method":"static","auto":true,"config":{"address":["203.0.113.2","203.0.114.2/24"]`,
		`"addr_family":"inet6","addr_method":"static","auto":true,"config":{"address":"2001:db8::5"`} {
		if !strings.Contains(json, part) {
			t.Errorf("no %s in %s", part, json)
		}
	}
}

// What ifquery lists is, read again, the same.
func TestListingIsRead(t *testing.T) {
	for dialect, c := range map[string]struct {
		text  string
		names []string
	}{
		"ifupdown-ng": {ofNG[:strings.Index(ofNG, "auto bare")], []string{"lo", "eth0", "eth1", "eth2", "old"}},
		"ifupdown2":   {ofTwo[:strings.Index(ofTwo, "%for")], []string{"lo", "eth0", "eth1", "eth1:0"}},
	} {
		text := ""
		for _, name := range c.names {
			text += in(t, dialect, c.text, "ifquery", name).Stdout
		}
		text = strings.ReplaceAll(text, "  inherit net\n", "") // its lines stand behind it
		for _, name := range c.names {
			for _, args := range [][]string{{"ifquery", name}, {"ifup", "-n", "--no-scripts", name}} {
				first, again := in(t, dialect, c.text, args...), in(t, dialect, text, args...)
				first.Stdout = strings.ReplaceAll(first.Stdout, "  inherit net\n", "")
				if diff := cmp.Diff(first, again); diff != "" {
					t.Errorf("%s, %s:\n%s", dialect, args, diff)
				}
			}
		}
	}
}

const ofTwo = `auto lo
iface lo inet loopback
	address 10.255.0.1/32
auto eth0
iface eth0
	address 203.0.113.2/24
	address 203.0.114.2
	address 2001:db8::5
	gateway 203.0.113.1
	alias uplink
	up two
iface eth1 inet static
	address 10.7.7.7
	netmask 255.255.0.0
iface eth1 inet6 static
	address 2001:db8:2::1/64
	gateway 2001:db8:2::9
iface eth1:0 inet static
	address 10.7.8.7/24
%for i in range(1,3):
auto d${i}
iface d${i}
	address 10.9.${i}.1/24
% endfor
<%
	def f(): pass
%>
iface behind
	address 10.0.0.1
`

func TestSyntaxOfIfupdown2(t *testing.T) {
	const warned = "ifup: interfaces:20:1: passed over, no Mako is here: %for i in range(1,3):\n" +
		"ifup: interfaces:25:1: passed over, no Mako is here: <%\n"
	for _, c := range []struct{ name, want string }{
		{"lo", "# SIOCSIFFLAGS lo up\n# SIOCSIFADDR lo:s2 10.255.0.1\n# SIOCSIFNETMASK lo:s2 255.255.255.255\n" +
			"# SIOCSIFBRDADDR lo:s2 10.255.0.1\n# SIOCSIFFLAGS lo up\n"},
		{"eth0", `# write /sys/class/net/eth0/ifalias uplink
# SIOCSIFADDR eth0 203.0.113.2
# SIOCSIFNETMASK eth0 255.255.255.0
# SIOCSIFBRDADDR eth0 203.0.113.255
# SIOCSIFFLAGS eth0 up
# SIOCSIFADDR eth0:s2 203.0.114.2
# SIOCSIFNETMASK eth0:s2 255.255.255.255
# SIOCSIFBRDADDR eth0:s2 203.0.114.2
# SIOCADDRT default via 203.0.113.1 dev eth0
# SIOCSIFFLAGS eth0 up
# SIOCSIFADDR eth0 2001:db8::5/128
two
`},
		{"eth1", `# SIOCSIFADDR eth1 10.7.7.7
# SIOCSIFNETMASK eth1 255.255.0.0
# SIOCSIFBRDADDR eth1 10.7.255.255
# SIOCSIFFLAGS eth1 up
# SIOCSIFFLAGS eth1 up
# SIOCSIFADDR eth1 2001:db8:2::1/64
# SIOCADDRT default via 2001:db8:2::9 dev eth1
`},
		{"eth1:0", "# SIOCSIFADDR eth1:0 10.7.8.7\n# SIOCSIFNETMASK eth1:0 255.255.255.0\n# SIOCSIFBRDADDR eth1:0 10.7.8.255\n# SIOCSIFFLAGS eth1 up\n"},
		{"behind", "# SIOCSIFADDR behind 10.0.0.1\n# SIOCSIFNETMASK behind 255.255.255.255\n# SIOCSIFBRDADDR behind 10.0.0.1\n# SIOCSIFFLAGS behind up\n"},
	} {
		got := in(t, "ifupdown2", ofTwo, "ifup", "-n", "--no-scripts", c.name)
		if diff := cmp.Diff(warned+c.want, got.Stderr); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
	}
	got := in(t, "ifupdown2", ofTwo, "ifquery", "eth1").Stdout
	want := "iface eth1 inet static\n\taddress 10.7.7.7\n\tnetmask 255.255.0.0\n\niface eth1 inet6 static\n\taddress 2001:db8:2::1/64\n\tgateway 2001:db8:2::9\n\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// What makes no sense in these syntaxes is refused alone.
func TestSyntaxRefuses(t *testing.T) {
	for _, c := range []struct{ dialect, text, want string }{
		{"ifupdown-ng", "iface a\n inherit nosuch\n address 10.0.0.1/24", "interfaces:2:10: no stanza to inherit from: nosuch"},
		{"ifupdown-ng", "iface a\n inherit b\niface b\n inherit a", "no stanza to inherit from: "},
		{"ifupdown-ng", "iface a static", "interfaces:1:9: no address family and no inherits: static"},
		{"ifupdown2", "iface a inet wireguard", "interfaces:1:14: no method of inet and no inherits: wireguard"},
		{"ifupdown-ng", "iface a\n address 10.0.0.1/24\n gateway 10.0.0.2\n gateway 10.0.0.3",
			"interfaces:4:10: gateway 10.0.0.3: it is 10.0.0.2 at interfaces:3:10"},
		{"ifupdown-ng", "iface a\n address 10.0.0.1/33", "netmask 33: not a netmask or 0 to 32"},
		{"ifupdown2", "iface a\n address nowhere", "interfaces:2:10: address nowhere: not an IPv4 address"},
	} {
		got := in(t, c.dialect, c.text+"\niface z\n", "ifup", "-n", "a")
		if got.Status != 1 || !strings.Contains(got.Stderr, c.want) {
			t.Errorf("%q: %+v", c.text, got)
		}
		if got := in(t, c.dialect, c.text+"\niface z\n", "ifup", "-n", "--no-scripts", "z"); got.Stderr != "# SIOCSIFFLAGS z up\n" {
			t.Errorf("%q: %+v", c.text, got)
		}
	}
}

// ifquery -a of ifupdown2 prints the stanzas of class auto; the others want -l.
func TestQueryAllOfIfupdown2(t *testing.T) {
	const file = "auto eth0\niface eth0 inet static\n address 10.0.0.1/24\niface eth1\n"
	want := result{Stdout: "auto lo\niface lo inet loopback\n\nauto eth0\niface eth0 inet static\n\taddress 10.0.0.1/24\n\n"}
	if diff := cmp.Diff(want, in(t, "ifupdown2", file, "ifquery", "-a")); diff != "" {
		t.Error(diff)
	}
	for _, dialect := range []string{"ifupdown-ng", "classic", "nosuch"} {
		if got := in(t, dialect, file, "ifquery", "-a"); got.Status != 1 || got.Stdout != "" {
			t.Errorf("%s: %+v", dialect, got)
		}
	}
}

// The option chooses, then the variable, then the machine's file. In the latter
// two other words are passed over.
func TestSyntaxIsChosen(t *testing.T) {
	const ng, two, none = "# SIOCSIFNETMASK a 255.255.255.0\n", "# SIOCSIFNETMASK a 255.255.255.255\n", "no address family"
	for _, c := range []struct{ option, variable, file, want string }{
		{"", "", "", none},
		{"ifupdown-ng", "ifupdown2", "ifupdown2\n", ng},
		{"", "ifupdown2", "ifupdown-ng\n", two},
		{"", "", " ifupdown-ng # x\n", ng},
		{"", "", "\n", none},
		{"busybox", "ifupdown-ng", "", none},
		{"", "busybox", "ifupdown-ng\n", ng},
		{"", "nosuch", "busybox ifupdown-ng\n", ng},
		{"", "busybox", "busybox\n", none},
		{"", "", "nosuch\n", none},
		{"nosuch", "", "", "net-tools-git ifupdown-ng ifupdown2\n"},
	} {
		w := write(t, newWorld(), "iface a\n address 10.0.0.1\n")
		w.vars["CLASSICNET_DIALECT"] = c.variable
		if c.file != "" {
			w.files["/etc/classicnet/dialect"] = c.file
		}
		args := []string{"ifup", "-n", "a"}
		if c.option != "" {
			args = append(args, "--dialect="+c.option)
		}
		if got := w.run(args...); !strings.Contains(got.Stderr, c.want) {
			t.Errorf("%+v: %+v", c, got)
		}
	}
	w := write(t, newWorld(), "iface a\n address 10.0.0.1\n")
	w.files["/etc/classicnet/dialect"], w.files["/etc/classicnet/dialect.ifup"] = "busybox\n", "ifupdown-ng\n"
	if got := w.run("ifup", "-n", "a"); !strings.Contains(got.Stderr, ng) {
		t.Errorf("the file of ifup alone: %+v", got)
	}
	if got := in(t, "list", "", "ifup"); !strings.Contains(got.Stdout, "ifupdown-ng ") || got.Status != 0 {
		t.Error(got)
	}
}

// With -v an address without a netmask is told, and what is taken for it.
func TestBareNetmask(t *testing.T) {
	for _, c := range []struct{ dialect, text, want string }{
		{"classic", "iface a inet static\n address 172.16.0.1 # x\n", "interfaces:2:10: address 172.16.0.1 has no netmask: /16 is taken, by its class"},
		{"classic", "iface a inet6 static\n address 2001:db8::1\n", "interfaces:2:10: address 2001:db8::1 has no netmask: /128 is taken"},
		{"classic", "iface a inet static\n address 172.16.0.1/24\n", ""},
		{"classic", "iface a inet static\n address 172.16.0.1\n netmask 24\n", ""},
		{"ifupdown-ng", "iface a\n address 172.16.0.1\n", "interfaces:2:10: address 172.16.0.1 has no netmask: /24 is taken"},
		{"ifupdown2", "iface a\n address 2001:db8::1\n", "interfaces:2:10: address 2001:db8::1 has no netmask: /128 is taken"},
	} {
		got := in(t, c.dialect, c.text, "ifup", "-n", "-v", "a").Stderr
		if c.want == "" && strings.Contains(got, "no netmask") || !strings.Contains(got, c.want) {
			t.Errorf("%q: %s", c.text, got)
		}
		if got := in(t, c.dialect, c.text, "ifup", "-n", "a").Stderr; strings.Contains(got, "no netmask") {
			t.Errorf("%q: %s", c.text, got)
		}
	}
}
