package ifconfig

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

// `broadcast +` is the network's broadcast address where an address and a
// netmask stand before it, in every dialect; anywhere else `+` and `-` are no
// addresses.
func TestBroadcastPlus(t *testing.T) {
	const sent, up = "SIOCSIFBRDADDR eth0 ", "SIOCSIFFLAGS eth0 UP|BROADCAST|RUNNING|MULTICAST"
	addr := func(a string) string { return lines("SIOCSIFADDR eth0 "+a, up) }
	const mask16 = "SIOCSIFNETMASK eth0 255.255.0.0"
	play(t, upCard, []session{
		{args: "eth0 10.0.0.9 netmask 255.255.0.0 broadcast + mtu 1400",
			log: lines(addr("10.0.0.9"), mask16, sent+"10.0.255.255", up, "SIOCSIFMTU eth0 1400")},
		{args: "--dialect=busybox eth0 10.0.0.9 netmask 255.255.0.0 broadcast +",
			log: lines(addr("10.0.0.9"), mask16, sent+"10.0.255.255", up)},
		{args: "eth0 10.0.0.9/20 broadcast +",
			log: lines(addr("10.0.0.9"), sent+"10.0.15.255", up, "SIOCSIFNETMASK eth0 255.255.240.0")},
		{args: "eth0 10.0.0.9 netmask 255.255.255.255 broadcast +",
			log: lines(addr("10.0.0.9"), "SIOCSIFNETMASK eth0 255.255.255.255", sent+"10.0.0.9", up)},
		{args: "eth0 10.0.0.9 netmask 255.255.0.0 broadcast -", log: lines(addr("10.0.0.9"), mask16), says: "-: Unknown host\n", exit: 1},
		{args: "eth0 10.0.0.9 broadcast +", log: addr("10.0.0.9"), says: "+: Unknown host\n", exit: 1},
		{args: "eth0 netmask 255.255.0.0 broadcast +", log: mask16, says: "+: Unknown host\n", exit: 1},
		{args: "eth0 10.0.0.9 netmask 255.255.0.0 pointopoint +", log: lines(addr("10.0.0.9"), mask16), says: "+: Unknown host\n", exit: 1},
		{args: "eth0 broadcast +", says: "+: Unknown host\n", exit: 1},
	})
}

// busybox and ours leave the same addresses.
func TestBroadcastPlusBesideBusybox(t *testing.T) {
	netlab.Need(t, "ip", "busybox", netlab.Veth)
	lab := netlab.Inside(t)
	if lab == nil {
		return
	}
	lab.Veth("eth1", "00:0d:61:0b:d9:a0")
	addrs := func() string { return lab.Sh("ip -o -4 addr show dev eth1; ip addr flush dev eth1") }
	for _, args := range []string{
		"10.0.0.1 netmask 255.255.0.0 broadcast +",
		"10.0.0.1 netmask 255.255.255.254 broadcast +",
		"10.0.0.1 netmask 255.255.0.0 broadcast + 10.9.9.9 broadcast +",
		"10.0.0.1 netmask 255.255.0.0 broadcast -",
		"10.0.0.1 broadcast +",
		"10.0.0.1 broadcast + netmask 255.255.0.0",
		"broadcast + 10.0.0.1 netmask 255.255.0.0",
	} {
		refused := lab.Sh("busybox ifconfig eth1 "+args+" 2>/dev/null || echo refused") != ""
		theirs := addrs()
		if got := onKernel("eth1 " + args); (got.status != 0) != refused {
			t.Errorf("%s: busybox refuses it: %v, %s", args, refused, got)
		}
		ours := addrs()
		if refused {
			continue // busybox stops there, the classic command goes on
		}
		if diff := cmp.Diff(theirs, ours); diff != "" {
			t.Errorf("%s (-busybox +ours)\n%s", args, diff)
		}
	}
}
