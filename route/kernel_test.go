package route

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

func TestMain(m *testing.M) { netlab.Main(m) }

// What edits do to the kernel's table where the classic tool does otherwise on
// purpose, or what its request carries is easily lost: the metric's overflow,
// the genmask of a /32, a route that is onlink.
func TestEditsOnKernel(t *testing.T) {
	t.Parallel()
	lab := newRouter(t)
	tests := []struct{ line, family, want string }{
		{"add -net 10.1.2.3/32 dev eth0", "-4", "10.1.2.3 dev eth0 scope link"},
		{"add -host 10.1.2.4/32 dev eth0", "-4", "10.1.2.4 dev eth0 scope link"},
		{"add 10.1.2.5/32 dev eth0", "-4", "10.1.2.5 dev eth0 scope link"},
		{"add 10 dev eth0", "-4", "0.0.0.10 dev eth0 scope link"},
		{"add 0.0.0.0/0 dev eth0", "-4", "default dev eth0 scope link"},
		{"add default/8 dev eth0", "-4", "0.0.0.0/8 dev eth0 scope link"},
		{"add -net 10.2.0.0/0 netmask 255.255.0.0 dev eth0", "-4", "10.2.0.0/16 dev eth0 scope link"},
		{"add -net 10.3.0.0/16 gw 10.9.0.2 metric 5", "-4", "10.3.0.0/16 via 10.9.0.2 dev eth0 metric 5"},
		{"add 10.4.0.1 metric 32767 dev eth0", "-4", "10.4.0.1 dev eth0 scope link metric 4294934527"},
		{"add -net 10.5.0.0/16 reject", "-4", "unreachable 10.5.0.0/16 scope host"},
		{"-6 add 2001:db8:1::1/48 dev eth0", "-6", "2001:db8:1::/48 dev eth0 metric 1 pref medium"},
		{"-6 add 2001:db8:2::1 gw fe80::9 dev eth0", "-6", "2001:db8:2::1 via fe80::9 dev eth0 metric 1 onlink pref medium"},
	}
	for _, test := range tests {
		before := routes(lab, test.family)
		got := lab.Run(append([]string{"route"}, strings.Fields(test.line)...)...)
		if diff := cmp.Diff(netlab.Result{Exit: "0"}, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.line, diff)
		}
		if diff := cmp.Diff([]string{test.want}, added(before, routes(lab, test.family))); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.line, diff)
		}
		undo := strings.Replace(test.line, "add", "del", 1)
		if got := lab.Run(append([]string{"route"}, strings.Fields(undo)...)...); got.Exit != "0" {
			t.Errorf("%s: %+v", undo, got)
		}
		if diff := cmp.Diff(before, routes(lab, test.family)); diff != "" {
			t.Errorf("%s: (-before +after)\n%s", undo, diff)
		}
	}
}

// What is refused changes nothing.
func TestRefusalsOnKernel(t *testing.T) {
	t.Parallel()
	lab := newRouter(t)
	before := lab.State()
	tests := []struct{ line, exit string }{
		{"add -net 10.0.0.0/33 dev eth0", "4"},
		{"add -net 10.0.0.0/ dev eth0", "4"},
		{"-6 add 2001:db8::/129 dev eth0", "4"},
		{"-6 add 2001:db8::/ dev eth0", "4"},
		{"-6 add 2001:db8::/65600 dev eth0", "4"},
		{"add 10.0.0.0/8 dev eth0", "4"},
		{"add -net 10.1.0.0 dev eth0", "7"},
		{"add default dev nosuch", "7"},
		{"del default", "7"},
		{"--x25 add 123 eth0", "7"},
	}
	for _, test := range tests {
		got := lab.Run(append([]string{"route"}, strings.Fields(test.line)...)...)
		if got.Exit != test.exit || got.Stdout != "" || got.Stderr == "" {
			t.Errorf("%s: %+v, want status %s", test.line, got, test.exit)
		}
	}
	if diff := cmp.Diff(before, lab.State()); diff != "" {
		t.Errorf("(-before +after)\n%s", diff)
	}
}

// A full disk is told of; a reader that is gone is not.
func TestWriteErrorsOnKernel(t *testing.T) {
	t.Parallel()
	lab := newRouter(t)
	got := lab.Run("sh", "-c", "route -n >/dev/full")
	want := netlab.Result{Stderr: "route: write error: No space left on device\n", Exit: "1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	lab.Sh("for i in $(seq 250); do echo route add 10.77.$i.0/24 dev eth0; echo route add 10.78.$i.0/24 dev eth0; " +
		"echo route add 10.79.$i.0/24 dev eth0; echo route add 10.80.$i.0/24 dev eth0; done | ip -batch -")
	got = lab.Run("sh", "-c", "route -n | head -1")
	if diff := cmp.Diff(netlab.Result{Stdout: "Kernel IP routing table\n", Exit: "0"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// newRouter is a lab with an interface that is up.
func newRouter(t *testing.T) *netlab.Lab {
	t.Helper()
	netlab.Need(t, "ip", netlab.Veth)
	lab := netlab.New(t, netlab.Tools(t, "route"))
	lab.Sh("ip link set lo up")
	lab.Sh("sysctl -qw net.ipv6.conf.default.addr_gen_mode=1 || true")
	lab.Veth("eth0", "02:00:00:00:00:01")
	lab.Sh("ip addr add 10.9.0.1/24 dev eth0; ip addr add 2001:db8::1/64 dev eth0 nodad; ip link set eth0 up")
	lab.Settle()
	return lab
}

// routes are the lines of ip-route(8) for the main table.
func routes(lab *netlab.Lab, family string) []string {
	lines := strings.Split(lab.Run("ip", family, "route", "show").Stdout, "\n")
	for i := range lines {
		lines[i] = strings.Join(strings.Fields(lines[i]), " ")
	}
	return lines
}

// added are the lines that weren't there before.
func added(before, after []string) (lines []string) {
	seen := map[string]bool{}
	for _, line := range before {
		seen[line] = true
	}
	for _, line := range after {
		if !seen[line] {
			lines = append(lines, line)
		}
	}
	return lines
}
