package ifconfig_test

import (
	"fmt"
	"net/netip"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/ifconfig"
	"classicnet/ioctl/ioctltest"
)

// A machine in memory with a card.
func machine() (*ioctltest.Kernel, func(int) (ifconfig.Kernel, error)) {
	k := ioctltest.New(ioctltest.Ethernet("eth1", [6]byte{0x00, 0x0d, 0x61, 0x0b, 0xd9, 0xa0}))
	return k, func(family int) (ifconfig.Kernel, error) { return k.Dial(family) }
}

// trim drops the blanks at the ends of lines, which the classic screen has and no
// example can.
func trim(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// Main against a kernel in memory, with its output captured.
func ExampleMain() {
	kernel, dial := machine()
	var stdout strings.Builder
	env := &ifconfig.Env{Dial: dial}
	env.Stdout, env.Open = &stdout, kernel.Open
	ifconfig.Main(env, []string{"ifconfig", "eth1", "192.168.1.1", "netmask", "255.255.255.128"})
	status := ifconfig.Main(env, []string{"ifconfig", "eth1"})
	fmt.Print(status, "\n", trim(stdout.String()), kernel.Changes())
	// Output:
	// 0
	// eth1      Link encap:Ethernet  HWaddr 00:0d:61:0b:d9:a0
	//           inet addr:192.168.1.1  Bcast:192.168.1.127  Mask:255.255.255.128
	//           UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1
	//           RX packets:0 errors:0 dropped:0 overruns:0 frame:0
	//           TX packets:0 errors:0 dropped:0 overruns:0 carrier:0
	//           collisions:0 txqueuelen:1000
	//           RX bytes:0 (0.0 B)  TX bytes:0 (0.0 B)
	//
	// SIOCSIFADDR eth1 192.168.1.1
	// SIOCSIFFLAGS eth1 UP|BROADCAST|RUNNING|MULTICAST
	// SIOCSIFNETMASK eth1 255.255.255.128
}

// The interfaces of a kernel in memory as values, and the classic screen of them.
// The zero Formatter is the classic one.
func ExampleSource_memory() {
	kernel, _ := machine()
	c, err := kernel.Dial(unix.AF_INET)
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := c.SetPrefix("eth1", netip.MustParsePrefix("192.168.1.1/24")); err != nil {
		fmt.Println(err)
		return
	}
	source := ifconfig.Source{Kernel: c, Open: kernel.Open}
	var classic ifconfig.Formatter
	for _, i := range source.List(true, ifconfig.LongFormat).Interfaces {
		fmt.Println(i.Name, i.Addr, i.Flags, i.Hw)
		i.Stats = nil
		fmt.Print(trim(string(classic.AppendLong(nil, &i))))
	}
	// Output:
	// eth1 192.168.1.1 BROADCAST MULTICAST 00:0d:61:0b:d9:a0
	// eth1      Link encap:Ethernet  HWaddr 00:0d:61:0b:d9:a0
	//           inet addr:192.168.1.1  Bcast:192.168.1.255  Mask:255.255.255.0
	//           BROADCAST MULTICAST  MTU:1500  Metric:1
}
