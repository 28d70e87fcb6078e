// Package arp is the classic arp(8): it lists the kernel's table of IPv4
// neighbours from /proc/net/arp and changes it through the ioctls of arp(7).
//
// Entries is the table as values, as the kernel has it now; Read reads a file of it.
// Set and Delete change it, by a socket that a function opens, on a real machine that
// of System:
//
//	hw, err := ioctl.Ethernet(mac) // a net.HardwareAddr
//	err = arp.Set(arp.System().Dial, arp.Entry{
//		Addr:  netip.MustParseAddr("192.168.1.7"),
//		Hw:    hw,
//		Flags: netflag.ARPComplete | netflag.ARPPermanent,
//	})
//
// A Formatter and AppendJSON make such values the text of listings. Main is the whole
// command, in the world of an Env: its streams, its files, its sockets.
package arp

// Main reads the command line (options.go), then lists (list.go, print.go, json.go),
// deletes (delete.go) or makes entries, from the command line (set.go) or a file
// (file.go).
