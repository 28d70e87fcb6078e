package live

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

// configurer is an ifconfig of another suite, by what it leaves in the kernel.
type configurer struct {
	name, command string
	// differs has the lines that leave something else than ours, each with the reason.
	differs map[string]string
}

// configurers are those in the folder of a suite.
func configurers(folder string) []configurer {
	bin := filepath.Join(folder, "bin") + "/"
	return []configurer{
		{"net-tools", filepath.Join(folder, "sbin/ifconfig"), nil},
		{"busybox", bin + "busybox ifconfig", map[string]string{
			"10.0.0.1/24": noPrefix, "10.0.0.1/24 up": noPrefix,
		}},
		{"toybox", bin + "toybox ifconfig", nil},
		{"inetutils", bin + "inetutils-ifconfig", map[string]string{
			"10.0.0.1": noUp, "172.16.3.4": noUp, "0.0.0.0": noUp, "10.0.0.1 pointopoint 10.0.0.2": noUp,
			"10.0.0.1 netmask 255.255.255.0": noUp, "10.0.0.1 netmask 255.255.255.0 broadcast 10.0.0.254": noUp,
			"10.0.0.1 broadcast 10.0.0.9 netmask 255.255.255.0": noUp,
			"10.0.0.1/24": noPrefix, "10.0.0.1/24 up": noPrefix,
			"hw ether 02:00:00:00:00:77": noHw, "down hw ether 02:00:00:00:00:77 up": noHw, "10.0.0.1 hw ether 02:00:00:00:00:78": noHw,
			"add 2001:db8::1/64": noIPv6, "add 2001:db8::1/64 up": noIPv6, "del 2001:db8::9/64": noIPv6,
			"10.0.0.1 netmask 255.255.255.0 nosuchword": "reads all words before it does anything",
		}},
	}
}

// Why an ifconfig leaves something else.
const (
	noPrefix = "takes no length of a prefix"
	noUp     = "an address doesn't bring the interface up"
	noHw     = "the word is ether, not hw"
	noIPv6   = "knows no IPv6"
)

// configurations are what scripts say to an interface.
var configurations = []string{
	"10.0.0.1", "172.16.3.4", "192.168.5.6 up", "10.0.0.1/24", "10.0.0.1/24 up", "0.0.0.0",
	"10.0.0.1 netmask 255.255.255.0", "10.0.0.1 netmask 255.255.255.0 up", "10.0.0.1 netmask 255.255.255.252 broadcast 10.0.0.3 up",
	"10.0.0.1 netmask 255.255.255.0 broadcast 10.0.0.254", "10.0.0.1 broadcast 10.0.0.9 netmask 255.255.255.0", "10.0.0.1 netmask 255.255.255.0 down",
	"netmask 255.255.0.0", "broadcast 10.1.9.9", "10.0.0.1 netmask 255.255.255.0 mtu 1400 up", "10.0.0.1 pointopoint 10.0.0.2",
	"10.0.0.1 pointopoint 10.0.0.2 netmask 255.255.255.255 up", "up", "down", "mtu 1400", "mtu 1400 up", "txqueuelen 77", "metric 1",
	"promisc", "-promisc", "arp", "-arp", "allmulti", "-allmulti", "multicast", "-multicast", "up -arp", "-arp up",
	"hw ether 02:00:00:00:00:77", "down hw ether 02:00:00:00:00:77 up", "10.0.0.1 hw ether 02:00:00:00:00:78",
	"add 2001:db8::1/64", "add 2001:db8::1/64 up", "del 2001:db8::9/64",
	"nosuch.invalid", "10.0.0.1 netmask 255.255.255.0 nosuchword", "mtu", "netmask", "mtu 1", "mtu x",
}

// fresh and used are what an interface is before it is configured.
const (
	fresh = `
ip link del eth1 2>/dev/null || :
ip link add eth1 address 02:00:00:00:00:01 type veth peer name p1
ip link set p1 addrgenmode none
ip link set eth1 addrgenmode none
ip link set p1 up
`
	used = fresh + `ip addr add 10.1.0.1/16 brd + dev eth1
ip addr add 2001:db8::9/64 dev eth1 nodad
ip link set eth1 up promisc on
`
)

// left is what the kernel has of the interface.
const left = `
ip -o link show eth1 | sed 's/^[0-9]*: //; s/@if[0-9]*//; s/[\\]//; s/state [A-Z]* //; s/qdisc [a-z]* //; s/,LOWER_UP//; s/NO-CARRIER,//'
ip -o addr show eth1 | sed 's/^[0-9]*: //; s/[\\].*//; s/ proto kernel_lo//; s/ tentative//' | sort
ip -o route show | sort
`

// TestConfigure: what a line leaves in the kernel, and whether it is said to have failed.
func TestConfigure(t *testing.T) {
	t.Parallel()
	besideSuites(t, func(t *testing.T, folder string) {
		for _, peer := range configurers(folder) {
			t.Run(peer.name, func(t *testing.T) {
				lab := newLab(t, quiet)
				for _, line := range configurations {
					compareConfigured(t, lab, peer, line)
				}
			})
		}
	})
}

func compareConfigured(t *testing.T, lab *netlab.Lab, peer configurer, line string) {
	t.Helper()
	run := func(command string) string {
		text := ""
		for _, start := range []string{fresh, used} {
			lab.Sh(start)
			status := "fails"
			if lab.Run(words(command+" eth1", line)...).Exit == "0" {
				status = "succeeds"
			}
			text += status + "\n" + lab.Sh(left)
		}
		return text
	}
	diff := cmp.Diff(run(peer.command), run("ifconfig"))
	_, known := peer.differs[line]
	switch {
	case diff != "" && !known:
		t.Errorf("eth1 %s (-theirs +ours)\n%s", line, diff)
	case diff == "" && known:
		t.Errorf("eth1 %s is said to differ, and doesn't", line)
	}
}
