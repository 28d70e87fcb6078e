package ifupdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What a shell and ip(8) make of values, for options of every method: the steps
// are those of the plain text.
func TestValues(t *testing.T) {
	const (
		v4 = "iface e inet static\naddress 10.6.0.1/24\n"
		v6 = "iface e inet6 static\naddress 2001:db8::1/64\n"
	)
	for _, c := range []struct{ text, plain string }{
		{v4 + "gateway 10.6.0.254 # router", v4 + "gateway 10.6.0.254"},
		{v4 + "gateway \"10.6.0.254\"", v4 + "gateway 10.6.0.254"},
		{v4 + "gateway '10.6'.0.25\\4\t#", v4 + "gateway 10.6.0.254"},
		{v4 + "gateway 10.6.0.254 metric 50", v4 + "gateway 10.6.0.254\nmetric 50"},
		{v4 + "gateway '10.6.0.254'  metric 50 onlink # x", v4 + "gateway 10.6.0.254\nmetric 50"},
		{v4 + "gateway 10.6.0.254 metric 50\nmetric 60", v4 + "gateway 10.6.0.254\nmetric 60"},
		{v4 + "gateway 10.06.0.0254", v4 + "gateway 10.6.0.172"},
		{v4 + "gateway 0xa.6.0x00.254", v4 + "gateway 10.6.0.254"},
		{v4 + "gateway 10.6", v4 + "gateway 10.6.0.0"},
		{v4 + "metric 0x10 # low\ngateway 10.6.0.254", v4 + "metric 16\ngateway 10.6.0.254"},
		{v4 + "broadcast 10.6.0.255 # x", v4 + "broadcast 10.6.0.255"},
		{v4 + "broadcast \"+\"", v4 + "broadcast +"},
		{v4 + "scope link # x", v4 + "scope link"},
		{v4 + "mtu \"1400\"", v4 + "mtu 1400"},
		{v4 + "mtu 0x578 # x", v4 + "mtu 1400"},
		{v4 + "pointopoint 10.6.0.002 # peer", v4 + "pointopoint 10.6.0.2"},
		{v4 + "hwaddress ether  02:00:00:00:00:05", v4 + "hwaddress 02:00:00:00:00:05"},
		{v4 + "hwaddress \"ether\" '02:00:00:00:00:05' # x\nmtu 1400", v4 + "hwaddress ether 02:00:00:00:00:05\nmtu 1400"},
		{v4 + "gateway 10.6.0.254\ngateway 10.6.0.254 # again", v4 + "gateway 10.6.0.254"},
		{v4 + "gateway 10.6.0.254\ngateway \"10.6.0.0376\"", v4 + "gateway 10.6.0.254"},
		{"iface e inet static\naddress \"10.6.0.1/24\" # mine", v4},
		{"iface e inet static\naddress 10.6.0.1 # mine\nnetmask 255.255.255.000 # its\n", v4},
		{"iface e inet static\naddress 10.6.0.1\nnetmask \"24\" # its\n", v4},
		{"iface e inet static\naddress 012.6.0.01/024", v4},
		{"iface e inet static\naddress 10.6.0.1\nnetmask 024", "iface e inet static\naddress 10.6.0.1/20"},
		{"iface e inet static\naddress 192.168.001.002", "iface e inet static\naddress 192.168.1.2/24"},
		{"iface e inet static\naddress 192.168.001.012/24 label e:x", "iface e inet static\naddress 192.168.1.10/24"},
		{"iface e inet6 static\naddress \"2001:db8::1/64\"", v6},
		{"iface e inet6 static\naddress 2001:db8::1/64 # x\n", v6},
		{"iface e inet6 static\naddress 2001:db8:0::01\nnetmask 64 # x\n", v6},
		{v6 + "gateway \"fe80::1\" metric 7 # x", v6 + "gateway fe80::1\nmetric 7"},
		{v6 + "accept_ra 2 # x", v6 + "accept_ra 2"},
		{v6 + "autoconf \"1\"\nprivext 0x2\ndad-attempts 3 # x\ndad-interval '0.2'", v6 + "autoconf 1\nprivext 2\ndad-attempts 3\ndad-interval 0.2"},
		{"iface e inet manual\nmtu 1400 # x\nhwaddress ether  02:00:00:00:00:05 # y", "iface e inet manual\nmtu 1400\nhwaddress 02:00:00:00:00:05"},
		{"iface e inet6 auto\naccept_ra 1 # x\nmtu \"1300\"", "iface e inet6 auto\naccept_ra 1\nmtu 1300"},
		{"iface e inet dhcp\nhostname \"my host\" # x", "iface e inet dhcp\nhostname my host"},
	} {
		for _, program := range []string{"ifup", "ifdown"} {
			if diff := cmp.Diff(steps(t, program, c.plain+"\n"), steps(t, program, c.text+"\n")); diff != "" {
				t.Errorf("%s of %q (-plain +got):\n%s", program, c.text, diff)
			}
		}
		if strings.Contains(steps(t, "ifup", c.text+"\n"), "failed") {
			t.Errorf("%q: %s", c.text, steps(t, "ifup", c.text+"\n"))
		}
	}
}

