package ioctltest

import (
	"fmt"
	"net/netip"
	"slices"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// neighbour is an entry of the ARP table. One that isn't known is there all the
// same, but not seen in /proc/net/arp.
type neighbour struct {
	addr             netip.Addr
	device           *Interface
	hw               [14]byte
	known, permanent bool
}

// proxy is an address that is answered for.
type proxy struct {
	addr   netip.Addr
	device *Interface // nil: on all
}

// forgetNeighbours empties the table of an interface.
func (k *Kernel) forgetNeighbours(d *Interface) {
	k.neighbours = slices.DeleteFunc(k.neighbours, func(n neighbour) bool { return n.device == d })
}

// ARP is ioctl's.
func (c *Conn) ARP(e ioctl.ARPEntry) (ioctl.ARPEntry, error) {
	err := c.arp("SIOCGARP", false, &e, func(d *Interface) unix.Errno {
		n := c.kernel().neighbour(e.Addr, d)
		if n == nil {
			return unix.ENXIO
		}
		e.Flags, e.Hw = n.flags(), ioctl.HardwareAddr{Type: d.HwAddr.Type, Data: n.hw}
		return 0
	})
	if err != nil {
		return ioctl.ARPEntry{}, err
	}
	return e, nil
}

// SetARP is ioctl's.
func (c *Conn) SetARP(e ioctl.ARPEntry) error {
	return c.arp("SIOCSARP", true, &e, func(d *Interface) unix.Errno {
		if e.Flags&ioctl.ARPPublish != 0 {
			return c.kernel().publish(&e, d)
		}
		return c.kernel().setNeighbour(&e, d)
	})
}

// DelARP is ioctl's.
func (c *Conn) DelARP(e ioctl.ARPEntry) error {
	return c.arp("SIOCDARP", true, &e, func(d *Interface) unix.Errno {
		if e.Flags&ioctl.ARPPublish != 0 {
			return c.kernel().unpublish(&e, d)
		}
		return c.kernel().delNeighbour(&e, d)
	})
}

// arp checks what all requests have in common and hands the interface to act, nil
// where none is named.
func (c *Conn) arp(request string, change bool, e *ioctl.ARPEntry, act func(*Interface) unix.Errno) error {
	if !e.Addr.Is4() || e.Netmask.IsValid() && !e.Netmask.Is4() {
		return failure(request, e.Device, unix.EAFNOSUPPORT)
	}
	return c.table(request, e.Device, change, unix.AF_INET, arpText(e), func() unix.Errno {
		d, errno := c.kernel().arpDevice(request, e)
		if errno == 0 {
			errno = act(d)
		}
		return errno
	})
}

// arpDevice is the interface of a request, nil where none is named. What is set
// for good is complete.
func (k *Kernel) arpDevice(request string, e *ioctl.ARPEntry) (*Interface, unix.Errno) {
	complete := e.Flags&ioctl.ARPComplete != 0 ||
		request == "SIOCSARP" && e.Flags&(ioctl.ARPPermanent|ioctl.ARPPublish) == ioctl.ARPPermanent
	if e.Flags&ioctl.ARPPublish == 0 && e.Flags&(ioctl.ARPHasNetmask|ioctl.ARPDontPublish) != 0 {
		return nil, unix.EINVAL
	}
	if mask := arpMask(e); mask != 0 && mask != maskOf(32) {
		return nil, unix.EINVAL
	}
	if e.Device == "" {
		if request == "SIOCGARP" {
			return nil, unix.ENODEV
		}
		return nil, 0
	}
	d := k.Interface(e.Device[:min(len(e.Device), unix.IFNAMSIZ-1)])
	switch {
	case d == nil || strings.Contains(e.Device, ":"):
		return nil, unix.ENODEV
	case complete && e.Hw.Type != 0 && e.Hw.Type != d.HwAddr.Type:
		return nil, unix.EINVAL
	}
	return d, 0
}

// hwText is a hardware address without the zeros at its end.
func hwText(hw ioctl.HardwareAddr) string { return strings.TrimRight(fmt.Sprintf("%x", hw.Data), "0") }

// arpText are the fields of a request that are set.
func arpText(e *ioctl.ARPEntry) string {
	b := fmt.Sprintf("%s flags=%#x", e.Addr, uint32(e.Flags))
	if e.Hw != (ioctl.HardwareAddr{}) {
		b += fmt.Sprintf(" hw=%d:%s", e.Hw.Type, hwText(e.Hw))
	}
	if e.Netmask.IsValid() {
		b += " mask=" + e.Netmask.String()
	}
	if e.Device != "" {
		b += " dev=" + e.Device
	}
	return b
}
