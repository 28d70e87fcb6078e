package ifupdown

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

// situations are machines in use: what is there before ifup is called. w1 is the
// card of other things.
var situations = [...]struct{ name, text string }{
	{"nothing", ""},
	{"down with an address", "ip addr add 10.1.0.1/24 dev v0"},
	{"an address", "ip link set v0 up; ip addr add 192.168.1.1/24 dev v0"},
	{"two networks", "ip link set v0 up; ip addr add 192.168.1.1/24 dev v0; ip addr add 10.0.0.1/16 brd + dev v0"},
	{"a label", "ip link set v0 up; ip addr add 10.0.0.9/24 brd + dev v0 label v0:web"},
	{"a label that we would take", "ip link set v0 up; ip addr add 10.0.0.9/24 brd + dev v0 label v0:s2; ip addr add 10.7.0.9/24 dev v0 label v0:1"},
	{"a label without a colon", "ip link set v0 up; ip addr add 10.0.0.9/24 brd + dev v0 label v0lab"},
	{"a lease", "ip link set v0 up; ip addr add 10.0.0.103/24 brd + dev v0 valid_lft 3600 preferred_lft 1800; ip route add default via 10.0.0.254 dev v0"},
	{"noprefixroute", "ip link set v0 up; ip addr add 10.0.0.103/24 brd + noprefixroute dev v0; ip route add 10.0.0.0/24 dev v0; ip route add default via 10.0.0.254 dev v0 metric 1002"},
	{"primary and secondary", "ip link set v0 up; ip addr add 10.0.0.1/8 dev v0; ip addr add 10.0.0.3/8 dev v0; ip addr add 10.0.0.4/8 dev v0"},
	{"network of a class", "ip link set v0 up; ip addr add 172.16.9.9/16 brd + dev v0; ip addr add 172.16.9.10/16 brd + dev v0"},
	{"a peer", "ip link set v0 up; ip addr add 10.3.0.1 peer 10.3.0.2 dev v0"},
	{"static routes", "ip link set v0 up; ip addr add 10.0.0.1/24 dev v0; ip route add 10.88.0.0/16 via 10.0.0.7; ip route add 10.89.0.0/16 dev v0 metric 70"},
	{"inet6", "ip link set v0 up; ip -6 addr add 2001:db8:9::1/64 dev v0; ip -6 route add 2001:db8:aa::/48 via 2001:db8:9::7"},
	{"inet6 default", "ip link set v0 up; ip -6 addr add 2001:db8:9::1/64 dev v0; ip -6 route add default via 2001:db8:9::7 metric 1024"},
	{"settings", "echo 2 >/proc/sys/net/ipv6/conf/v0/accept_ra; echo 2 >/proc/sys/net/ipv6/conf/v0/use_tempaddr; ip link set v0 mtu 1450"},
	{"another card's default", "ip link set w1 up; ip addr add 10.50.0.1/24 dev w1; ip route add default via 10.50.0.254 dev w1 metric 100"},
	{"both families", "ip link set v0 up; ip addr add 10.0.0.5/24 brd + dev v0; ip -6 addr add 2001:db8:1::5/64 dev v0; ip route add default via 10.0.0.254 metric 9"},
	{"scope and flags", "ip link set v0 up; ip addr add 10.4.0.1/24 scope link dev v0; ip addr add 10.4.1.1/24 dev v0 metric 300"},
	{"promotion", "ip link set v0 up; echo 1 >/proc/sys/net/ipv4/conf/v0/promote_secondaries; ip addr add 10.0.0.1/24 dev v0; ip addr add 10.0.0.2/24 dev v0"},
}

