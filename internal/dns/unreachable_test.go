package dns

import (
	"errors"
	"net/netip"
	"os"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"classicnet/internal/netlab"
)

// The labs' environment is their own, that of TestEnvironmentOfAPrivilegedProgram
// is what it is about.
func TestMain(m *testing.M) {
	if os.Getenv("DNS_TEST") != "" {
		os.Exit(m.Run())
	}
	netlab.Main(m)
}

// A server that no neighbour knows is told of when the kernel has given up, not
// at the deadline.
func TestUnreachable(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "ip", netlab.Veth, netlab.Root) // who sets how long a neighbour is looked for
	lab := netlab.Inside(t)
	if lab == nil {
		return
	}
	lab.Veth("v0", "02:00:00:00:00:01")
	lab.Sh(`ip link set lo up; ip addr add 10.0.0.1/24 dev v0; ip -6 addr add 2001:db8::1/64 nodad dev v0; ip link set v0 up
		for f in /proc/sys/net/ipv[46]/neigh/v0; do echo 1 >$f/mcast_solicit; echo 10 >$f/retrans_time_ms; done`)
	for _, server := range []string{"10.0.0.9:53", "[2001:db8::9]:53"} {
		c, err := dial("udp", netip.MustParseAddrPort(server))
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		c.Limit(20 * time.Second)
		err = datagram(c, []byte("hello"), func([]byte) bool { return true })
		if !errors.Is(err, unix.EHOSTUNREACH) {
			t.Errorf("%s: %v, want %v", server, err, unix.EHOSTUNREACH)
		}
	}
}
