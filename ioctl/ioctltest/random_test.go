package ioctltest_test

import (
	"fmt"
	"math/rand/v2"
	"net/netip"

	"classicnet/ioctl"
)

// requests is what *ioctl.Conn and *ioctltest.Conn have in common.
type requests interface {
	Interfaces() ([]ioctl.InterfaceAddr, error)
	Index(name string) (int, error)
	Flags(name string) (ioctl.Flags, error)
	SetFlags(name string, flags ioctl.Flags) error
	MTU(name string) (int32, error)
	SetMTU(name string, mtu int32) error
	TxQueueLen(name string) (int32, error)
	SetTxQueueLen(name string, packets int32) error
	HardwareAddr(name string) (ioctl.HardwareAddr, error)
	SetHardwareAddr(name string, addr ioctl.HardwareAddr) error
	SetMetric(name string, metric int32) error
	SetMap(name string, m ioctl.Map) error
	Addr(name string) (netip.Addr, error)
	SetAddr(name string, addr netip.Addr) error
	DstAddr(name string) (netip.Addr, error)
	SetDstAddr(name string, addr netip.Addr) error
	Broadcast(name string) (netip.Addr, error)
	SetBroadcast(name string, addr netip.Addr) error
	Netmask(name string) (netip.Addr, error)
	SetNetmask(name string, addr netip.Addr) error
	InetBeside(kind ioctl.AddrKind, name string, addr netip.Addr) (netip.Addr, error)
	AddRoute(r ioctl.Route) error
	DelRoute(r ioctl.Route) error
	AddRoute6(r ioctl.Route6) error
	DelRoute6(r ioctl.Route6) error
	AddAddr6(index int, addr netip.Addr, prefixLen uint32) error
	DelAddr6(index int, addr netip.Addr, prefixLen uint32) error
	ARP(e ioctl.ARPEntry) (ioctl.ARPEntry, error)
	SetARP(e ioctl.ARPEntry) error
	DelARP(e ioctl.ARPEntry) error
	Close() error
}

// sockets are one of each family.
type sockets struct{ inet, inet6 requests }

// step is a request as a function of the sockets, with its text.
type step struct {
	text string
	run  func(sockets) error
}

// dice throws requests that mostly mean something: few names, nets and metrics,
// so that they meet.
type dice struct {
	*rand.Rand
	index map[string]int // of the interfaces
}

func oneOf[T any](d dice, list ...T) T { return list[d.IntN(len(list))] }

func (d dice) device() string { return oneOf(d, "v0", "v0", "v0", "v1", "v1", "lo") }

func (d dice) label() string {
	return d.device() + oneOf(d, "", "", "", ":0", ":1", ":lan")
}

// name is a label or, seldom, one that nothing has.
func (d dice) name() string {
	if d.IntN(20) == 0 {
		return oneOf(d, "nosuch", "", "v9:1", "v0:")
	}
	return d.label()
}

// addr is an address that no net's broadcast address is: which of both such an
// address counts for depends on what came first.
func (d dice) addr() netip.Addr {
	if d.IntN(25) == 0 {
		return netip.MustParseAddr(oneOf(d, "0.0.0.0", "127.0.0.1", "224.0.0.1", "255.255.255.255", "0.1.2.3", "240.0.0.1", "127.1.0.1"))
	}
	net := oneOf(d, [3]byte{10, 0, 0}, [3]byte{10, 0, 0}, [3]byte{10, 1, 0}, [3]byte{172, 16, 0}, [3]byte{192, 168, 1}, [3]byte{192, 168, 2})
	return netip.AddrFrom4([4]byte{net[0], net[1], net[2], byte(oneOf(d, 0, 1, 1, 2, 2, 4, 5, 254))})
}

// broadcast is what a net's may be, and no address is.
func (d dice) broadcast() netip.Addr {
	a := d.addr().As4()
	a[3] = byte(oneOf(d, 3, 7, 255))
	return netip.AddrFrom4(a)
}

func (d dice) bits() int { return oneOf(d, 0, 8, 16, 24, 24, 24, 30, 31, 32) }

func (d dice) mask() netip.Addr {
	if d.IntN(20) == 0 {
		return netip.MustParseAddr("255.0.255.0")
	}
	return ioctl.Mask(d.bits())
}

