package reliability

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

// unlucky are command lines of several steps of which one fails, or doesn't
// exist. They mean the same to net-tools 2.10 as to 1.60.
var unlucky = []string{
	"ifconfig eth1 10.0.0.1 netmask 255.0.255.0 up mtu 1400",
	"ifconfig eth1 10.0.0.1 netmask 255.255.0.0 mtu 1 up broadcast 10.0.255.255",
	"ifconfig eth1 10.0.0.1 no.such.word up",
	"ifconfig eth1 mtu 1400 no.such.word mtu 1300",
	"ifconfig eth1 mtu 1400 hw ether zz up",
	"ifconfig eth1 mtu 1400 hw frob zz up",
	"ifconfig eth1 mtu 1400 hw ether 02:00:00:00:00:01 mtu 1300",
	"ifconfig eth1 mtu 1400 mtu",
	"ifconfig eth1 netmask 255.0.0.0 netmask 255.0.0.0 mtu 1300",
	"ifconfig eth1 netmask no.such.mask mtu 1300",
	"ifconfig eth1 broadcast no.such.host mtu 1300",
	"ifconfig eth1 -broadcast -arp mtu 1 arp broadcast 10.0.0.255",
	"ifconfig nosuch 10.0.0.1 netmask 255.0.0.0 mtu 1400 up",
	"ifconfig nosuch up down promisc",
	"ifconfig eth1:3 10.3.0.1 netmask 255.255.0.0 mtu 1 broadcast 10.3.255.255",
	"ifconfig eth1:3 10.3.0.1 netmask 255.0.255.0 down",
	"ifconfig eth1:4 192.168.1.1 netmask 255.0.0.0",
	"ifconfig eth1 dstaddr 10.0.0.9 mtu 1 txqueuelen 7",
	"ifconfig eth1 promisc -promisc allmulti mtu 99999999 -allmulti",
	"ifconfig eth1 irq 5 io_addr 0x300 mem_start 0x1000 mtu 1300",
	"ifconfig eth1 media 10baseT media frob mtu 1300",
	"ifconfig eth1 keepalive 3 outfill 3 mtu 1300",
	"ifconfig lo add fd00::5/64 del fd00::6/64 mtu 1400",
	"ifconfig lo add fd00::7/64 add fd00::7/64 mtu 1400",
	"ifconfig lo add fd00::8/200 mtu 1300",
	"ifconfig lo add zz::8/64 mtu 1300",
	"ifconfig lo tunnel ::1 mtu 1300",
	"ifconfig lo inet6 up mtu 1 down",
	"ifconfig lo mtu 1 10.0.0.1 frob",
	"ifconfig eth1 0.0.0.0 netmask 255.0.0.0 broadcast 10.0.0.255",
	"route add -net 10.1.0.0 netmask 255.255.0.0 gw 99.9.9.9",
	"route add -net 10.1.0.1 netmask 255.255.0.0 dev eth1",
	"route add -net 10.1.0.0 netmask 255.0.255.0 dev eth1",
	"route add -host 10.1.0.1 dev nosuch",
	"route add -host 10.1.0.1 dev eth1 metric 3 frob",
	"route add default gw no.such.host dev eth1",
	"route del -net 10.99.0.0 netmask 255.255.0.0",
	"route add -net 192.168.1.0 netmask 255.255.255.0 metric 7 dev eth1",
	"route add -net 192.168.1.0 netmask 255.255.255.0 metric 7 dev eth1",
	"route -A inet6 add fd01::/64 dev nosuch",
	"route -A inet6 add fd01::/64 gw fe80::1",
	"route -A inet6 del fd99::/64 dev lo",
}

// changing are the requests that change something, in a log of strace.
var changing = regexp.MustCompile(`(?m)^(?:\d+ +)?ioctl\(\d+, (SIOC(?:S|D|ADD|DEL)\w+|_IO.*?), (.*)\) += +(.*)$`)

// unread is what strace can't read: structs that it doesn't know, and what
// stands behind an in6_ifreq, which it takes for an ifreq.
var unread = regexp.MustCompile(`\b0x[0-9a-f]{6,}\b|sa_data=".*"`)

// sent runs a command and returns the requests by which it changed something,
// with what they carried and what the kernel answered.
func sent(lab *netlab.Lab, command ...string) (list []string) {
	lab.Run(append(strings.Fields("strace -f -qq -v -e trace=ioctl -e signal=none -o "+lab.Work()+"/log"), command...)...)
	for _, m := range changing.FindAllStringSubmatch(lab.Sh("cat $WORK/log"), -1) {
		list = append(list, m[1]+" "+unread.ReplaceAllString(m[2], "...")+" "+m[3])
	}
	return list
}

// A line that fails in the middle has sent what the original sends until it
// ends, and nothing else; the kernel is left in the same state.
func TestUnluckyLines(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "strace")
	netlab.NeedVersion(t, "net-tools 2.10", "/usr/sbin/ifconfig", "-V")
	ours, theirs := town(t), town(t)
	requests := 0
	for _, line := range unlucky {
		words := strings.Fields(line)
		want := sent(theirs, append([]string{"/usr/sbin/" + words[0]}, words[1:]...)...)
		got := sent(ours, words...)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: (-net-tools +got)\n%s", line, diff)
		}
		if diff := cmp.Diff(theirs.State(), ours.State()); diff != "" {
			t.Errorf("%s: state (-net-tools +got)\n%s", line, diff)
		}
		requests += len(got)
	}
	t.Logf("%d lines, %d requests", len(unlucky), requests)
	if requests < len(unlucky) {
		t.Error("too few requests to compare: strace shows none?")
	}
}
