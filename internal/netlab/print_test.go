package netlab_test

import (
	"testing"

	"classicnet/internal/netlab"
)

// State, which is read anew only when its print is another, follows every change that
// it tells of.
func TestStateFollows(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "ip", "sysctl", netlab.Veth, netlab.Tun)
	lab := netlab.New(t)
	lab.Sh("sysctl -qw net.ipv6.conf.default.accept_dad=0\nip link set lo up")
	lab.Veth("v0", "02:00:00:00:00:01")
	before := lab.State()
	for _, change := range []string{
		"ip link set v0 up", "ip link set v0 mtu 1400", "ip link set v0 txqueuelen 77", "ip link set v0 address 02:00:00:00:00:02",
		"ip link set v0 promisc on", "ip link set v0 arp off", "ip addr add 10.0.0.1/24 dev v0", "ip addr add 10.0.0.2/24 dev v0 label v0:2",
		"ip addr add 2001:db8::1/64 dev v0", "ip addr change 2001:db8::1/64 dev v0 preferred_lft 0",
		"ip route add 10.9.0.0/16 via 10.0.0.9", "ip route change 10.9.0.0/16 via 10.0.0.9 mtu 900", "ip -6 route add 2001:db8:9::/48 dev v0 metric 7",
		"ip -6 route add unreachable 2001:db8:8::/48", "ip route add 10.8.0.0/16 dev v0 table 7", "ip addr del 10.0.0.2/24 dev v0",
		"mktun t0 ppp", "ip link set t0 name t1", "ip link del t1", "ip link set v0 down",
	} {
		lab.Sh(change)
		after := lab.State()
		if after == before {
			t.Errorf("%s: no change in\n%s", change, after)
		}
		before = after
	}
	lab.Sh("ip addr show >/dev/null")
	if after := lab.State(); after != before {
		t.Errorf("nothing was changed, but\n%s\nis\n%s", before, after)
	}
}
