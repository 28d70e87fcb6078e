package arp_test

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/netip"
	"os"

	"classicnet/arp"
	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
	"classicnet/netflag"
)

// Entries as text: the table, the style of BSD, JSON.
func ExampleFormatter() {
	list := []arp.Entry{
		{
			Addr: netip.MustParseAddr("192.168.1.7"), Interface: "eth0",
			Hw:    ioctl.HardwareAddr{Type: 1, Data: [14]byte{0x00, 0x0d, 0x61, 0x0b, 0xd9, 0xa0}},
			Flags: netflag.ARPComplete,
		},
		{Addr: netip.MustParseAddr("192.168.1.8"), Interface: "eth0"},
	}
	var f arp.Formatter
	text := f.AppendTitle(nil)
	for _, e := range list {
		text = f.Append(text, e)
	}
	for _, e := range list {
		text = f.AppendBSD(text, e)
	}
	os.Stdout.Write(arp.AppendJSON(text, list[1:]))
	// Output:
	// Address                  HWtype  HWaddress           Flags Mask            Iface
	// 192.168.1.7              ether   00:0d:61:0b:d9:a0   C                     eth0
	// 192.168.1.8                      (incomplete)                              eth0
	// ? (192.168.1.7) at 00:0d:61:0b:d9:a0 [ether] on eth0
	// ? (192.168.1.8) at <incomplete> on eth0
	// [
	// {"name":null,"address":"192.168.1.8","hwtype":null,"hwaddress":null,"flags_mask":"","iface":"eth0","permanent":false,"published":false,"flags":0,"netmask":null,"link_type":0}
	// ]
}

// A neighbour is set, found in the table and deleted. On a real machine dial is
// a field of arp.System(), and open nil.
func ExampleEntries() {
	card := ioctltest.Ethernet("eth0", [6]byte{2, 0, 0, 0, 0, 1})
	card.Flags |= ioctl.FlagUp
	k := ioctltest.New(card)
	dial := func(family int) (arp.Kernel, error) { return k.Dial(family) }
	e := arp.Entry{
		Addr: netip.MustParseAddr("192.168.1.7"), Interface: "eth0",
		Flags: netflag.ARPComplete | netflag.ARPPermanent,
	}
	mac, err := net.ParseMAC("00:0d:61:0b:d9:a0")
	if err == nil {
		e.Hw, err = ioctl.Ethernet(mac)
	}
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("set:", arp.Set(dial, e))
	for found, err := range arp.Entries(k.Open) {
		fmt.Println(found.Addr, found.Hw, found.Flags, found.Interface, found == e, err)
	}
	fmt.Println("delete:", arp.Delete(dial, e))
	fmt.Println("gone:", errors.Is(arp.Delete(dial, e), fs.ErrNotExist))
	// Output:
	// set: <nil>
	// 192.168.1.7 00:0d:61:0b:d9:a0 CM eth0 true <nil>
	// delete: <nil>
	// gone: true
}
