package ifconfig_test

import (
	"fmt"
	"net/netip"
	"os"
	"runtime"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/ifconfig"
	"classicnet/ioctl"
)

// The loopback interface of this machine, with its address and counters.
func ExampleSource() {
	var machine ifconfig.Source
	for _, i := range machine.List(true, ifconfig.Everything).Interfaces {
		if i.Flags&ioctl.FlagLoopback != 0 {
			fmt.Println(i.Name, i.MTU, i.Stats.RxBytes == i.Stats.TxBytes)
		}
	}
	// Output: lo 65536 true
}

// An alias in two dialects: the classic one and that of net-tools 2.10. Classic
// lines end in blanks, which an Output comment can't have.
func ExampleFormatter() {
	i := ifconfig.Interface{
		Name: "eth1:0", MTU: 1500, TxQueueLen: 1000,
		Hw:        ioctl.HardwareAddr{Type: 1, Data: [14]byte{0x00, 0x0d, 0x61, 0x0b, 0xd9, 0xa0}},
		Flags:     ioctl.FlagUp | ioctl.FlagBroadcast | ioctl.FlagRunning | ioctl.FlagMulticast,
		Addr:      netip.MustParseAddr("192.168.0.1"),
		Broadcast: netip.MustParseAddr("192.168.0.255"),
		Netmask:   netip.MustParseAddr("255.255.255.0"),
	}
	var classic ifconfig.Formatter
	for line := range strings.Lines(string(classic.AppendLong(nil, &i))) {
		fmt.Println(strings.TrimRight(line, " \n"))
	}
	if f, err := ifconfig.NewFormatter("net-tools-2.10"); err == nil {
		os.Stdout.Write(f.AppendLong(nil, &i))
	}
	// Output:
	// eth1:0    Link encap:Ethernet  HWaddr 00:0d:61:0b:d9:a0
	//           inet addr:192.168.0.1  Bcast:192.168.0.255  Mask:255.255.255.0
	//           UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1
	//
	// eth1:0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500
	//         inet 192.168.0.1  netmask 255.255.255.0  broadcast 192.168.0.255
	//         ether 00:0d:61:0b:d9:a0  txqueuelen 1000  (Ethernet)
}

func ExampleNewFormatter() {
	_, err := ifconfig.NewFormatter("nosuch")
	fmt.Println(err != nil)
	// Output: true
}

// The interfaces of another network namespace, here that of ip-netns(8) called
// blue. The thread is left in it: it ends with the goroutine, which stays locked
// to it.
func ExampleSource_namespace() {
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread()
		ns, err := unix.Open("/run/netns/blue", unix.O_RDONLY|unix.O_CLOEXEC, 0)
		if err != nil {
			fmt.Println(err)
			return
		}
		defer unix.Close(ns)
		if err := unix.Setns(ns, unix.CLONE_NEWNET); err != nil {
			fmt.Println(err)
			return
		}
		c, err := ioctl.Open()
		if err != nil {
			fmt.Println(err)
			return
		}
		defer c.Close()
		source := ifconfig.Source{Kernel: c}
		for _, i := range source.List(true, ifconfig.Everything).Interfaces {
			fmt.Println(i.Name)
		}
	}()
	<-done
}
