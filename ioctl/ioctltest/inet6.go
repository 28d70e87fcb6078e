package ioctltest

import (
	"fmt"
	"net/netip"
	"slices"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// minMTU6 is the least MTU with which an interface has IPv6.
const minMTU6 = 1280

// AddAddr6 is ioctl's. No address is checked for duplicates, and none is made
// by an interface on its own, as with addr_gen_mode none.
func (c *Conn) AddAddr6(index int, addr netip.Addr, prefixLen uint32) error {
	return c.inet6("SIOCSIFADDR", index, addr, prefixLen, func(d *Interface) unix.Errno {
		return c.kernel().addInet6(d, Addr6{Addr: addr.WithZone(""), PrefixLen: int(prefixLen), Flags: unix.IFA_F_PERMANENT})
	})
}

// DelAddr6 is ioctl's.
func (c *Conn) DelAddr6(index int, addr netip.Addr, prefixLen uint32) error {
	return c.inet6("SIOCDIFADDR", index, addr, prefixLen, func(d *Interface) unix.Errno {
		return c.kernel().delInet6(d, addr.WithZone(""), int(prefixLen))
	})
}

// SetDstAddr6 is ioctl's. There are no tunnels in memory.
func (c *Conn) SetDstAddr6(index int, addr netip.Addr, prefixLen uint32) error {
	return c.inet6("SIOCSIFDSTADDR", index, addr, prefixLen, func(d *Interface) unix.Errno {
		if d.HwAddr.Type != unix.ARPHRD_SIT {
			return unix.ENODEV
		}
		return 0
	})
}

// inet6 finds the interface of a request and hands it to act.
func (c *Conn) inet6(request string, index int, addr netip.Addr, bits uint32, act func(*Interface) unix.Errno) error {
	if !addr.Is6() {
		return c.naming(index, failure(request, "", unix.EAFNOSUPPORT))
	}
	err := c.table(request, "", true, unix.AF_INET6, fmt.Sprintf("#%d %s/%d", index, addr.WithZone(""), bits), func() unix.Errno {
		d := c.kernel().byIndex(index)
		switch {
		case d != nil:
			return act(d)
		case request == "SIOCDIFADDR" && bits > 128:
			return unix.EINVAL
		}
		return unix.ENODEV
	})
	return c.naming(index, err)
}

// naming gives the error of a request that knows its interface by number the name,
// as ioctl does.
func (c *Conn) naming(index int, err error) error {
	e, failed := err.(*ioctl.Error)
	if !failed || index == 0 {
		return err
	}
	name := fmt.Sprint("#", index)
	if d := c.kernel().byIndex(index); d != nil && !c.closed {
		name = d.Name
	}
	return &ioctl.Error{Request: e.Request, Name: name, Err: e.Err}
}

func (k *Kernel) addInet6(d *Interface, a Addr6) unix.Errno {
	switch {
	case a.PrefixLen < 0 || a.PrefixLen > 128, d.MTU < minMTU6 && !d.loops():
		return unix.EINVAL
	case a.Addr.IsUnspecified(), a.Addr.IsMulticast(), a.Addr.IsLoopback() && !d.loops():
		return unix.EADDRNOTAVAIL
	case d.inet6(a.Addr) >= 0:
		return unix.EEXIST
	}
	d.Addrs6 = append(d.Addrs6, a)
	k.connect6(d, a)
	return 0
}

func (k *Kernel) delInet6(d *Interface, addr netip.Addr, bits int) unix.Errno {
	if bits > 128 {
		return unix.EINVAL
	}
	if d.MTU < minMTU6 && !d.loops() {
		return unix.ENXIO
	}
	i := d.inet6(addr)
	if i < 0 || d.Addrs6[i].PrefixLen != bits {
		return unix.EADDRNOTAVAIL
	}
	a := d.Addrs6[i]
	d.Addrs6 = slices.Delete(d.Addrs6, i, i+1)
	k.unconnect6(d, a)
	return 0
}

// inet6 is the place of an address, -1 for none.
func (d *Interface) inet6(addr netip.Addr) int {
	return slices.IndexFunc(d.Addrs6, func(a Addr6) bool { return a.Addr == addr })
}

// scope6 is an address's scope as /proc/net/if_inet6 has it.
func scope6(a netip.Addr) int {
	b := a.As16()
	switch {
	case a.IsLoopback():
		return 0x10
	case a.IsLinkLocalUnicast():
		return 0x20
	case b[0] == 0xfe && b[1]&0xc0 == 0xc0:
		return 0x40
	case [12]byte(b[:12]) == [12]byte{}:
		return 0x80
	}
	return 0
}

// upInet6 is what an interface's coming up does: loopback gets its address,
// the others a route for multicast, and the nets of addresses become reachable.
func (k *Kernel) upInet6(d *Interface) {
	if d.MTU < minMTU6 || k.NoInet6 {
		return
	}
	if d.loops() {
		_ = k.addInet6(d, Addr6{Addr: netip.IPv6Loopback(), PrefixLen: 128, Flags: unix.IFA_F_PERMANENT, alone: true})
	} else {
		k.addRoute6(fib6Entry{dst: allMulticast, metric: kernelMetric6, flags: unix.RTF_UP, device: d, local: true, kernel: true})
	}
	for _, a := range d.Addrs6 {
		k.connect6(d, a)
	}
}

// downInet6 is what its going down does: all addresses and routes go.
func (k *Kernel) downInet6(d *Interface) {
	d.Addrs6 = nil
	k.fib6 = slices.DeleteFunc(k.fib6, func(e fib6Entry) bool { return e.device == d })
}