// touching are files for v0, one to four stanzas each.
var touching = [...]string{
	"iface v0 inet static\n address 172.16.5.5/24\n",
	"iface v0 inet static\n address 10.0.0.77/24\n gateway 10.0.0.253\n metric 3\n",
	"iface v0 inet static\n address 10.0.0.77/8\n",
	"iface v0 inet static\n address 10.5.0.1/24\n gateway 10.5.0.254\n metric 1\n",
	"iface v0 inet static\n address 192.168.77.1\n netmask 255.255.255.0\n",
	"iface v0 inet static\n address 10.9.0.1/24\n pointopoint 10.9.0.2\n",
	"iface v0 inet static\n address 203.0.113.5/24\n pointopoint 203.0.113.1\n gateway 203.0.113.1\n metric 2\n",
	"iface v0 inet static\n address 203.0.113.5/32\n gateway 192.0.2.1\n metric 2\n",
	"iface v0 inet static\n address 0.0.0.0\n",
	"iface v0 inet static\n address 172.20.5.5/24\n mtu 1400\n",
	"iface v0 inet static\n address 172.20.5.5/24\n hwaddress 02:00:00:00:00:77\n",
	"iface v0 inet static\n address 172.20.5.5/24\niface v0 inet static\n address 172.21.5.5/24\n",
	"iface v0 inet static\n address 10.0.0.78/24\niface v0 inet static\n address 10.0.0.79/24\niface v0 inet static\n address 10.0.0.80/16\n",
	"iface v0 inet manual\n",
	"iface v0 inet manual\n up ip addr add 10.60.0.1/24 dev v0\n down ip addr del 10.60.0.1/24 dev v0\n",
	"iface v0 inet static\n pre-up ip addr add 10.61.0.1/24 dev v0\n address 10.62.0.1/24\n post-down ip addr del 10.61.0.1/24 dev v0\n",
	"iface v0 inet6 static\n address 2001:db8::1/64\n dad-attempts 0\n",
	"iface v0 inet6 static\n address 2001:db8::1/64\n gateway 2001:db8::ff\n metric 5\n dad-attempts 0\n",
	"iface v0 inet6 static\n address 2001:db8::1/64\n privext 1\n accept_ra 1\n autoconf 1\n dad-attempts 0\n",
	"iface v0 inet6 auto\n",
	"iface v0 inet6 manual\n mtu 1300\n",
	"iface v0 inet static\n address 172.16.5.5/24\niface v0 inet6 static\n address 2001:db8::1/64\n dad-attempts 0\n",
	"iface v0 inet manual\niface v0 inet6 static\n address 2001:db8::1/64\n dad-attempts 0\n",
	"iface v0 inet static\n address 10.0.0.81/28\niface v0 inet6 auto\niface v0 inet static\n address 10.0.1.81/28\niface v0 inet6 static\n address 2001:db8::2/128\n dad-attempts 0\n",
	"iface v0:1 inet static\n address 10.0.0.82/24\n",
	"iface v0:1 inet static\n address 10.0.0.82/24\niface v0:1 inet static\n address 10.0.0.83/24\n",
	"iface v0 inet static\n address 10.70.0.1/24\niface v0:1 inet static\n address 10.70.0.2/24\n",
	"iface v0 inet static\n address 10.70.0.1/24\n scope link\n",
	"iface v0 inet static\n address 10.70.0.1/24\n broadcast 10.70.0.7\n description uplink to provider\n",
	"iface v0 inet static\n address 10.71.0.1/24\n metric 77\n gateway 10.71.0.9\niface v0 inet6 static\n address 2001:db8::3/64\n gateway 2001:db8::fe\n metric 78\n dad-attempts 0\n",
}

// snapshot prints what is configured, a line each, without what the kernel counts
// or makes by itself with the link.
const snapshot = `snapshot() {
	ip -o addr show v0 | sed 's/valid_lft [0-9]*sec preferred_lft [0-9]*sec//; s/^[0-9]*: //; s/\\.*//; / fe80:/d; s/^/addr /; s/ tentative//; s/ *$//'
	ip route show | sed 's/ linkdown//; s/^/route /; s/ *$//'
	ip -6 route show | sed '/^fe80:/d; /^unreachable/d; s/ linkdown//; s/^/route6 /; s/ *$//'
	(cd /proc/sys/net; grep . ipv6/conf/v0/accept_ra ipv6/conf/v0/autoconf ipv6/conf/v0/use_tempaddr ipv6/conf/v0/accept_dad \
		ipv4/conf/v0/promote_secondaries /sys/class/net/v0/mtu /sys/class/net/v0/address | sed 's/^/setting /')
}
`

