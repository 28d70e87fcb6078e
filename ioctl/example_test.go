package ioctl_test

import (
	"errors"
	"fmt"
	"net"
	"net/netip"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

func ExampleConn() {
	c, err := ioctl.Open()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer c.Close()
	flags, err := c.Flags("lo")
	fmt.Println(flags&ioctl.FlagLoopback != 0, err)
	_, err = c.MTU("nosuch")
	fmt.Println(err, errors.Is(err, unix.ENODEV))
	// Output:
	// true <nil>
	// SIOCGIFMTU nosuch: No such device true
}

// An alias comes with its address and goes with its flag.
func ExampleConn_SetAddr() {
	c, err := ioctl.Open()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer c.Close()
	err = errors.Join(
		c.SetAddr("eth1:0", netip.MustParseAddr("192.168.0.1")),
		c.SetNetmask("eth1:0", netip.MustParseAddr("255.255.255.0")),
	)
	fmt.Println(err)
	mask, err := c.Netmask("eth1:0")
	fmt.Println(mask, err)

	fmt.Println(c.SetFlags("eth1:0", 0)) // without FlagUp: delete it
	_, err = c.Addr("eth1:0")
	fmt.Println(err)
}

// A MAC address of package net is one of this package, and back.
func ExampleEthernet() {
	mac, err := net.ParseMAC("00:0d:61:0b:d9:a0")
	if err != nil {
		fmt.Println(err)
		return
	}
	hw, err := ioctl.Ethernet(mac)
	fmt.Println(hw, err, net.HardwareAddr(hw.MAC()))
	_, err = ioctl.Ethernet(mac[:4])
	fmt.Println(err)
	// Output:
	// 00:0d:61:0b:d9:a0 <nil> 00:0d:61:0b:d9:a0
	// ioctl: an Ethernet address has 6 bytes, not 4
}
