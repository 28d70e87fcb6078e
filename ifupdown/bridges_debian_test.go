package ifupdown

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

// bridgeUtils is the folder in which Debian's package bridge-utils is unpacked:
// the one that CLASSICNET_DEBIAN_BRIDGE_UTILS names, or the machine's root. The
// test is skipped where there is none. With CLASSICNET_CI=1 there must be one.
func bridgeUtils(t *testing.T) string {
	t.Helper()
	folder := os.Getenv("CLASSICNET_DEBIAN_BRIDGE_UTILS")
	if folder == "" {
		folder = "/"
	}
	if _, err := os.Stat(filepath.Join(folder, "lib/bridge-utils/ifupdown.sh")); err != nil {
		missing := "Debian's bridge-utils isn't in " + folder + "; CLASSICNET_DEBIAN_BRIDGE_UTILS names another"
		if os.Getenv("CLASSICNET_CI") == "1" {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	return folder
}

// bridgeLab is a machine with four cards, a bridge of somebody else's with a port,
// Debian's scripts, and either program.
func bridgeLab(t *testing.T, packages, text string) tools {
	t.Helper()
	l := newTools(t, text)
	l.Veth("eth0", "02:00:00:00:00:10")
	l.Veth("wlan0", "02:00:00:00:00:20")
	l.Veth("foreign", "02:00:00:00:00:30")
	l.Sh(`mount -t sysfs sysfs /sys
for i in eth0 wlan0 foreign; do cd /proc/sys/net/ipv6/conf/$i; echo 0 >accept_dad; echo 1 >addr_gen_mode; done
ip link add name other address 02:00:00:00:00:40 type bridge
ip link set foreign master other`)
	if packages != "/" {
		l.Sh(`mkdir over
for d in sbin lib; do
  mount -t overlay overlay -o lowerdir=` + packages + `/$d:/usr/$d /usr/$d || exit 77
done`)
	}
	l.Sh(`for d in if-pre-up.d if-up.d if-down.d if-post-down.d; do
  mkdir -p /etc/network/$d
  [ $d = if-up.d ] || ln -s /lib/bridge-utils/ifupdown.sh /etc/network/$d/bridge # as its package has them
done`)
	return l
}

// machine is all that either leaves behind: links, addresses, routes, and the
// settings of bridges and ports. A bridge without ports has an address at random,
// and whether a link has a carrier the kernel finds in its own time.
const machine = `ip -o link | sed 's/^[0-9]*: //; s/ qdisc [a-z]*//; s/ group default//; s/@[^:]*//; s/ link-netns.*//; s/ qlen [0-9]*//; s/ state [A-Z]*//; s/NO-CARRIER,//; s/,LOWER_UP//' |
  awk '/^none/ { sub(/link\/ether [^ ]*/, "link/ether RANDOM") } { print }' | sort
ip -o -4 addr | sed 's/^[0-9]*: //; s/ valid_lft.*//' | sort
ip -4 route show table all | sed 's/ linkdown//; s/ onlink//' | sort
cd /sys/class/net
for b in */bridge; do
  for f in forward_delay hello_time max_age ageing_time priority stp_state vlan_filtering; do echo $b/$f $(cat $b/$f); done
done
for p in */brport; do
  for f in path_cost priority; do echo $p/$f $(cat $p/$f); done
  echo $p $(basename $(readlink $p/bridge)) $(cat /proc/sys/net/ipv6/conf/${p%/*}/addr_gen_mode)
done
for i in *; do [ ! -d $i/bridge ] || echo $i $(ls $i/brif); done`

// leftElse are the files of which ours leaves something else, and why.
var leftElse = map[string]string{
	"bridge made by hand": "it isn't ours, and stays",
	"mtu":                 "ports get back the one that they had",
}

// bridgeFiles are interfaces files with bridges, as they are found.
var bridgeFiles = []struct{ name, text string }{
	{"tutorial", "auto br0\niface br0 inet static\n address 192.168.1.1\n netmask 255.255.255.0\n bridge_ports eth0 eth1\n"},
	{"none", "auto none0\niface none0 inet static\n address 10.1.0.1/24\n bridge_ports none\n bridge_stp off\n bridge_fd 0\n bridge_maxwait 0\n"},
	{"proxmox", "auto lo\niface lo inet loopback\n\niface eth0 inet manual\n\nauto br0\niface br0 inet static\n\taddress 10.0.0.2/24\n" +
		"\tgateway 10.0.0.1\n\tbridge-ports eth0\n\tbridge-stp off\n\tbridge-fd 0\n\tbridge_maxwait 0\n"},
	{"manual", "auto br0\niface br0 inet manual\n bridge_ports eth0\n bridge_maxwait 0\n"},
	{"two bridges", "auto br0 br1\niface br0 inet manual\n bridge_ports eth0\n bridge_maxwait 0\niface br1 inet static\n address 10.2.0.1/16\n" +
		" bridge_ports eth1 eth2\n bridge_maxwait 0\n"},
	{"missing port", "auto br0\niface br0 inet manual\n bridge_ports eth0 nosuch eth1\n bridge_maxwait 0\n"},
	{"no port that is there", "auto none1\niface none1 inet manual\n bridge_ports nosuch\n bridge_maxwait 0\n"},
	{"port of another", "auto br0\niface br0 inet manual\n bridge_ports foreign eth1\n bridge_maxwait 0\n"},
	{"bridge as port", "auto br0\niface br0 inet manual\n bridge_ports other eth1\n bridge_maxwait 0\n"},
	{"all", "auto br0\niface br0 inet manual\n bridge_ports all\n bridge_maxwait 0\n"},
	{"regex", "auto br0\niface br0 inet manual\n bridge_ports regex eth[02]\n bridge_maxwait 0\n"},
	{"regex and names", "auto br0\niface br0 inet manual\n bridge_ports wlan0 regex (eth|en)[1-9]+ noregex eth0\n bridge_maxwait 0\n"},
	{"regex of parts", "auto none2\niface none2 inet manual\n bridge_ports regex eth\n bridge_maxwait 0\n"},
	{"all settings", "auto br0\niface br0 inet manual\n bridge_ports eth0 eth1\n bridge_ageing 60.5\n bridge_bridgeprio 4096\n bridge_fd 4.5\n" +
		" bridge_hello 1\n bridge_maxage 8\n bridge_pathcost eth0 77\n bridge_portprio eth1 5\n bridge_stp on\n bridge_maxwait 0\n"},
	{"settings in hex", "auto br0\niface br0 inet manual\n bridge_ports eth0\n bridge_bridgeprio 0x1000\n bridge_ageing 1e2\n bridge_maxwait 0\n"},
	{"stp words", "auto br0\niface br0 inet manual\n bridge_ports eth0\n bridge_stp yes\n bridge_maxwait 0\n"},
	{"stp off", "auto br0\niface br0 inet manual\n bridge_ports eth0\n bridge_stp off\n bridge_fd 0\n bridge_maxwait 0\n"},
	{"stp and a delay of 0", "auto br0\niface br0 inet manual\n bridge_ports eth0\n bridge_fd 0\n bridge_stp on\n bridge_maxwait 0\n"},
	{"refused settings", "auto br0\niface br0 inet manual\n bridge_ports eth0\n bridge_stp on\n bridge_fd 1\n bridge_hello 99\n bridge_maxage 2\n bridge_maxwait 0\n"},
	{"unreadable settings", "auto br0\niface br0 inet manual\n bridge_ports eth0\n bridge_stp maybe\n bridge_fd x\n bridge_pathcost eth0\n bridge_maxwait 0\n"},
	{"gcint", "auto br0\niface br0 inet manual\n bridge_ports eth0\n bridge_gcint 4\n bridge_maxwait 0\n"},
	{"mtu", "auto br0\niface br0 inet static\n address 10.0.0.1/24\n mtu 1400\n bridge_ports eth0 eth1\n bridge_maxwait 0\n"},
	{"hw address", "auto br0\niface br0 inet manual\n bridge_ports eth0\n bridge_hw 02:00:00:00:00:99\n bridge_maxwait 0\n"},
	{"hw interface", "auto br0\niface br0 inet manual\n bridge_ports eth0\n bridge_hw wlan0\n bridge_maxwait 0\n"},
	{"hw of nobody", "auto br0\niface br0 inet manual\n bridge_ports eth0\n bridge_hw nosuch\n bridge_maxwait 0\n"},
	{"vlan aware", "auto br0\niface br0 inet manual\n bridge_ports eth0\n bridge_vlan_aware yes\n bridge_maxwait 0\n"},
	{"stp alone", "auto br0\niface br0 inet manual\n bridge_stp on\n"},
	{"alias on top", "auto br0 br0:0\niface br0 inet static\n address 10.0.0.1/24\n bridge_ports eth0\n bridge_maxwait 0\niface br0:0 inet static\n address 10.0.1.1/24\n"},
	{"commands", "auto br0\niface br0 inet manual\n pre-up ip link add name dum0 address 02:00:00:00:00:50 type veth peer name dum1 address 02:00:00:00:00:51\n bridge_ports dum0\n" +
		" bridge_maxwait 0\n up ip link set dum1 up\n post-down ip link del dum0\n"},
	{"bridge made by hand", "auto br0\niface br0 inet manual\n pre-up brctl addbr br0\n bridge_ports eth0\n bridge_maxwait 0\n"},
	{"settings of the link", "auto br0\niface br0 inet static\n address 10.0.0.1/24\n hwaddress 02:00:00:00:00:66\n bridge_ports eth0\n bridge_maxwait 0\n"},
	{"waiting", "auto br0\niface br0 inet manual\n bridge_ports eth0\n bridge_maxwait 2\n"},
	{"waiting by default", "auto br0\niface br0 inet manual\n bridge_ports eth0\n"},
	{"waiting for ports", "auto br0\niface br0 inet manual\n bridge_ports eth0\n bridge_waitport 1 nosuch\n bridge_maxwait 0\n"},
	{"class of ports", "allow-hotplug eth0\nauto br0\niface eth0 inet manual\niface br0 inet manual\n bridge_ports eth0 eth1\n bridge_maxwait 0\n"},
}

// Debian's ifup with the scripts of bridge-utils and ours leave the same in the
// kernel, up and down.
func TestBridgesBesideDebian(t *testing.T) {
	t.Parallel()
	netlab.Need(t, netlab.Bridge)
	o, packages := debian(t), bridgeUtils(t)
	for _, c := range bridgeFiles {
		t.Run(c.name, func(t *testing.T) {
			leave := func(ifup, ifdown string) (up, down string) {
				l := bridgeLab(t, packages, c.text)
				l.Run(ifup, "-i", "interfaces", "--state-dir", "state", "-a")
				up = l.Run("sh", "-c", machine).Stdout
				l.Run(ifdown, "-i", "interfaces", "--state-dir", "state", "-a")
				return up, l.Run("sh", "-c", machine).Stdout
			}
			folder, err := filepath.Abs(o.folder)
			if err != nil {
				t.Fatal(err)
			}
			theirUp, theirDown := leave(filepath.Join(folder, "ifup"), filepath.Join(folder, "ifdown"))
			up, down := leave("./ifup", "./ifdown")
			if !strings.Contains(theirUp, "other/bridge/stp_state 0") {
				t.Errorf("no bridges are seen in\n%s", theirUp)
			}
			if diff := cmp.Diff(theirUp, up); diff != "" {
				t.Errorf("up (-Debian +ours)\n%s", diff)
			}
			if diff := cmp.Diff(theirDown, down); (diff != "") != (leftElse[c.name] != "") {
				t.Errorf("down (-Debian +ours)\n%s", diff)
			}
		})
	}
}
