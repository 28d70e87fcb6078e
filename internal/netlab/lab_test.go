package netlab_test

import (
	"net"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

func TestMain(m *testing.M) { netlab.Main(m) }

// noIPv6 makes a lab quick: no address is checked for duplicates.
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

// Labs know nothing of each other.
func TestTwoLabs(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "ip", netlab.Veth)
	a, b := netlab.New(t), netlab.New(t)
	a.Sh("ip link add v0 type veth; echo a >f")
	b.Sh("! ip link show v0 2>/dev/null; ! test -e f")
	if a.Sh("readlink /proc/self/ns/net") == b.Sh("readlink /proc/self/ns/net") {
		t.Error("the same namespace")
	}
}

// The first folder given to New wins, and all come before the system's.
func TestNewFolders(t *testing.T) {
	t.Parallel()
	first, second := t.TempDir(), t.TempDir()
	writeProgram(t, first+"/ls", "echo first")
	writeProgram(t, second+"/ls", "echo second")
	writeProgram(t, second+"/cat", "echo second")
	if got := netlab.New(t, first, second).Sh("ls; cat"); got != "first\nsecond\n" {
		t.Errorf("got %q", got)
	}
}

func TestLabOfGoCode(t *testing.T) {
	lab := netlab.Inside(t)
	if lab == nil {
		return
	}
	netlab.Need(t, "ip", netlab.Veth)
	lab.Sh("ip link add v0 type veth peer v1")
	links, err := net.Interfaces()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, l := range links {
		names = append(names, l.Name)
	}
	if got := strings.Join(names, " "); got != "lo v1 v0" {
		t.Errorf("the test's own sockets see %s", got)
	}
	if got := lab.State(); strings.Count(got, "link ") != 3 {
		t.Errorf("the lab's commands see\n%s", got)
	}
	lab.Etc("hosts", "10.0.0.1\tbox\n")
	if got := readFile(t, "/etc/hosts"); got != "10.0.0.1\tbox\n" {
		t.Errorf("the test itself reads %q", got)
	}
}
