package ioctl

import (
	"net/netip"
	"unsafe"

	"golang.org/x/sys/unix"

	"classicnet/netflag"
)

// ARPFlags are the bits of an ARP entry, ATF_ of arp(7): what /proc/net/arp
// shows, too. String is what arp shows: "CM".
type ARPFlags = netflag.ARP

// The bits of ARPFlags.
const (
	ARPComplete    = netflag.ARPComplete    // the hardware address is known
	ARPPermanent   = netflag.ARPPermanent   // the entry stays until it is deleted
	ARPPublish     = netflag.ARPPublish     // answered for others (proxy)
	ARPTrailers    = netflag.ARPTrailers    // wanted trailers, when there were such
	ARPHasNetmask  = netflag.ARPHasNetmask  // Netmask is meant (proxy entries only)
	ARPDontPublish = netflag.ARPDontPublish // never answer for it
)

// ARPEntry is an ARP request, struct arpreq of arp(7).
type ARPEntry struct {
	Addr    netip.Addr   // IPv4 address
	Hw      HardwareAddr // hardware address and link type
	Flags   ARPFlags     // ARPComplete, and ARPPermanent, ARPPublish ...
	Netmask netip.Addr   // of a published net; the zero Addr stands for none
	Device  string       // at most 15 bytes; "" lets the kernel choose
}

// arpreq is struct arpreq.
type arpreq struct {
	addr, hw [sockaddrSize]byte
	flags    int32
	netmask  [sockaddrSize]byte
	dev      [nameSize]byte
}

// ARP fills in what the kernel knows of e.Addr on e.Device (SIOCGARP). ENXIO:
// it knows nothing; ENODEV: no such device.
func (c *Conn) ARP(e ARPEntry) (ARPEntry, error) {
	arg, err := c.arp(idGetARP, e)
	if err != nil {
		return ARPEntry{}, err
	}
	e.Flags = ARPFlags(arg.flags)
	e.Hw = HardwareAddr{Type: familyOf(arg.hw[:]), Data: [14]byte(arg.hw[sockaddrData:])}
	return e, nil
}

// SetARP makes or changes an entry (SIOCSARP). ENETUNREACH: no device reaches
// the address; EINVAL: the hardware type isn't the device's.
func (c *Conn) SetARP(e ARPEntry) error {
	_, err := c.arp(idSetARP, e)
	return err
}

// DelARP deletes an entry (SIOCDARP). ENXIO or ENOENT: there is none.
func (c *Conn) DelARP(e ARPEntry) error {
	_, err := c.arp(idDelARP, e)
	return err
}

func (c *Conn) arp(id requestID, e ARPEntry) (arpreq, error) {
	arg, ok := e.request()
	if !ok {
		return arg, failure(id.name, e.Device, unix.EAFNOSUPPORT)
	}
	err := c.call(id, e.Device, unsafe.Pointer(&arg))
	return arg, err
}

// request is what the kernel is told. It fails for addresses that aren't IPv4.
func (e *ARPEntry) request() (arg arpreq, ok bool) {
	arg.flags = int32(e.Flags)
	putFamily(arg.hw[:], e.Hw.Type)
	copy(arg.hw[sockaddrData:], e.Hw.Data[:])
	copy(arg.dev[:nameSize-1], e.Device)
	if e.Netmask.IsValid() && !putInet(arg.netmask[:], e.Netmask) {
		return arg, false
	}
	return arg, putInet(arg.addr[:], e.Addr)
}
