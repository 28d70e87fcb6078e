package live

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

// besideLab is a namespace with netstat and arp in its PATH.
func besideLab(t *testing.T, scripts ...string) *netlab.Lab {
	t.Helper()
	t.Parallel()
	netlab.Need(t, "ip", "sysctl", "netstat", "arp", netlab.Tun, netlab.Veth, netlab.Bridge)
	lab := netlab.New(t, netlab.Tools(t, "netstat", "arp"))
	for _, s := range scripts {
		lab.Sh(s)
	}
	lab.Etc("hosts", hosts+"192.168.1.9 printer\n")
	lab.Etc("networks", networks)
	lab.Settle()
	return lab
}

func TestNetstatRoutes(t *testing.T) {
	besideNetTools(t, func(t *testing.T, peer netToolsPeer) {
		lab := besideLab(t, routes)
		for _, line := range []string{
			"-r", "-rn", "-rN", "-re", "-rne", "-ree", "-reen", "-reee", "-reeeen", "-rv", "-rF", "-rC", "-rCn", "-rFC", "-rCeen",
			"-r -A inet", "-r -A inet6", "-rn6", "-rn -f inet", "-r6ee", "-r6C", "-r6FCn", "-A inet6,inet -rn", "-r --inet --inet6", "-r --numeric-hosts", "-rt foo",
		} {
			same(t, lab, side{args: words(peer.netstat, line)}, side{args: words("netstat", line)})
		}
	})
}

func TestNetstatInterfaces(t *testing.T) {
	besideNetTools(t, func(t *testing.T, peer netToolsPeer) {
		lab := besideLab(t, town+dynamic)
		for _, line := range []string{"-i", "-ia", "-ie", "-iae", "-ian foo", "-i --all"} {
			same(t, lab, side{args: words(peer.netstat, line)}, side{args: words("netstat", line)})
		}
	})
}

func TestBusyboxNetstat(t *testing.T) {
	besideBusybox(t, func(t *testing.T, peer string) {
		lab := besideLab(t, routes)
		for _, line := range []string{"-r", "-rn", "-re", "-ren", "-ree", "-reen"} {
			same(t, lab, side{args: words(peer+" netstat", line)}, side{args: words("netstat", busybox+line)})
		}
	})
}

// neighbourhood has a table of every kind of entry. Each device has one: more of them
// have no order.
const neighbourhood = `
sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip link set lo up
for i in 1 2 3; do
	ip link add name eth$i address 02:00:00:00:00:0$i type veth peer name p$i
	ip link set p$i up
	ip addr add 192.168.$i.1/24 dev eth$i
	ip link set eth$i up
done
`

func TestARPListings(t *testing.T) {
	besideNetTools(t, func(t *testing.T, peer netToolsPeer) {
		for _, entry := range []string{
			"ip neigh add 192.168.1.9 lladdr 02:aa:00:00:00:02 dev eth1 nud permanent",
			"ip neigh add 192.168.1.9 lladdr 02:aa:00:00:00:02 dev eth1 nud stale",
			"ip neigh add 192.168.1.9 dev eth1 nud incomplete",
			"ip neigh add proxy 192.168.1.9 dev eth1",
			"mktun t0 65534 && ip addr add 10.9.0.1/24 dev t0 && ip link set t0 up && ip neigh add 10.9.0.7 dev t0 nud permanent",
			"true",
		} {
			t.Run(entry, func(t *testing.T) {
				lab := besideLab(t, neighbourhood+entry)
				for _, line := range []string{
					"", "-n", "-a", "-an", "-e", "-ae", "-vn", "-van", "-n -i eth1", "-vn -i eth2", "-n -i nosuch", "-n -i t0", "-an -i t0", "-n -H ether", "-n -H ax25",
					"printer", "-n printer", "-a printer", "192.168.1.8", "-a 192.168.1.8", "-vn 192.168.1.8", "printer -i eth2", "nohost", "-V",
				} {
					compareRuns(t, lab, peer.arp, line)
				}
			})
		}
	})
}

// TestARPEdits: what is said of each edit and what the kernel has behind it are
// the same.
func TestARPEdits(t *testing.T) {
	besideNetTools(t, func(t *testing.T, peer netToolsPeer) {
		lab := besideLab(t, neighbourhood)
		ethers := lab.Work() + "/ethers"
		lab.Sh("cat >" + ethers + " <<'END'\n" +
			"192.168.1.7 2:3:4:5:6:7\n02:aa:00:00:00:09 printer\n\n#x\nzz\n172.16.0.1 2:3:4:5:6:7\n192.168.2.7 2:3:4:5:6:8 temp pub dev eth3\n" +
			"END\n")
		for _, line := range []string{
			"-s printer 02:aa:00:00:00:05", "-vs printer 2:aa:0:0:0:5 temp", "-i eth1 -s printer 2:3:4:5:6:7 pub", "-s printer 2:3:4:5:6:7 pub",
			"-s printer 2:3:4:5:6:7 dev eth2", "-s printer 2:3:4:5:6:7 netmask 255.255.255.255 trail", "-s printer 2:3:4:5:6:7 netmask 255.255.0.0",
			"-Ds printer eth1", "-vDs printer eth1 pub", "-i eth2 -Ds printer eth1 pub", "-Ds printer nosuch", "-Ds printer lo", "-H ether -Ds printer lo",
			"-H ax25 -s printer AB1CD", "-s printer zz", "-s nohost 2:3:4:5:6:7", "-s", "-s printer", "-s 172.16.0.1 2:3:4:5:6:7",
			"-d printer", "-vd printer", "-d printer pub", "-d printer priv", "-d printer dev eth1", "-i nosuch -d printer", "-d 172.16.0.1", "-d nohost",
			"-f " + ethers, "-vf " + ethers, "-Df " + ethers, "-f nosuch", "-A inet6", "-A nosuch", "-H nosuch", "-H loop",
		} {
			compareEdits(t, lab, peer.arp, line)
		}
	})
}

// clearNeighbours takes all entries away.
const clearNeighbours = `
for i in 1 2 3; do
	ip neigh flush dev eth$i nud permanent
	ip neigh flush dev eth$i
	for a in $(ip neigh show proxy dev eth$i | cut -d ' ' -f 1); do ip neigh del proxy $a dev eth$i; done
done
`

// compareRuns compares all that is seen of both arps.
func compareRuns(t *testing.T, lab *netlab.Lab, theirs, line string) {
	t.Helper()
	agree(t, "arp "+line, func() string { return cmp.Diff(runARP(lab, theirs, line), runARP(lab, "arp", line)) })
}

// runARP returns the streams and the status.
func runARP(lab *netlab.Lab, program, line string) []string {
	r := lab.Do(netlab.Command{Args: words(program, line)})
	return []string{r.Stdout, strings.ReplaceAll(r.Stderr, program+": ", "arp: "), r.Exit}
}

// compareEdits compares what is seen of both, and the table that they make
// of an empty one.
func compareEdits(t *testing.T, lab *netlab.Lab, theirs, line string) {
	t.Helper()
	edit := func(program string) []string {
		lab.Sh(clearNeighbours)
		seen := runARP(lab, program, line)
		return append(seen, lab.Run("ip", "neigh", "show", "nud", "all").Stdout, lab.Run("ip", "neigh", "show", "proxy").Stdout)
	}
	agree(t, "arp "+line, func() string { return cmp.Diff(edit(theirs), edit("arp")) })
}
