// Package ioctltest is a kernel in memory for tests of what changes a network
// by package ioctl: interfaces, addresses, routes and neighbours as a value,
// without rights, namespaces or harm.
//
// A Kernel has sockets whose methods are those of *ioctl.Conn, and the files of
// /proc/net that show its state. What a program needs of a socket it declares as
// an interface of its own, which both satisfy:
//
//	k := ioctltest.New(ioctltest.Loopback(), ioctltest.Ethernet("eth0", mac))
//	c, err := k.Dial(unix.AF_INET)
//	err = c.SetAddr("eth0:0", netip.MustParseAddr("192.168.1.9"))
//	f, err := k.Open("/proc/net/route")
//	fmt.Print(k) // the log: socket 2, SIOCSIFADDR eth0:0 192.168.1.9
//
// The commands take it by a function of the type that their Env has:
//
//	route.Env{Dial: func(f int) (route.Kernel, error) { return k.Dial(f) }, Env: tool.Env{Open: k.Open}}
//
// The rules are those of Linux, and tests hold them to it: an address gets the
// mask of its class; another one in its net is secondary and goes with it;
// routes to nets come and go with addresses and with the flag UP; a gateway must
// be reachable directly; with an interface's last address its routes are lost.
// Fail lets requests fail with an errno, Accept lets them succeed and do nothing,
// Vanish unplugs an interface while it is in use, Meanwhile is another program at
// work, Note puts what else is done into the log.
//
// What is not there: an address that is a broadcast address elsewhere on the
// machine (which it counts for depends on what came first), packets, timers, the checks and the addresses that IPv6
// makes on its own, routing tables other than the main one, and drivers, whose
// refusals are fields of Interface.
//
// A Kernel is not safe for concurrent use.
package ioctltest
