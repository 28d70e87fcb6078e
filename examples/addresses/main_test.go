package main

import (
	"net/netip"
	"os"

	"classicnet/ifconfig"
	"classicnet/procnet"
)

// An interface without an address has none to show, and an alias no counters.
func Example() {
	mask := netip.MustParseAddr("255.255.255.0")
	show(os.Stdout, []ifconfig.Interface{
		{
			Name: "eth0", Addr: netip.MustParseAddr("192.168.1.9"), Netmask: mask,
			Inet6: []procnet.Inet6Addr{{Addr: netip.MustParseAddr("2001:db8::9"), PrefixLen: 64}}, Stats: &procnet.Stats{RxBytes: 7},
		},
		{Name: "eth0:0", Addr: netip.MustParseAddr("192.168.0.1"), Netmask: mask},
		{Name: "wlan0", Stats: &procnet.Stats{}},
	})
	// Output:
	// eth0 192.168.1.9/24 2001:db8::9/64 7
	// eth0:0 192.168.0.1/24
	// wlan0 0
}
