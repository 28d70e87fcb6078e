package ifconfig

import (
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

func TestMain(m *testing.M) { netlab.Main(m) }

// onKernel runs the command on the kernel of the lab that the test is in.
func onKernel(args string) *terminal {
	t, e := &terminal{}, System()
	e.Stdout, e.Stderr, e.DNS = &t.stdout, &t.stderr, nil
	t.status = Main(e, append([]string{"ifconfig"}, words(args)...))
	return t
}

// TestOnTheKernel: what the kernel in memory is told, a real one does.
func TestOnTheKernel(t *testing.T) {
	netlab.Need(t, "ip", netlab.Veth)
	lab := netlab.Inside(t)
	if lab == nil {
		return
	}
	lab.Veth("eth1", "00:0d:61:0b:d9:a0")
	for _, s := range []struct{ args, want string }{
		{"eth1 192.168.1.1/16 mtu 1400", "0\n"},
		{"eth1:0 10.0.0.1", "0\n"},
		{"eth1:7 down", "SIOCSIFFLAGS: Cannot assign requested address\n255\n"},
		{"eth1 metric 1", "SIOCSIFMETRIC: Operation not supported\n1\n"},
		{"eth1 ipx up", "eth1: ERROR while getting interface flags: Bad file descriptor\n255\n"},
		{"eth1 hw tr 02:00", "SIOCSIFHWADDR: Invalid argument\n1\n"},
		{"nosuch", "nosuch: error fetching interface information: Device not found\n1\n"},
		{"eth1 add 2001:db8::1/129", "ifconfig: 2001:db8::1/129: the prefix length isn't one from 0 to 128\n" + usage() + "4\n"},
	} {
		if got := onKernel(s.args); got.String() != s.want {
			t.Errorf("%s: %s", s.args, got)
		}
	}
	lab.Settle()
	block := onKernel("eth1").stdout.String()
	for _, line := range []string{
		"eth1      Link encap:Ethernet  HWaddr 00:0d:61:0b:d9:a0  \n",
		"          inet addr:192.168.1.1  Bcast:192.168.255.255  Mask:255.255.0.0\n",
		"          UP BROADCAST RUNNING MULTICAST  MTU:1400  Metric:1\n",
	} {
		if !strings.Contains(block, line) {
			t.Errorf("no %q in\n%s", line, block)
		}
	}
	if got := titles(onKernel("")); got != "eth1 eth1:0" {
		t.Errorf("listed are %s", got)
	}
}
