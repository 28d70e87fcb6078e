package route_test

import (
	"errors"
	"fmt"
	"io/fs"
	"net/netip"
	"os"
	"strings"

	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
	"classicnet/netflag"
	"classicnet/route"
)

// A machine in memory with a card that is up.
func machine() (*ioctltest.Kernel, func(int) (route.Kernel, error)) {
	card := ioctltest.Ethernet("eth0", [6]byte{2, 0, 0, 0, 0, 1})
	card.Flags |= ioctl.FlagUp
	card.Addrs = []ioctltest.Addr{{Local: netip.MustParseAddr("192.168.1.9")}}
	card.Addrs6 = []ioctltest.Addr6{{Addr: netip.MustParseAddr("2001:db8::9"), PrefixLen: 64}}
	k := ioctltest.New(ioctltest.Loopback(), card)
	return k, func(family int) (route.Kernel, error) { return k.Dial(family) }
}

// A route is added, found again and deleted. On a real machine dial is a
// field of route.System(), and open nil.
func ExampleAdd() {
	kernel, dial := machine()
	e := route.Entry{
		Destination: netip.MustParsePrefix("10.0.0.0/8"), Gateway: netip.MustParseAddr("192.168.1.254"), Metric: 5,
	}
	fmt.Println("add:", route.Add(dial, e))
	fmt.Println("again:", errors.Is(route.Add(dial, e), fs.ErrExist))
	for found, err := range route.Entries(kernel.Open) {
		if err == nil && found.Destination == e.Destination {
			fmt.Println(found)
		}
	}
	fmt.Println("delete:", route.Delete(dial, e))
	fmt.Println("gone:", errors.Is(route.Delete(dial, e), fs.ErrNotExist))
	// Output:
	// add: <nil>
	// again: true
	// 10.0.0.0/8 192.168.1.254 UG 5 eth0
	// delete: <nil>
	// gone: true
}

// The IPv6 routes of the main table that lead somewhere.
func ExampleEntries() {
	kernel, _ := machine()
	for e, err := range route.Entries(kernel.Open) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		if e.Destination.Addr().Is6() && e.Flags&(netflag.RouteLocal|netflag.RouteReject) == 0 {
			fmt.Println(e.Destination, e.Interface)
		}
	}
	// Output:
	// 2001:db8::/64 eth0
	// ff00::/8 eth0
}

// Rows from values, in two dialects.
func ExampleFormatter() {
	e := route.Entry{
		Destination: netip.MustParsePrefix("0.0.0.0/0"), Gateway: netip.MustParseAddr("192.168.1.254"),
		Flags: netflag.RouteUp | netflag.RouteGateway, Interface: "eth0",
	}
	var classic route.Formatter
	os.Stdout.Write(classic.Append(classic.AppendTitle(nil, false), e))
	busybox, err := route.NewFormatter("busybox")
	if err != nil {
		fmt.Println(err)
		return
	}
	os.Stdout.Write(busybox.Append(nil, e))
	// Output:
	// Kernel IP routing table
	// Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
	// 0.0.0.0         192.168.1.254   0.0.0.0         UG    0      0        0 eth0
	// 0.0.0.0         192.168.1.254   0.0.0.0         UG    0      0        0 eth0
}

// Main with its output captured.
func ExampleMain() {
	kernel, dial := machine()
	var stdout strings.Builder
	env := &route.Env{Dial: dial}
	env.Stdout, env.Open = &stdout, kernel.Open
	status := route.Main(env, []string{"route", "-n"})
	fmt.Print(status, "\n", stdout.String())
	// Output:
	// 0
	// Kernel IP routing table
	// Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
	// 192.168.1.0     0.0.0.0         255.255.255.0   U     0      0        0 eth0
}