// afresh makes v0 and w1 as they are after a boot.
const afresh = `ip -force -batch - 2>/dev/null <<'END' || :
link del v0
link del w1
link add v0 address 02:00:00:00:00:01 type veth peer name p0
link add w1 type veth peer name p1
link set p0 up
link set p1 up
END
rm -rf state
for i in v0 w1 p0 p1; do echo 1 >/proc/sys/net/ipv6/conf/$i/addr_gen_mode; echo 0 >/proc/sys/net/ipv6/conf/$i/accept_dad; done
`

// isSample tells whether a file is tried in a situation: in all of them where as
// many files are generated, else in a few, each file and each situation among them.
func isSample(file, situation int) bool {
	all := len(touching) * len(situations)
	return (file*7+situation)%max(1, all/int(generatedFiles())) == 0
}

// around runs ifup and ifdown in a situation and returns what is configured
// before, in between and after, and what was said.
func around(l *netlab.Lab, folder, situation, text string) (before, up, after []string, said string) {
	names := touched(text)
	reversed := strings.Fields(names)
	slices.Reverse(reversed)
	out := l.Sh(snapshot + afresh + situation + "\n: >said; cat >touched <<'END'\n" + text + "END\n" +
		"snapshot; echo =; " + calls(folder, "ifup", names) + "snapshot; echo =; " +
		calls(folder, "ifdown", strings.Join(reversed, " ")) + "snapshot; echo =; cat said")
	parts := strings.Split(out, "=\n")
	if len(parts) != 4 {
		return nil, nil, nil, out
	}
	return strings.Split(parts[0], "\n"), strings.Split(parts[1], "\n"), strings.Split(parts[2], "\n"), parts[3]
}

// touched are the interfaces of a file, in its order.
func touched(text string) string {
	switch {
	case strings.HasPrefix(text, "iface v0:1"):
		return "v0:1"
	case strings.Contains(text, "iface v0:1"):
		return "v0 v0:1"
	}
	return "v0"
}

// calls is a shell line that runs a command on the file and keeps what it says.
func calls(folder, program, operands string) string {
	return fmt.Sprintf("%s/%s -i touched --state-dir state --no-scripts %s >>said 2>&1 || echo \"%s: status $?\" >>said\n",
		folder, program, operands, program)
}

// isTable tells whether a line is of an address or a route.
func isTable(line string) bool { return !strings.HasPrefix(line, "setting ") }

// Nothing that is there is touched: what was configured before ifup is there when
// the interface is up, and it alone is there after ifdown.
func TestNothingIsTouched(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "ip", netlab.Veth)
	bin := netlab.Tools(t, "ifup")
	l := netlab.New(t, bin)
	l.Sh("mount -t sysfs none /sys; mkdir our; for i in ifup ifdown; do ln -s " + bin + "/ifup our/$i; done")
	for f, text := range touching {
		for s, situation := range situations {
			if !isSample(f, s) {
				continue
			}
			before, up, after, said := around(l, "our", situation.text, text)
			var wrong []string
			alias := strings.HasPrefix(text, "iface v0:1")
			for _, b := range before {
				if isTable(b) && !slices.Contains(up, b) {
					wrong = append(wrong, "lost by ifup: "+b)
				}
				if !slices.Contains(after, b) {
					wrong = append(wrong, "lost behind ifdown: "+b)
				}
			}
			for _, a := range after {
				if alias && s == 1 && strings.HasPrefix(a, "route 10.1.0.0/24 ") {
					continue // an alias leaves the link up, as Debian's does
				}
				if !slices.Contains(before, a) {
					wrong = append(wrong, "left by ifdown: "+a)
				}
			}
			if strings.Contains(said, "status") {
				wrong = append(wrong, said)
			}
			if before == nil || wrong != nil {
				t.Errorf("%s,\n%s%s\n-- up:\n%s\n-- said: %s", situation.name, text, strings.Join(wrong, "\n"), strings.Join(up, "\n"), said)
			}
		}
	}
}
