package live

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

// caller is a command line of a package, or of scripts that many have written.
type caller struct{ origin, line string }

// called are the tools that callers call.
var called = []string{"ifconfig", "route", "netstat", "arp", "mii-tool"}

// tools are what PATH has for a caller: ours, or those that stand beside them.
type tools struct{ folder, dialect string }

// run runs a caller's line.
func (s tools) run(lab *netlab.Lab, line string) netlab.Result {
	return lab.Do(netlab.Command{
		Args: []string{"/bin/sh", "-c", line},
		Env:  []string{"PATH=" + s.folder + ":/usr/bin:/bin:/usr/sbin:/sbin", "CLASSICNET_DIALECT=" + s.dialect},
	})
}

// theirs makes a folder of links to programs that stand beside ours.
func theirs(lab *netlab.Lab, programs map[string]string) tools {
	folder := lab.Work() + "/theirs"
	script := "mkdir -p " + folder + "\n"
	for name, program := range programs {
		script += "ln -s " + program + " " + filepath.Join(folder, name) + "\n"
	}
	lab.Sh(script)
	return tools{folder: folder}
}

// ofNetTools are net-tools' programs of one installation. mii-tool is the machine's,
// in a later folder of PATH.
func ofNetTools(lab *netlab.Lab, peer netToolsPeer) tools {
	return theirs(lab, map[string]string{
		"ifconfig": peer.ifconfig, "route": peer.route, "netstat": peer.netstat, "arp": peer.arp,
	})
}

// inhabited is a town with routes of all kinds, listeners and neighbours.
func inhabited(t *testing.T) *netlab.Lab {
	t.Helper()
	netlab.Need(t, "ip", "awk", netlab.Tun, netlab.Veth, netlab.Bridge, netlab.Root)
	lab := netlab.New(t, netlab.Tools(t, called...))
	lab.Sh(routes + "WORK=" + lab.Work() + inhabitants)
	socketEtc(lab)
	lab.Etc("networks", networks)
	lab.Settle()
	return lab
}

// inhabitants are what those find who look for listeners, connections and neighbours.
const inhabitants = `
ip addr add 10.9.0.1/24 dev eth2
ip neigh add 10.9.0.2 lladdr 02:00:00:00:00:02 dev eth2 nud permanent
ip neigh add 192.168.1.254 lladdr 02:00:00:00:00:fe dev eth1 nud permanent
mksock tcp-listen 0.0.0.0:22
mksock tcp-listen '[::]:22'
mksock tcp-accept 127.0.0.1:80
mksock tcp 127.0.0.1:1080 127.0.0.1:80
mksock tcp-shut 127.0.0.1:2080 127.0.0.1:80
mksock udp 127.0.0.1:53
mksock udp '[::]:123'
mksock raw 1
mksock unix-listen @abstract
mksock unix-listen $WORK/stream
mksock unix $WORK/datagram
`

// TestCallersRead: what packages read from a listing is what they read from net-tools'.
func TestCallersRead(t *testing.T) {
	besideNetTools(t, func(t *testing.T, peer netToolsPeer) {
		lab := inhabited(t)
		readAlike(t, lab, ofNetTools(lab, peer), tools{netlab.Tools(t), "net-tools-2.10"}, readers)
	})
}

// TestCallersReadBusybox: likewise, of busybox'.
func TestCallersReadBusybox(t *testing.T) {
	besideBusybox(t, func(t *testing.T, peer string) {
		path, err := exec.LookPath(peer)
		if err != nil {
			t.Fatal(err)
		}
		lab := inhabited(t)
		programs := map[string]string{}
		for _, name := range []string{"ifconfig", "route", "netstat", "arp"} {
			programs[name] = path
		}
		readAlike(t, lab, theirs(lab, programs), tools{netlab.Tools(t), "busybox"}, oldReaders)
	})
}

