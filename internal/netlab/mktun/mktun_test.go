package mktun_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
	"classicnet/internal/netlab/mktun"
)

func TestMain(m *testing.M) { netlab.Main(m) }

// newLab is a lab where nobody sends anything by himself.
func newLab(t *testing.T, needs ...string) *netlab.Lab {
	t.Helper()
	t.Parallel()
	netlab.Need(t, append(needs, "ip", "sysctl")...)
	lab := netlab.New(t)
	lab.Sh("sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1")
	return lab
}

func TestHelp(t *testing.T) {
	for _, args := range [][]string{{"mktun"}, {"mktun", "-h"}, {"/bin/mktun", "--help"}} {
		var stdout, stderr bytes.Buffer
		status := mktun.Main(args, &stdout, &stderr)
		if status != 0 || stderr.Len() > 0 || !strings.Contains(stdout.String(), "mktun --bulk NAME COUNT SIZE") {
			t.Errorf("%q: %d, %s%s", args, status, &stdout, &stderr)
		}
	}
}

// A device is made without waiting for others; packets wait for carriers.
func TestSends(t *testing.T) {
	for line, want := range map[string]bool{
		"mktun": false, "mktun t0 ppp": false, "mktun --hold t0 ppp": false, "mktun --help": false,
		"mktun --rx t0 1 100": true, "mktun --rxunknown t0 1 100": true, "mktun --tx t0 1 100": true, "mktun --txnow t0 1 100": true, "mktun --bulk t0 1 100": true,
	} {
		if got := mktun.Sends(strings.Fields(line)); got != want {
			t.Errorf("%s: %v", line, got)
		}
	}
}

func TestWrongUse(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"t0", "mktun: wants NAME TYPE [HWADDR]\n"},
		{"t0 ppp 02:00:00:00:00:01 x", "mktun: wants NAME TYPE [HWADDR]\n"},
		{"--hold", "mktun: wants NAME TYPE [HWADDR]\n"},
		{"--rx t0 1", "mktun: wants NAME COUNT SIZE\n"},
		{"t0 nosuch", "mktun: link type nosuch: strconv.ParseInt: parsing \"nosuch\": invalid syntax\n"},
		{"--rx t0 x 60", "mktun: strconv.Atoi: parsing \"x\": invalid syntax\n"},
		{"--tx t0 1 -60", "mktun: -60 bytes\n"},
		{"--bulk t0 1 65001", "mktun: 65001 bytes: at most 65000\n"},
		{"name-of-16-bytes ppp", "mktun: name-of-16-bytes: invalid argument\n"},
	} {
		var stdout, stderr bytes.Buffer
		status := mktun.Main(append([]string{"mktun"}, strings.Fields(c.args)...), &stdout, &stderr)
		if status != 1 || stdout.Len() > 0 || stderr.String() != c.want {
			t.Errorf("%s: %d, %q, want %q", c.args, status, &stderr, c.want)
		}
	}
}

// What can't be done is told with status 1.
func TestFaults(t *testing.T) {
	lab := newLab(t, netlab.Tun, netlab.Veth)
	lab.Sh("ip link add v0 type veth; mktun down0 ether 02:00:00:00:00:05; mktun up0 none; ip link set up0 up")
	for _, c := range []struct{ args, want string }{
		{"--rx v0 1 60", "mktun: TUNSETIFF v0: "},
		{"--rx down0 1 60", "mktun: write down0: "},
		{"--tx nosuch 1 60", "mktun: nosuch: "},
		{"--bulk v0 1 60", "mktun: send v0: network is down"},
		{"t0 ether 01:00:00:00:00:05", "mktun: RTM_SETLINK t0: "},
		{"t1 ether 02:00", "mktun: address 02:00: "},
		{"up0 ppp", "mktun: TUNSETLINK up0: device or resource busy"},
	} {
		got := lab.Run(append([]string{"mktun"}, strings.Fields(c.args)...)...)
		if got.Exit != "1" || got.Stdout != "" || !strings.HasPrefix(got.Stderr, c.want) {
			t.Errorf("%s: %+v, want %q", c.args, got, c.want)
		}
	}
}