// route is a request to add or to delete.
func (d dice) route() ioctl.Route {
	bits := d.bits()
	r := ioctl.Route{Flags: ioctl.RouteUp, Dst: d.addr()}
	if d.IntN(15) > 0 {
		r.Dst = netip.PrefixFrom(r.Dst, bits).Masked().Addr()
	}
	if d.IntN(4) == 0 {
		r.Flags |= ioctl.RouteHost
		r.HostGenmask = d.IntN(2) == 0
	} else {
		r.Genmask = ioctl.Mask(bits)
	}
	if d.IntN(2) == 0 {
		if r.Gateway = d.addr(); d.IntN(8) == 0 {
			r.Gateway = d.broadcast()
		}
		if d.IntN(15) > 0 {
			r.Flags |= ioctl.RouteGateway
		}
	}
	if d.IntN(3) > 0 || !r.Gateway.IsValid() {
		r.Device = d.name()
	}
	if d.IntN(12) == 0 {
		r.Flags |= ioctl.RouteReject
	}
	r.Metric = oneOf[int16](d, 0, 0, 0, 1, 2, 6)
	d.metrics(&r)
	return r
}

func (d dice) metrics(r *ioctl.Route) {
	if d.IntN(6) == 0 {
		r.Flags |= ioctl.RouteMSS
		r.MTU = oneOf[uint64](d, 0, 40, 100, 1500, 65535, 70000)
	}
	if d.IntN(6) == 0 {
		r.Flags |= ioctl.RouteWindow
		r.Window = oneOf[uint64](d, 0, 5000)
	}
	if d.IntN(6) == 0 {
		r.Flags |= ioctl.RouteIRTT
		r.IRTT = oneOf[uint16](d, 0, 40, 65535)
	}
}

func (d dice) entry() ioctl.ARPEntry {
	e := ioctl.ARPEntry{Addr: d.addr(), Device: oneOf(d, "v0", "v0", "v1", "", "nosuch")}
	e.Flags = oneOf(d, ioctl.ARPComplete, ioctl.ARPComplete|ioctl.ARPPermanent, ioctl.ARPPermanent,
		ioctl.ARPPublish, ioctl.ARPPublish|ioctl.ARPHasNetmask, 0, ioctl.ARPHasNetmask)
	if d.IntN(3) > 0 {
		e.Hw = ioctl.HardwareAddr{Type: oneOf[uint16](d, 1, 1, 1, 0, 6), Data: [14]byte{2, 0, 0, 0, 0, byte(d.IntN(3))}}
	}
	if e.Flags&ioctl.ARPHasNetmask != 0 {
		e.Netmask = oneOf(d, ioctl.Mask(32), ioctl.Mask(0), ioctl.Mask(24))
	}
	return e
}

func (d dice) addr6() netip.Addr {
	return netip.MustParseAddr(oneOf(d, "2001:db8::1", "2001:db8::2", "2001:db8::3", "2001:db8:1::1", "2001:db8:1::2",
		"fe80::1", "fec0::1", "::1", "::", "ff02::1", "::10.0.0.1"))
}

func (d dice) route6() ioctl.Route6 {
	r := ioctl.Route6{
		Dst: d.addr6(), PrefixLen: oneOf[uint16](d, 0, 16, 32, 48, 64, 64, 128, 128, 129),
		Flags: ioctl.RouteUp, Metric: oneOf[uint32](d, 0, 1, 1, 5), Index: d.ifindex(),
	}
	if r.PrefixLen == 128 {
		r.Flags |= ioctl.RouteHost
	}
	if d.IntN(2) == 0 {
		r.Gateway = d.addr6()
		r.Flags |= ioctl.RouteGateway
	}
	return r
}

func (d dice) ifindex() int {
	return oneOf(d, d.index["v0"], d.index["v0"], d.index["v1"], d.index["lo"], 0, 999)
}

const cardFlags = ioctl.FlagBroadcast | ioctl.FlagMulticast

