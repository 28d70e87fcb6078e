package live

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

// sockets are of every kind that a namespace can have, in every state that stays.
const sockets = `
ip link set lo up
ip -6 addr add fd00::1/128 dev lo nodad
ip link add name eth1 type veth peer name p1
ip addr add 10.9.0.1/24 dev eth1
ip link set p1 up
ip link set eth1 up
ip neigh add 10.9.0.2 lladdr 02:00:00:00:00:02 dev eth1 nud permanent

mksock tcp-listen 127.0.0.1:81 7
mksock tcp-listen 0.0.0.0:22
mksock tcp-listen '[::]:22'
mksock tcp-accept 127.0.0.1:80
mksock tcp 127.0.0.1:1080 127.0.0.1:80
mksock tcp-shut 127.0.0.1:2080 127.0.0.1:80
mksock tcp-accept '[fd00::1]:80'
mksock tcp '[fd00::1]:1080' '[fd00::1]:80'
mksock tcp-shut '[::1]:2080' '[::1]:22'
mksock tcp-syn 10.9.0.1:1086 10.9.0.2:86
mksock tcp-defer 127.0.0.1:83
mksock tcp 127.0.0.1:1083 127.0.0.1:83
mksock tcp-timewait 127.0.0.1:1084 127.0.0.1:84

mksock udp 127.0.0.1:53
mksock udp 10.9.0.1:1053 10.9.0.2:53
mksock udp '[::]:123'
mksock udp '[fd00::1]:1123' '[fd00::1]:123'
mksock udplite 127.0.0.1:53 || true
mksock udplite '[::1]:53' '[::1]:54' || true
mksock raw 1
mksock raw 89 10.9.0.1 10.9.0.2
mksock raw 58 '[::]'

mksock unix-listen @abstract
mksock unix-listen $WORK/stream
mksock unix $WORK/datagram
mksock unix-seq $WORK/sequence
mksock unix-pair stream
mksock unix-pair dgram
`

// socketEtc are the names of what sockets has.
func socketEtc(lab *netlab.Lab) {
	lab.Etc("hosts", "127.0.0.1 localhost\n::1 ip6-localhost\n10.9.0.1 here.example.test\n10.9.0.2 a-very-long-hostname.example.test\nfd00::1 six.example.test six\n")
	lab.Etc("services", "ssh 22/tcp\nhttp 80/tcp www\ndomain 53/tcp\ndomain 53/udp\nntp 123/udp\na-very-long-service 81/tcp\n")
	lab.Etc("protocols", "icmp 1 ICMP\nipv6-icmp 58 IPv6-ICMP\nospf 89 OSPFIGP\n")
	lab.Etc("networks", "loopback 127.0.0.0\n")
	lab.Etc("passwd", "root:x:0:0:root:/root:/bin/sh\n")
}

func socketLab(t *testing.T) *netlab.Lab {
	t.Helper()
	t.Parallel()
	netlab.Need(t, "ip", "netstat", netlab.Veth, netlab.Root)
	lab := netlab.New(t, netlab.Tools(t, "netstat"))
	lab.Sh("WORK=" + lab.Work() + "\n" + sockets)
	socketEtc(lab)
	return lab
}

// ticking is what moves between two looks: the seconds of timers and how often
// something was sent again.
var ticking = regexp.MustCompile(`\([0-9]+\.[0-9]+/[0-9]+/`)

// told is all that is seen of a run, but for time.
func told(lab *netlab.Lab, program, line string) []string {
	r := lab.Do(netlab.Command{Args: words(program, line)})
	return []string{ticking.ReplaceAllString(r.Stdout, "(time/"), strings.ReplaceAll(r.Stderr, program+": ", "netstat: "), r.Exit}
}

// toldAlike compares both streams and the status.
func toldAlike(t *testing.T, lab *netlab.Lab, theirs, ours, line string) {
	t.Helper()
	agree(t, theirs+" "+line, func() string { return cmp.Diff(told(lab, theirs, line), told(lab, ours, line)) })
}

// TestNetstatSockets: sockets of the kernel are listed as net-tools lists them.
func TestNetstatSockets(t *testing.T) {
	besideNetTools(t, func(t *testing.T, peer netToolsPeer) {
		lab := socketLab(t)
		if states := lab.Sh("netstat -tan"); !holdsAll(states, "LISTEN", "ESTABLISHED", "FIN_WAIT2", "CLOSE_WAIT", "SYN_SENT", "SYN_RECV", "TIME_WAIT") {
			t.Fatalf("states are missing:\n%s", states)
		}
		lines := []string{
			"", "-n", "-a", "-an", "-l", "-ln", "-t", "-tan", "-tln", "-u", "-uan", "-w", "-wa", "-wan", "-x", "-xa", "-xl", "-tuwxan", "-tulpn", "-anp", "-ap", "-anpeo",
			"-tane", "-tae", "-tanee", "-tano", "-taneopW", "-uano", "-wano", "-taW", "-aW", "-xap", "-xlp", "-xaW", "-4an", "-6an", "-46an", "-t6an", "-x4an", "-A inet -an", "-A unix -a",
			"-A inet6,unix -an", "-ta --numeric-ports", "-ta --numeric-hosts", "-tae --numeric-users", "-taN", "-San", "-Stan", "-g", "-gn", "-g4n", "-gnW", "-M", "-Mn",
			"-A ipx", "-A ax25 -v", "-tan nosuch", "-tap --verbose",
		}
		if exists("/proc/net/udplite") { // without it net-tools ends early
			lines = append(lines, "-U", "-Uan", "-Uaneop", "-uUan", "-v")
		}
		for _, line := range lines {
			toldAlike(t, lab, peer.netstat, "netstat", line)
		}
	})
}