func readAlike(t *testing.T, lab *netlab.Lab, theirs, ours tools, callers []caller) {
	t.Helper()
	read := func(s tools, line string) []string {
		r := s.run(lab, line)
		return []string{r.Stdout, r.Exit}
	}
	for _, c := range callers {
		agree(t, c.origin+": "+c.line, func() string { return cmp.Diff(read(theirs, c.line), read(ours, c.line)) })
	}
}

// street is what a caller changes: three cards and a tun.
const street = `
ip -force -batch - >/dev/null 2>&1 <<'END' || :
link del eth1
link del eth2
link del eth3
link del tun0
link del br5
link del br6
route flush table main
route flush type unreachable
addr flush dev lo
link set lo down
END
ip -batch - <<'END'
link add eth1 address 02:00:00:00:00:01 type veth peer name p1 address 02:00:00:00:01:01
link add eth2 address 02:00:00:00:00:02 type veth peer name p2 address 02:00:00:00:01:02
link add eth3 address 02:00:00:00:00:03 type veth peer name p3 address 02:00:00:00:01:03
tuntap add tun0 mode tun
link set eth1 addrgenmode none
link set eth2 addrgenmode none
link set eth3 addrgenmode none
link set tun0 addrgenmode none
link set p1 addrgenmode none
link set p2 addrgenmode none
link set p3 addrgenmode none
link set p1 up
link set p2 up
link set p3 up
addr add 192.168.1.5/24 brd + dev eth1
link set eth1 up
addr add 10.0.0.1/24 brd + dev eth2
link set eth2 up
route add default via 192.168.1.254
END
`

// TestCallersChange: what packages make of an interface, a route or a neighbour
// is what they make with net-tools.
func TestCallersChange(t *testing.T) {
	besideNetTools(t, func(t *testing.T, peer netToolsPeer) {
		lab := streetLab(t)
		madeAlike(t, lab, ofNetTools(lab, peer), tools{netlab.Tools(t), ""}, writers)
	})
}

// TestCallersBridge: likewise, of a bridge and with bridge-utils.
func TestCallersBridge(t *testing.T) {
	t.Parallel()
	folder := os.Getenv("CLASSICNET_DEBIAN_BRIDGE_UTILS")
	if folder == "" { // .ci/long has the other suites alone
		t.Skip("CLASSICNET_DEBIAN_BRIDGE_UTILS names no folder with Debian's bridge-utils")
	}
	brctl := filepath.Join(folder, "sbin/brctl")
	netlab.NeedVersion(t, "bridge-utils, 1.7", brctl, "-V")
	netlab.Need(t, "ifconfig", netlab.Bridge)
	lab := streetLab(t)
	peer := theirs(lab, map[string]string{"brctl": brctl, "ifconfig": "/usr/sbin/ifconfig"})
	madeAlike(t, lab, peer, tools{netlab.Tools(t, "brctl"), ""}, bridgeWriters)
}

func streetLab(t *testing.T) *netlab.Lab {
	t.Helper()
	netlab.Need(t, "ip", netlab.Tun, netlab.Veth, netlab.Root)
	lab := netlab.New(t, netlab.Tools(t, called...))
	lab.Sh("sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.accept_ra=0 net.ipv6.conf.default.router_solicitations=0")
	return lab
}

func madeAlike(t *testing.T, lab *netlab.Lab, theirs, ours tools, callers []caller) {
	t.Helper()
	made := func(s tools, line string) []string {
		lab.Sh(street)
		r := s.run(lab, line)
		return []string{r.Stdout, fmt.Sprint(r.Exit == "0"), lab.State(), lab.Sh(neighbours)}
	}
	for _, c := range callers {
		agree(t, c.origin+": "+c.line, func() string { return cmp.Diff(made(theirs, c.line), made(ours, c.line)) })
	}
}

// neighbours are those that were set, and the settings of bridges.
const neighbours = `
ip neigh show nud permanent | sort
ip neigh show proxy | sort
ip -d -o link show type bridge | grep -o -E '(forward_delay|hello_time|max_age|ageing_time|stp_state|priority) [0-9]+' || :
ip -d -o link show type bridge_slave | grep -o -E '(cost|priority|hairpin) [0-9a-z]+' || :
`
