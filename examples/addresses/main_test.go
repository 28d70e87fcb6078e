package main

import (
	"net/netip"
	"os"

	"classicnet/ifconfig"
	"classicnet/procnet"
)

// An interface without an address has none to show, and an alias no counters.
func Example() {
	show(os.Stdout, []ifconfig.Interface{
		{Name: "eth0", Addr: netip.MustParseAddr("192.168.1.9"), Stats: &procnet.Stats{RxBytes: 7}},
		{Name: "eth0:0", Addr: netip.MustParseAddr("192.168.1.10")},
		{Name: "wlan0", Stats: &procnet.Stats{}},
	})
	// Output:
	// eth0 192.168.1.9 7
	// wlan0 - 0
}