// A device has the link type that was asked for, and a tap the address.
func TestLinkTypes(t *testing.T) {
	lab := newLab(t, netlab.Tun)
	for _, c := range []struct{ args, want string }{
		{"t0 none", "link/none"},
		{"t0 ppp", "link/ppp"},
		{"t0 0x100", "link/slip"},
		{"t0 65535", "link/void"},
		{"t0 ether", "link/ether 00:00:00:00:00:00 peer 00:00:00:00:00:00"},
		{"t0 ether 02:00:00:00:00:05", "link/ether 02:00:00:00:00:05 brd ff:ff:ff:ff:ff:ff"},
		{"t0 hdlc 02:a0:b5:0c:de:f1", "link/hdlc"},
		{"t0 ieee802154 02:a0:b2:0c:de:f1", "link/ieee802.15.4 02:a0:b2:0c:de:f1:00:00 brd ff:ff:ff:ff:ff:ff:00:00"},
	} {
		got := lab.Sh("mktun " + c.args + "; ip link show t0; ip link del t0")
		_, got, _ = strings.Cut(got, "\n")
		if got = strings.TrimSpace(got); got != c.want {
			t.Errorf("%s: %q, want %q", c.args, got, c.want)
		}
	}
}

// Held, a device has a carrier; else it has none.
func TestHold(t *testing.T) {
	lab := newLab(t, netlab.Tun)
	lab.Sh("mktun --hold p0 ppp; mktun p1 ppp; ip link set p0 up; ip link set p1 up")
	for name, want := range map[string]string{"p0": "LOWER_UP>", "p1": "NO-CARRIER,"} {
		if got := lab.Sh("ip link show " + name); !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
}

// counters are the fields of a line of /proc/net/dev: for received and sent
// packets their bytes, packets, errors and drops.
func counters(lab *netlab.Lab, name string) string {
	text := lab.Sh("grep " + name + ": /proc/net/dev")
	f := strings.Fields(strings.Replace(text, ":", " ", 1))
	return strings.Join(append(f[1:5:5], f[9:13]...), " ")
}

// Packets are counted exactly, as the kernel's drivers count them.
func TestPackets(t *testing.T) {
	for _, c := range []struct {
		name, setup, packets, link, want string
		needs                            []string
	}{
		{"received", "mktun tap0 ether 02:00:00:00:00:05; ip link set tap0 up",
			"mktun --rx tap0 7 100", "tap0", "700 7 0 0 0 0 0 0", []string{netlab.Tun}},
		{"shorter than a head", "mktun tap0 ether 02:00:00:00:00:05; ip link set tap0 up",
			"mktun --rx tap0 1 15; mktun --rx tap0 1 20", "tap0", "35 2 0 0 0 0 0 0", []string{netlab.Tun}},
		{"of nobody", "mktun tap0 ether 02:00:00:00:00:05; ip link set tap0 up",
			"mktun --rxunknown tap0 7 100", "tap0", "700 7 0 7 0 0 0 0", []string{netlab.Tun}},
		{"without Ethernet", "mktun tun0 none; ip link set tun0 up",
			"mktun --rx tun0 10 1400", "tun0", "14000 10 0 0 0 0 0 0", []string{netlab.Tun}},
		{"of nobody without Ethernet", "mktun tun0 none; ip link set tun0 up",
			"mktun --rxunknown tun0 2 500", "tun0", "1000 2 0 2 0 0 0 0", []string{netlab.Tun}},
		{"none", "mktun tun0 none; ip link set tun0 up",
			"mktun --rx tun0 0 500", "tun0", "0 0 0 0 0 0 0 0", []string{netlab.Tun}},
		{"sent", veth, "mktun --tx v0 5 1000", "v0", "0 0 0 0 5000 5 0 0", []string{netlab.Veth}},
		{"arrive", veth, "mktun --tx v0 5 1000", "v1", "5000 5 0 0 0 0 0 0", []string{netlab.Veth}},
		{"too long to send", veth, "mktun --tx v0 3 3000", "v0", "0 0 0 0 0 0 0 0", []string{netlab.Veth}},
		{"sent past the queue", veth, "mktun --txnow v0 5 100", "v0", "0 0 0 0 500 5 0 0", []string{netlab.Veth}},
		{"dropped for want of a carrier", "mktun tap0 ether 02:00:00:00:00:05; ip link set tap0 up",
			"mktun --txnow tap0 5 100", "tap0", "0 0 0 0 0 0 0 5", []string{netlab.Tun}},
		{"through the ring", veth + "; ip link set v0 mtu 65000; ip link set v1 mtu 65000",
			"mktun --bulk v0 1000 64000", "v1", "64000000 1000 0 0 0 0 0 0", []string{netlab.Veth}},
		{"through part of the ring", veth, "mktun --bulk v0 3 60", "v0", "0 0 0 0 180 3 0 0", []string{netlab.Veth}},
	} {
		t.Run(c.name, func(t *testing.T) {
			lab := newLab(t, c.needs...)
			lab.Sh(c.setup)
			lab.Settle()
			lab.Sh(c.packets)
			if diff := cmp.Diff(c.want, counters(lab, c.link)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// veth is a pair of links that are both up.
const veth = "ip link add v0 type veth peer name v1; ip link set v0 up; ip link set v1 up"