// What needs a shell, or makes no sense in any reading, is refused at its place
// before the first step.
func TestValuesThatAreRefused(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"gateway $GW", "3:9: gateway $GW: a shell would read the $, and none does"},
		{"gateway $(echo 10.6.0.254)", "3:9: gateway $(echo 10.6.0.254): a shell would read the $, and none does"},
		{"gateway `echo 10.6.0.254`", "3:9: gateway `echo 10.6.0.254`: a shell would read the `, and none does"},
		{"gateway 10.6.0.254; reboot", "3:9: gateway 10.6.0.254; reboot: a shell would read the ;, and none does"},
		{"gateway 10.6.0.254 || true", "3:9: gateway 10.6.0.254 || true: a shell would read the |, and none does"},
		{"gateway \"10.6.0.254", "3:9: gateway \"10.6.0.254: a quote isn't closed"},
		{"gateway 10.6.0.254#router", "3:9: gateway 10.6.0.254#router: not an IPv4 address"},
		{"gateway 10.6.0.08", "3:9: gateway 10.6.0.08: not an IPv4 address"},
		{"gateway 10.6.0.254 table 100", "3:9: gateway 10.6.0.254 table 100: not an IPv4 address"},
		{"gateway 10.6.0.254 metric", "3:9: gateway 10.6.0.254 metric: not an IPv4 address"},
		{"gateway 10.6.0.254 10.6.0.253", "3:9: gateway 10.6.0.254 10.6.0.253: not an IPv4 address"},
		{"gateway 10.6.0.254\n gateway  10.6.0.253", "4:11: gateway 10.6.0.253: it is 10.6.0.254 at interfaces:3:9"},
		{"netmask 24\nnetmask 255.255.0.0", "4:9: netmask 255.255.0.0: it is 24 at interfaces:3:9"},
		{"mtu 1400\nmtu 1500", "4:5: mtu 1500: it is 1400 at interfaces:3:5"},
		{"mtu 1400 1500", "3:5: mtu 1400 1500: not a number up to 16777216"},
		{"hwaddress 02:00:00:00:00:05\nhwaddress random", "4:11: hwaddress random: it is 02:00:00:00:00:05 at interfaces:3:11"},
		{"hwaddress $MAC", "3:11: hwaddress $MAC: a shell would read the $, and none does"},
	} {
		w := write(t, newWorld("eth1"), "iface eth1 inet static\naddress 10.6.0.1/24\n"+c.text+"\n")
		got := w.run("ifup", "eth1")
		if w.String() != "" || got.Status != 1 || got.Stderr != "ifup: interfaces:"+c.want+"\nifup: failed to bring up eth1\n" {
			t.Errorf("%s: %+v\n%s", c.text, got, w)
		}
	}
}

// What ip could do and no ioctl can is told, and the rest is done.
func TestValuesThatAreNoted(t *testing.T) {
	const before, behind = "# ", " isn't set: no ioctl carries it\n"
	for _, c := range []struct{ text, note, plain string }{
		{"iface e inet static\naddress 10.6.0.1/24\ngateway 10.6.0.254 src 10.6.0.1 proto static",
			before + "src 10.6.0.1 of gateway 10.6.0.254" + behind + before + "proto static of gateway 10.6.0.254" + behind,
			"iface e inet static\naddress 10.6.0.1/24\ngateway 10.6.0.254"},
		{"iface e inet6 static\naddress 2001:db8::1/64 preferred_lft 0 nodad",
			before + "preferred_lft 0 of address 2001:db8::1/64" + behind + before + "nodad of address 2001:db8::1/64" + behind,
			"iface e inet6 static\naddress 2001:db8::1/64"},
		{"iface e inet dhcp\nhostname $(hostname)",
			"# left out: interfaces:2:10: hostname $(hostname): a shell would read the $, and none does\n",
			"iface e inet dhcp"},
	} {
		if diff := cmp.Diff(c.note+steps(t, "ifup", c.plain+"\n"), steps(t, "ifup", c.text+"\n")); diff != "" {
			t.Errorf("%q:\n%s", c.text, diff)
		}
	}
}

// Neither does what is printed have more lines than it has things to say.
func TestMessagesAreLines(t *testing.T) {
	w := write(t, newWorld("eth1"), "iface eth1 inet static\naddress 10.6.0.1/24\n")
	for _, args := range [][]string{
		{"ifup", "-o", "gateway=10.6.0.1\n10.6.0.2", "eth1"},
		{"ifup", "-o", "netmask=24\n25", "eth1"},
		{"ifup", "no\nsuch"},
		{"ifquery", "--list", "no\nsuch"},
	} {
		got := w.run(args...)
		for line := range strings.Lines(got.Stderr) {
			if !strings.HasPrefix(line, args[0]+": ") {
				t.Errorf("%q: %q", args, got.Stderr)
			}
		}
		if got.Status != 1 {
			t.Errorf("%q: %+v", args, got)
		}
	}
}
