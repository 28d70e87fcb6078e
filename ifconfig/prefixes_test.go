package ifconfig

import (
	"fmt"
	"net/netip"
	"testing"

	"classicnet/procnet"
)

func TestPrefixes(t *testing.T) {
	a := netip.MustParseAddr
	for _, test := range []struct {
		of   Interface
		want string
	}{
		{Interface{}, "[]"},
		{Interface{Addr: a("10.1.2.3"), Netmask: a("255.255.255.0")}, "[10.1.2.3/24]"},
		{Interface{Addr: a("10.1.2.3"), Netmask: a("0.0.0.0"), Inet6: []procnet.Inet6Addr{{Addr: a("fe80::1"), PrefixLen: 64}}}, "[10.1.2.3/0 fe80::1/64]"},
		{Interface{More: []InetAddr{{Addr: a("10.1.2.3"), Netmask: a("255.255.255.255")}}}, "[10.1.2.3/32]"},
	} {
		if got := fmt.Sprint(test.of.Prefixes()); got != test.want {
			t.Errorf("%s, want %s", got, test.want)
		}
	}
	for _, mask := range []netip.Addr{{}, a("255.0.255.0"), a("::1")} {
		if p := (InetAddr{Addr: a("10.1.2.3"), Netmask: mask}).Prefix(); p.IsValid() || p.Addr() != a("10.1.2.3") {
			t.Errorf("mask %v: %v", mask, p)
		}
	}
}
