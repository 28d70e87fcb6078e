package golden

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Of what a tool says under qemu only what is known to be qemu's is excused.
func TestFaultOf(t *testing.T) {
	for _, c := range []struct {
		arch, name, line, stderr string
		excused                  bool
	}{
		{"arm", "ipv6-off", "ifconfig v0 del 2001:db8::1/64", "SIOCDIFADDR: Function not implemented\n", true},
		{"arm", "ipv6-off", "ifconfig v0 del 2001:db8::1/64", "SIOCDIFADDR: Operation not permitted\n", false},
		{"arm", "ipv6-off", "ifconfig v0 del 2001:db8::1/64", "SIOCDIFADDR: Function not implemented\npanic\n", false},
		{"arm", "route6-add", "route -A inet6 add 2001:db8:3::/48 dev v0", "SIOCADDRT: Bad address\n", true},
		{"arm", "route6-add", "route -A inet6 add 2001:db8:3::/48 dev v0", "", false},
		{"mips", "route6-add", "route -A inet6 add 2001:db8:3::/48 dev v0", "", true},
		{"mips", "route6-add", "route -A inet6", "", false},
		{"arm", "route-host", "route add 10.0.0.1 dev v0", "SIOCADDRT: Bad address\n", false},
		{"s390x", "ipv6-add", "ifconfig v0 add 2001:db8::1/64", "SIOCSIFADDR: No such device\n", true},
		{"riscv64", "ipv6-add", "ifconfig v0 add 2001:db8::1/64", "SIOCSIFADDR: No such device\n", false},
		{"ppc64", "kw-txqueuelen", "ifconfig v0 txqueuelen 5", "SIOCSIFTXQLEN: Invalid argument\n", true},
		{"ppc64", "kw-mtu", "ifconfig v0 mtu 5", "SIOCSIFMTU: Invalid argument\n", false},
		{"mips", "proc-route-flags", "route -n", "", true},
		{"mipsle", "proc-route-flags", "route -n", "", false},
		{"mips", "route-host", "route -n", "", true},
		{"mips", "route-host", "route -n del default", "", false},
		{"mips", "route-host", "route add default", "", false},
	} {
		got := faultOf(c.arch, c.name, Step{Line: c.line}, c.stderr)
		if (got != "") != c.excused {
			t.Errorf("%s: %s: %s: %q", c.arch, c.line, c.stderr, got)
		}
	}
}

func TestUnswap(t *testing.T) {
	const shown = "collisions:0 txqueuelen:65536000 \ntxqueuelen:-2036334336 \ntxqueuelen:327680 \ntxqueuelen:0 \nMTU:65536 \n"
	const meant = "collisions:0 txqueuelen:1000 \ntxqueuelen:100000 \ntxqueuelen:5 \ntxqueuelen:0 \nMTU:65536 \n"
	for arch, want := range map[string]string{"s390x": meant, "arm": shown} {
		r := Results{"1.stdout": shown}
		unswap(arch, r)
		if diff := cmp.Diff(want, r["1.stdout"]); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", arch, diff)
		}
	}
}
