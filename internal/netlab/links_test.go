package netlab_test

import (
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

func TestVeth(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "ip", "nsenter", netlab.Veth)
	lab := netlab.New(t)
	lab.Sh(noIPv6)
	peer := lab.Veth("v0", "02:00:00:00:00:01")
	lab.Sh("ip addr add 10.0.0.1/24 dev v0; ip link set v0 up")
	lab.Sh("nsenter -t $PEERNS -n ip addr add 10.0.0.2/24 dev " + peer)
	if !strings.Contains(lab.State(), "link v0 ether <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 ") {
		t.Errorf("no carrier in\n%s", lab.State())
	}
	lab.Sh("nsenter -t $PEERNS -n ip link set " + peer + " down")
	if !strings.Contains(lab.State(), "link v0 ether <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 ") {
		t.Errorf("a carrier in\n%s", lab.State())
	}
}

// The second namespace sends nothing by itself that would count as a packet.
func TestPeerHasNoIPv6(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "ip", "nsenter", netlab.Veth)
	lab := netlab.New(t)
	peer := lab.Veth("v0", "02:00:00:00:00:01")
	lab.Sh("ip link set v0 up")
	lab.Settle()
	if got := lab.Sh("nsenter -t $PEERNS -n ip -6 addr show dev " + peer); got != "" {
		t.Errorf("got %s", got)
	}
	if got := lab.Peer(); got != strings.TrimSpace(lab.Sh("echo $PEERNS")) {
		t.Errorf("the second call makes another one, %s", got)
	}
}

// After carriers the kernel knows of all veths that they have none.
func TestCarriers(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "ip", netlab.Veth)
	lab := netlab.New(t)
	got := lab.Sh("for i in 1 2 3 4 5 6 7 8; do ip link add v$i type veth peer name p$i; done; carriers; ip -o link show type veth")
	if strings.Count(got, " state ") != 16 || strings.Contains(got, "state UNKNOWN") {
		t.Errorf("got %s", got)
	}
}

// After Settle no IPv6 address is tentative any more.
func TestSettle(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "ip", netlab.Veth)
	lab := netlab.New(t)
	lab.Veth("v0", "02:00:00:00:00:01")
	lab.Sh("ip link set v0 up; ip addr add 2001:db8::1/64 dev v0")
	lab.Settle()
	got := lab.Sh("ip -6 addr show dev v0")
	if !strings.Contains(got, "2001:db8::1/64") || !strings.Contains(got, "fe80::") || strings.Contains(got, "tentative") {
		t.Errorf("got %s", got)
	}
}

func TestTunTap(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "ip", netlab.Tun)
	lab := netlab.New(t)
	lab.Sh(noIPv6)
	lab.Tun("sl0", "slip")
	lab.Tap("h0", "hdlc", "02:a0:b2:0c:de:f1")
	lab.Tap("e0", "ether", "02:a0:b3:0c:de:f1")
	want := `link e0 ether <BROADCAST,MULTICAST> mtu 1500 qlen 1000 address 02:a0:b3:0c:de:f1 broadcast ff:ff:ff:ff:ff:ff
link h0 hdlc <BROADCAST,MULTICAST> mtu 1500 qlen 1000
link lo loopback <LOOPBACK> mtu 65536 qlen 1000 address 00:00:00:00:00:00 broadcast 00:00:00:00:00:00
link sl0 slip <POINTOPOINT,MULTICAST,NOARP> mtu 1500 qlen 500
`
	if got := lab.State(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
