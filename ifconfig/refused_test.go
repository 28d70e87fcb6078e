package ifconfig

import (
	"testing"

	"golang.org/x/sys/unix"
)

// refusal is a word whose request the kernel refuses.
type refusal struct {
	request, args string
	says          string
	exit          int
}

// Every word says which request failed and why, and the next word is done.
func TestRefusedWords(t *testing.T) {
	const eperm = ": Operation not permitted\n"
	for _, r := range []refusal{
		{"SIOCSIFADDR", "eth0 10.0.0.2", "SIOCSIFADDR" + eperm, 1},
		{"SIOCSIFADDR", "eth0 add fe80::1", "SIOCSIFADDR" + eperm, 1},
		{"SIOCDIFADDR", "eth0 del fe80::1", "SIOCDIFADDR" + eperm, 1},
		{"SIOCSIFDSTADDR", "eth0 tunnel ::10.0.0.2", "SIOCSIFDSTADDR" + eperm, 1},
		{"SIOCGIFINDEX", "eth0 add fe80::1", "SIOGIFINDEX" + eperm, 1},
		{"SIOCGIFINDEX", "eth0 del fe80::1", "SIOGIFINDEX" + eperm, 1},
		{"SIOCGIFINDEX", "eth0 tunnel fe80::1", "SIOGIFINDEX" + eperm, 1},
		{"SIOCSIFDSTADDR", "eth0 dstaddr 10.0.0.2", "SIOCSIFDSTADDR" + eperm, 1},
		{"SIOCSIFDSTADDR", "eth0 pointopoint 10.0.0.2", "SIOCSIFDSTADDR" + eperm, 1},
		{"SIOCSIFBRDADDR", "eth0 broadcast 10.0.0.255", "SIOCSIFBRDADDR" + eperm, 1},
		{"SIOCSIFNETMASK", "eth0 netmask 255.0.0.0", "SIOCSIFNETMASK" + eperm, 1},
		{"SIOCSIFHWADDR", "eth0 hw ether 2:0", "SIOCSIFHWADDR" + eperm, 1},
		{"SIOCSIFMETRIC", "eth0 metric 1", "SIOCSIFMETRIC" + eperm, 1},
		{"SIOCSKEEPALIVE", "eth0 keepalive 1", "SIOCSKEEPALIVE" + eperm, 1},
		{"SIOCSOUTFILL", "eth0 outfill 1", "SIOCSOUTFILL" + eperm, 1},
		{"SIOCSIFTXQLEN", "eth0 txqueuelen 1", "SIOCSIFTXQLEN" + eperm, 1},
		{"SIOCSIFNAME", "eth0 name wan0", "SIOCSIFNAME" + eperm, 1},
		{"SIOCGIFMAP", "eth0 mem_start 1", "mem_start: SIOCGIFMAP" + eperm, 1},
		{"SIOCSIFMAP", "eth0 mem_start 1", "mem_start: SIOCSIFMAP" + eperm, 1},
		{"SIOCGIFMAP", "eth0 io_addr 1", "io_addr: SIOCGIFMAP" + eperm, 1},
		{"SIOCSIFMAP", "eth0 io_addr 1", "io_addr: SIOCSIFMAP" + eperm, 1},
		{"SIOCGIFMAP", "eth0 irq 1", "irq: SIOCGIFMAP" + eperm, 1},
		{"SIOCSIFMAP", "eth0 irq 1", "irq: SIOCSIFMAP" + eperm, 1},
		{"SIOCGIFMAP", "eth0 media 1", "port: SIOCGIFMAP" + eperm, 1},
		{"SIOCSIFMAP", "eth0 port utp", "port: SIOCSIFMAP" + eperm, 1},
		{"SIOCSIFFLAGS", "eth0 up", "SIOCSIFFLAGS" + eperm, 255},
		{"SIOCSIFFLAGS", "eth0 down", "SIOCSIFFLAGS" + eperm, 255},
		{"SIOCSIFFLAGS", "eth0 -arp", "SIOCSIFFLAGS" + eperm, 255},
		{"SIOCGIFFLAGS", "eth0 up", "eth0: ERROR while getting interface flags" + eperm, 255},
	} {
		r.check(t)
		k := upCard()
		k.Fail(r.request, unix.EPERM)
		start(k, etc(), append(words(r.args), "mtu", "1400")...)
		if last := lastChange(k); last != "SIOCSIFMTU eth0 1400" {
			t.Errorf("%s of %s: the last request is %s", r.request, r.args, last)
		}
	}
	for _, last := range []refusal{
		{"SIOCSIFFLAGS", "eth0 broadcast", "SIOCSIFFLAGS" + eperm, 255},
		{"SIOCSIFFLAGS", "eth0 pointopoint", "SIOCSIFFLAGS" + eperm, 255},
		{"SIOCSIFFLAGS", "eth0 media auto", "SIOCSIFFLAGS" + eperm + "auto: Unknown host\n" + help, 1},
		{"SIOCSIFNETMASK", "eth0 10.0.0.2/24", "SIOCSIFNETMASK" + eperm, 1},
	} {
		last.check(t)
	}
}

