// Package ifconfig is the classic interface tool: its command line, its
// effect on the kernel and its bytes.
//
// A Source tells the state of interfaces as values (List, Query): flags, addresses of
// both families, hardware address, counters. The zero Source is this machine:
//
//	var machine ifconfig.Source
//	list := machine.List(true, ifconfig.Everything)
//	for _, i := range list.Interfaces {
//		fmt.Println(i.Name, i.Flags, i.Hw, i.Prefixes())
//	}
//	err := list.Err() // what is missing, if anything is
//
// A Formatter turns such values into the classic text, AppendJSON into JSON. What
// changes an interface are the requests of package ioctl.
//
// Main is the whole command, as package main calls it, in the world of an Env: its
// streams, its files, its sockets.
package ifconfig
