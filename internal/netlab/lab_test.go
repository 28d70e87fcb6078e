package netlab_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

func TestMain(m *testing.M) { netlab.Main(m) }

// noIPv6 makes a lab deterministic and quick: no address is checked for duplicates.
const noIPv6 = "sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1\n"

func TestLabOfCommands(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "ip", "sysctl", netlab.Veth)
	lab := netlab.New(t)
	lab.Sh(noIPv6)
	lab.Veth("eth1", "00:0d:61:0b:d9:a0")
	got := lab.Run("ip", "addr", "add", "192.168.1.1/24", "brd", "+", "dev", "eth1")
	if diff := cmp.Diff(netlab.Result{Exit: "0"}, got); diff != "" {
		t.Error(diff)
	}
	lab.Sh("ip link set eth1 up")
	want := `link eth1 ether <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qlen 1000 address 00:0d:61:0b:d9:a0 broadcast ff:ff:ff:ff:ff:ff
  inet 192.168.1.1/24 broadcast 192.168.1.255 scope global label eth1
link lo loopback <LOOPBACK> mtu 65536 qlen 1000 address 00:00:00:00:00:00 broadcast 00:00:00:00:00:00
route main unicast 192.168.1.0/24 dev eth1 protocol kernel scope link prefsrc 192.168.1.1
route local local 192.168.1.1 dev eth1 protocol kernel scope host prefsrc 192.168.1.1
route local broadcast 192.168.1.255 dev eth1 protocol kernel scope link prefsrc 192.168.1.1
`
	if diff := cmp.Diff(want, lab.State()); diff != "" {
		t.Error(diff)
	}
}

func TestLabOfGoCode(t *testing.T) {
	lab := netlab.Inside(t)
	if lab == nil {
		return
	}
	if got := lab.State(); !strings.HasPrefix(got, "link lo loopback <LOOPBACK> ") {
		t.Errorf("a new namespace has one link, lo, that is down; got\n%s", got)
	}
}