// throw makes a request of the kinds of state: "device", "inet", "route", "arp",
// "inet6".
func (d dice) throw() step {
	switch n := d.IntN(100); {
	case n < 14:
		name, flags := d.name(), oneOf(d, ioctl.FlagUp, ioctl.FlagUp, 0)|cardFlags|oneOf(d, 0, 0, 0, 0, ioctl.FlagNoARP, ioctl.FlagPromisc, ioctl.FlagAllMulti, ioctl.FlagDebug)
		return step{fmt.Sprintf("SetFlags %s %#x", name, uint16(flags)), func(s sockets) error { return s.inet.SetFlags(name, flags) }}
	case n < 36:
		name, a := d.name(), d.addr()
		return step{fmt.Sprint("SetAddr ", name, " ", a), func(s sockets) error { return s.inet.SetAddr(name, a) }}
	case n < 44:
		name, a := d.name(), d.mask()
		return step{fmt.Sprint("SetNetmask ", name, " ", a), func(s sockets) error { return s.inet.SetNetmask(name, a) }}
	case n < 47:
		name, a := d.name(), d.broadcast()
		return step{fmt.Sprint("SetBroadcast ", name, " ", a), func(s sockets) error { return s.inet.SetBroadcast(name, a) }}
	case n < 50:
		name, a := d.name(), d.addr()
		return step{fmt.Sprint("SetDstAddr ", name, " ", a), func(s sockets) error { return s.inet.SetDstAddr(name, a) }}
	case n < 66:
		r := d.route()
		return step{fmt.Sprintf("AddRoute %+v", r), func(s sockets) error { return s.inet.AddRoute(r) }}
	case n < 72:
		r := d.route()
		return step{fmt.Sprintf("DelRoute %+v", r), func(s sockets) error { return s.inet.DelRoute(r) }}
	case n < 82:
		return d.throwARP()
	case n < 95:
		return d.throw6()
	}
	return d.throwDevice()
}

func (d dice) throwARP() step {
	e := d.entry()
	switch d.IntN(4) {
	case 0:
		return step{fmt.Sprintf("DelARP %+v", e), func(s sockets) error { return s.inet.DelARP(e) }}
	case 1:
		return step{fmt.Sprintf("ARP %+v", e), func(s sockets) error { _, err := s.inet.ARP(e); return err }}
	}
	return step{fmt.Sprintf("SetARP %+v", e), func(s sockets) error { return s.inet.SetARP(e) }}
}

func (d dice) throw6() step {
	r, a, bits, index := d.route6(), d.addr6(), oneOf[uint32](d, 48, 64, 64, 128, 129), d.ifindex()
	switch d.IntN(6) {
	case 0:
		return step{fmt.Sprintf("DelAddr6 %d %s/%d", index, a, bits), func(s sockets) error { return s.inet6.DelAddr6(index, a, bits) }}
	case 1, 2:
		return step{fmt.Sprintf("AddAddr6 %d %s/%d", index, a, bits), func(s sockets) error { return s.inet6.AddAddr6(index, a, bits) }}
	case 3:
		return step{fmt.Sprintf("DelRoute6 %+v", r), func(s sockets) error { return s.inet6.DelRoute6(r) }}
	}
	return step{fmt.Sprintf("AddRoute6 %+v", r), func(s sockets) error { return s.inet6.AddRoute6(r) }}
}

func (d dice) throwDevice() step {
	name := d.name()
	switch d.IntN(5) {
	case 0:
		v := oneOf[int32](d, -1, 0, 67, 68, 1280, 1400, 1500, 65535, 65536)
		return step{fmt.Sprint("SetMTU ", name, " ", v), func(s sockets) error { return s.inet.SetMTU(name, v) }}
	case 1:
		v := oneOf[int32](d, -1, 0, 7, 1000)
		return step{fmt.Sprint("SetTxQueueLen ", name, " ", v), func(s sockets) error { return s.inet.SetTxQueueLen(name, v) }}
	case 2:
		hw := ioctl.HardwareAddr{Type: oneOf[uint16](d, 1, 1, 1, 6), Data: [14]byte{byte(oneOf(d, 2, 2, 3, 0)), 0, 0, 0, 0, byte(d.IntN(3))}}
		return step{fmt.Sprintf("SetHardwareAddr %s %+v", name, hw), func(s sockets) error { return s.inet.SetHardwareAddr(name, hw) }}
	case 3:
		return step{"SetMetric " + name, func(s sockets) error { return s.inet.SetMetric(name, 1) }}
	}
	return step{"SetMap " + name, func(s sockets) error { return s.inet.SetMap(name, ioctl.Map{IRQ: 5}) }}
}
