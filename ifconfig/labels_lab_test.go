package ifconfig

import (
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

// quiet hides all of a socket but what a Kernel is.
type quiet struct{ Kernel }

// onKernelAsked is onKernel where netlink is refused.
func onKernelAsked(args string) *terminal {
	t, e := &terminal{}, System()
	e.Stdout, e.Stderr, e.DNS = &t.stdout, &t.stderr, nil
	dial := e.Dial
	e.Dial = func(family int) (Kernel, error) {
		k, err := dial(family)
		if err != nil {
			return nil, err
		}
		return quiet{k}, nil
	}
	t.status = Main(e, append([]string{"ifconfig"}, words(args)...))
	return t
}

// TestLabelsOnTheKernel: labels without an interface, labels of others, equal
// addresses and peers, alternative names.
func TestLabelsOnTheKernel(t *testing.T) {
	netlab.Need(t, "ip", netlab.Veth)
	lab := netlab.Inside(t)
	if lab == nil {
		return
	}
	lab.Sh(`ip link add v0 type veth peer name v1
ip link add v00 type veth peer name v11
ip link property add dev v0 altname uplink0
for i in v0 v1 v00 v11; do echo 1 >/proc/sys/net/ipv6/conf/$i/disable_ipv6; ip link set $i up; done
ip addr add 10.0.0.1/24 dev v0 label v0lab
ip addr add 10.0.0.9/8 brd + dev v0 label v00
ip addr add 192.168.7.1/24 brd + dev v00
ip addr add 10.5.0.1/16 dev v0
ip addr add 10.5.0.1/24 dev v0
ip addr add 10.6.0.1/24 brd + dev v0 label v0:x`)
	const refused = "v0lab: error fetching interface information: Device not found\n"
	for _, run := range []func(string) *terminal{onKernel, onKernelAsked} {
		for _, args := range []string{"", "-a", "-s", "--json", "v0lab"} {
			if got := run(args); got.stderr.String() != refused || got.status != 1 {
				t.Errorf("%s: %s", args, got)
			}
		}
		block := run("-a").stdout.String()
		if !strings.Contains(block, "inet addr:192.168.7.1  Bcast:192.168.7.255  Mask:255.255.255.0\n") || strings.Contains(block, "10.0.0.9") {
			t.Errorf("%s", block)
		}
	}
	for _, c := range []struct {
		run        func(string) *terminal
		name, want string
	}{
		{onKernel, "v0", "10.5.0.1 255.255.0.0 - v0, 10.5.0.1 255.255.255.0 - v0, 10.0.0.1 255.255.255.0 - v0lab, 10.0.0.9 255.0.0.0 10.255.255.255 v00"},
		{onKernel, "v00", "192.168.7.1 255.255.255.0 192.168.7.255 v00"},
		{onKernel, "v0:x", "10.6.0.1 255.255.255.0 10.6.0.255 v0:x"},
		{onKernelAsked, "v0", "10.5.0.1 255.255.0.0 - v0, 10.5.0.1 - - v0"},
		{onKernelAsked, "v0lab", "10.0.0.1 - - v0lab"},
	} {
		if got := strings.Join(ipv4Of(t, c.run("--json -a").stdout.String(), c.name), ", "); got != c.want {
			t.Errorf("%s has %s, want %s", c.name, got, c.want)
		}
	}
	got := onKernel("--json uplink0")
	if a := strings.Join(ipv4Of(t, got.stdout.String(), "uplink0"), ", "); !strings.HasPrefix(a, "10.5.0.1 255.255.0.0 - v0, ") || got.status != 0 {
		t.Errorf("an alternative name has %s", got)
	}
	if o := objects(t, got.stdout.String()); o[0]["rx_packets"] == nil {
		t.Errorf("an alternative name has no counters: %s", got)
	}
}

// TestManyAliasesOnTheKernel: a device with many aliases is listed by other
// means, and alike.
func TestManyAliasesOnTheKernel(t *testing.T) {
	netlab.Need(t, "ip", netlab.Veth)
	lab := netlab.Inside(t)
	if lab == nil {
		return
	}
	lab.Sh(`ip link add v0 type veth peer name v1
for i in v0 v1; do echo 1 >/proc/sys/net/ipv6/conf/$i/disable_ipv6; ip link set $i up; done
i=0; while [ $i -lt 1000 ]; do echo "addr add 10.0.$((i/250)).$((i%250+1))/$((i%31+1)) brd 10.9.$((i/250)).$((i%250+1)) dev v0 label v0:$i"; i=$((i+1)); done | ip -b -`)
	for _, args := range []string{"-a", "", "-s", "v0", "--dialect=net-tools-2.10", "--dialect=busybox"} {
		if dumped, asked := onKernel(args), onKernelAsked(args); dumped.String() != asked.String() {
			t.Errorf("%s differs", args)
		}
	}
	if got := strings.Count(onKernel("").stdout.String(), "inet addr:10."); got != 1000 {
		t.Errorf("%d aliases", got)
	}
}