func (r refusal) check(t *testing.T) {
	k := upCard()
	k.Fail(r.request, unix.EPERM)
	if got := start(k, etc(), words(r.args)...); got.stderr.String() != r.says || got.status != r.exit || got.stdout.Len() > 0 {
		t.Errorf("%s of %s: %s", r.request, r.args, got)
	}
}

// With an address that is refused the interface is still set up, and a word's flag
// is still set; not with one that nobody understands.
func TestFlagsAreSetAllTheSame(t *testing.T) {
	const flags = " UP|BROADCAST|RUNNING|MULTICAST"
	for args, want := range map[string]string{
		"eth0 10.0.0.2":             lines("SIOCSIFADDR eth0 10.0.0.2", "SIOCSIFFLAGS eth0"+flags),
		"eth0 broadcast 10.0.0.255": lines("SIOCSIFBRDADDR eth0 10.0.0.255", "SIOCSIFFLAGS eth0"+flags),
		"eth0 pointopoint 10.0.0.2": lines("SIOCSIFDSTADDR eth0 10.0.0.2", "SIOCSIFFLAGS eth0 UP|BROADCAST|POINTOPOINT|RUNNING|MULTICAST"),
		"eth0 dstaddr 10.0.0.2":     "SIOCSIFDSTADDR eth0 10.0.0.2",
		"eth0 broadcast frob":       "",
		"eth0 pointopoint frob":     "",
	} {
		k := upCard()
		for _, request := range []string{"SIOCSIFADDR", "SIOCSIFBRDADDR", "SIOCSIFDSTADDR"} {
			k.Fail(request, unix.EEXIST)
		}
		if got := start(k, etc(), words(args)...); changes(k) != want || got.status != 1 {
			t.Errorf("%s: %s%s", args, got, k)
		}
	}
}

// An ordinary user is told of each request.
func TestWithoutRights(t *testing.T) {
	const eperm = ": Operation not permitted\n"
	for args, want := range map[string]string{
		"eth0 10.0.0.2":                    "SIOCSIFADDR" + eperm + "SIOCSIFFLAGS" + eperm + "255\n",
		"eth0 10.0.0.2/24":                 "SIOCSIFADDR" + eperm + "SIOCSIFFLAGS" + eperm + "SIOCSIFNETMASK" + eperm + "255\n",
		"eth0 10.0.0.2 netmask 255.0.0.0":  "SIOCSIFADDR" + eperm + "SIOCSIFFLAGS" + eperm + "SIOCSIFNETMASK" + eperm + "255\n",
		"eth0 up mtu 1400":                 "SIOCSIFFLAGS" + eperm + "SIOCSIFMTU" + eperm + "1\n",
		"eth0 add 10.0.0.2":                "SIOCSIFADDR" + eperm + "1\n",
		"eth0 add fe80::1 del fe80::1":     "SIOCSIFADDR" + eperm + "SIOCDIFADDR" + eperm + "1\n",
		"-v eth0 mtu 1 up":                 "SIOCSIFMTU" + eperm + "SIOCSIFFLAGS" + eperm + "WARNING: at least one error occured. (-1)\n255\n",
		"-v eth0 up mtu 1":                 "SIOCSIFFLAGS" + eperm + "SIOCSIFMTU" + eperm + "WARNING: at least one error occured. (1)\n1\n",
		"eth0 -promisc -multicast":         "SIOCSIFFLAGS" + eperm + "SIOCSIFFLAGS" + eperm + "Warning: Interface eth0 still in MULTICAST mode.\n255\n",
		"eth0 hw ether 2 hw ppp x hw tr 2": "SIOCSIFHWADDR" + eperm + "hw address type `ppp' has no handler to set address. failed.\n2: invalid tr address.\n1\n",
	} {
		k := upCard()
		for _, request := range []string{"SIOCSIFADDR", "SIOCDIFADDR", "SIOCSIFFLAGS", "SIOCSIFNETMASK", "SIOCSIFMTU", "SIOCSIFHWADDR"} {
			k.Fail(request, unix.EPERM)
		}
		if got := start(k, etc(), words(args)...); got.String() != want {
			t.Errorf("%s: %s", args, got)
		}
	}
}