// TestNetstatCounters of a namespace that has seen some packets.
func TestNetstatCounters(t *testing.T) {
	besideNetTools(t, func(t *testing.T, peer netToolsPeer) {
		lab := socketLab(t)
		for _, line := range []string{"-s", "-st", "-su", "-sw", "-sU", "-sS", "-stu", "-s6", "-s -A inet6", "-s4", "-sn", "-s -A unix"} {
			toldAlike(t, lab, peer.netstat, "netstat", line)
		}
	})
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func holdsAll(text string, words ...string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// TestBusyboxSockets: and in the dialect of busybox as busybox does. It has no -p, -W,
// -o as Debian builds it, and shows an IPv6 raw socket with a zone that it has from
// memory never set, so that one ends first.
func TestBusyboxSockets(t *testing.T) {
	besideBusybox(t, func(t *testing.T, peer string) {
		lab := socketLab(t)
		lab.Etc("hosts", "127.0.0.1 localhost\n::1 ip6-localhost\n10.9.0.1 here.example.test\n10.9.0.2 a-very-long-hostname.example.test\n0.0.0.0 any.example.test\nfd00::1 six.example.test six\n")
		for _, line := range []string{
			"-n", "-a", "-an", "-l", "-ln", "-t", "-tan", "-tln", "-ta", "-tl", "-u", "-uan", "-ua", "-w", "-wa", "-wan", "-x", "-xa", "-xl", "-tuan", "-tux", "-tae", "-tane", "-ane", "",
		} {
			agree(t, "busybox netstat "+line, func() string {
				return cmp.Diff(zoneless(told(lab, peer+" netstat", line)), told(lab, "netstat --dialect=busybox", line))
			})
		}
	})
}

var zone = regexp.MustCompile(`::%[0-9]+:(58|\*) *`)

// zoneless takes the zones away that busybox shows of raw sockets.
func zoneless(told []string) []string {
	told[0] = zone.ReplaceAllStringFunc(told[0], func(s string) string {
		return (":::" + zone.FindStringSubmatch(s)[1] + strings.Repeat(" ", 24))[:24]
	})
	return told
}

// another runs a command as a user who may see no process of ours.
const another = "setpriv --reuid 65534 --clear-groups "

// TestNetstatOfAnotherUser: programs that may not be seen are told of as net-tools tells.
func TestNetstatOfAnotherUser(t *testing.T) {
	besideNetTools(t, func(t *testing.T, peer netToolsPeer) {
		netlab.Need(t, "setpriv")
		lab := socketLab(t)
		if r := lab.Run("setpriv", "--reuid", "65534", "--clear-groups", "test", "-r", peer.netstat); r.Exit != "0" {
			t.Skipf("%s is in a folder that isn't everybody's", peer.netstat)
		}
		for _, line := range []string{"-tanp", "-tlnp", "-anp", "-xap", "-uanpe", "-tanp -6", "-wanp", "-gp"} {
			toldAlike(t, lab, another+peer.netstat, another+"netstat", line)
		}
	})
}

// TestNetstatBehindHiddenProc: a /proc that hides processes is listed as net-tools
// lists it.
func TestNetstatBehindHiddenProc(t *testing.T) {
	besideNetTools(t, func(t *testing.T, peer netToolsPeer) {
		netlab.Need(t, "setpriv")
		for _, option := range []string{"hidepid=invisible", "hidepid=noaccess", "hidepid=ptraceable"} {
			t.Run(option, func(t *testing.T) {
				lab := socketLab(t)
				mountProc(t, lab, option)
				for _, line := range []string{"-tanp", "-tlnp", "-xap", "-an", "-s", "-g", "-tunp"} {
					toldAlike(t, lab, peer.netstat, "netstat", line)
					toldAlike(t, lab, another+peer.netstat, another+"netstat", line)
				}
			})
		}
	})
}

func mountProc(t *testing.T, lab *netlab.Lab, option string) {
	t.Helper()
	if r := lab.Run("mount", "-t", "proc", "-o", option, "proc", "/proc"); r.Exit != "0" {
		t.Skipf("the kernel has no such /proc: %s", r.Stderr)
	}
}

// TestNetstatWithoutProcNet: a /proc of nothing but processes has no /proc/net, but each
// thread's own: ours lists what it lists else, where net-tools lists nothing.
func TestNetstatWithoutProcNet(t *testing.T) {
	lab := socketLab(t)
	lines := []string{"-tanp", "-xap", "-uan", "-g"}
	var before [][]string
	for _, line := range lines {
		before = append(before, told(lab, "netstat", line))
	}
	mountProc(t, lab, "subset=pid")
	if r := lab.Run("cat", "/proc/thread-self/net/tcp"); r.Exit != "0" {
		t.Skipf("this kernel opens no thread's own files there: %s", r.Stderr)
	}
	for i, line := range lines {
		agree(t, line, func() string { return cmp.Diff(before[i], told(lab, "netstat", line)) })
	}
}
