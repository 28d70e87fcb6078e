package ioctltest_test

import (
	"fmt"
	"net/netip"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
)

// A card gets an address and comes up; the kernel makes the route to its net.
func Example() {
	k := ioctltest.New(ioctltest.Ethernet("eth0", [6]byte{0x00, 0x0d, 0x61, 0x0b, 0xd9, 0xa0}))
	c, err := k.Dial(unix.AF_INET)
	if err != nil {
		panic(err)
	}
	if err := c.SetAddr("eth0", netip.MustParseAddr("192.168.1.9")); err != nil {
		panic(err)
	}
	flags, err := c.Flags("eth0")
	if err != nil {
		panic(err)
	}
	if err := c.SetFlags("eth0", flags|ioctl.FlagUp); err != nil {
		panic(err)
	}
	mask, err := c.Netmask("eth0")
	fmt.Println(mask, err)
	fmt.Print(k)
	// Output:
	// 255.255.255.0 <nil>
	// socket 2
	// SIOCSIFADDR eth0 192.168.1.9
	// SIOCGIFFLAGS eth0
	// SIOCSIFFLAGS eth0 UP|BROADCAST|MULTICAST
	// SIOCGIFNETMASK eth0
}

// A request can be made to fail.
func ExampleKernel_Fail() {
	k := ioctltest.New(ioctltest.Loopback())
	k.Fail("SIOCSIFADDR lo", unix.EPERM)
	c, _ := k.Dial(unix.AF_INET)
	fmt.Println(c.SetAddr("lo", netip.MustParseAddr("127.0.0.1")))
	// Output: SIOCSIFADDR lo: Operation not permitted
}

// An interface vanishes while it is in use.
func ExampleKernel_Vanish() {
	k := ioctltest.New(ioctltest.Loopback())
	k.Vanish("lo", 1)
	c, _ := k.Dial(unix.AF_INET)
	for range 2 {
		mtu, err := c.MTU("lo")
		fmt.Println(mtu, err)
	}
	// Output:
	// 65536 <nil>
	// 0 SIOCGIFMTU lo: No such device
}

// What a program asks for is logged, and taken as it is.
func ExampleKernel_Accept() {
	k := ioctltest.New()
	k.Accept("SIOCADDRT")
	c, _ := k.Dial(unix.AF_INET)
	fmt.Println(c.AddRoute(ioctl.Route{Dst: netip.MustParseAddr("10.0.0.1"), Flags: ioctl.RouteHost, Device: "eth9"}))
	fmt.Print(k.Changes())
	// Output:
	// <nil>
	// SIOCADDRT 10.0.0.1 flags=0x4 dev=eth9
}

// Somebody else takes an address away between two requests.
func ExampleKernel_meanwhile() {
	k := ioctltest.New(ioctltest.Ethernet("eth0", [6]byte{2}))
	c, _ := k.Dial(unix.AF_INET)
	_ = c.SetAddr("eth0", netip.MustParseAddr("10.0.0.1"))
	k.Meanwhile = func(request string) {
		if request == "SIOCGIFNETMASK eth0" {
			k.Interface("eth0").Addrs = nil
		}
	}
	addr, err := c.Addr("eth0")
	fmt.Println(addr, err)
	_, err = c.Netmask("eth0")
	fmt.Println(err)
	// Output:
	// 10.0.0.1 <nil>
	// SIOCGIFNETMASK eth0: Cannot assign requested address
}

// What a program does beside its requests stands in its place among them.
func ExampleKernel_Note() {
	k := ioctltest.New(ioctltest.Ethernet("eth0", [6]byte{2}))
	k.Fail("run hook two", unix.EPERM)
	c, _ := k.Dial(unix.AF_INET)
	_ = k.Note("run hook one")
	_ = c.SetMTU("eth0", 1400)
	fmt.Println(k.Note("run hook two"))
	for _, d := range k.Interfaces() {
		fmt.Println(d.Name, d.MTU)
	}
	fmt.Print(k.Changes())
	// Output:
	// run hook two: Operation not permitted
	// eth0 1400
	// run hook one
	// SIOCSIFMTU eth0 1400
	// run hook two
}
