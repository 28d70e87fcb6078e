package ifconfig

import (
	"errors"
	"net/netip"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/internal/linktype"
	"classicnet/ioctl"
)

// fetcher asks the kernel for interfaces, and for a device's own state once,
// however many aliases it has.
type fetcher struct {
	kernel  Getter
	detail  Detail
	devices map[string]*deviceState // nil in a query, which sees one
	addrs   map[string]netip.Addr   // by label, from SIOCGIFCONF; nil in a query
	more    map[string][]netip.Addr // by label, what addrs leaves out; nil unless Whole
	inet6   inet6Addrs
	others  [otherKinds]Getter
}

// deviceState is what a device and its aliases have in common: the flags, and the
// rest once an interface was fetched.
type deviceState struct {
	Interface
	err   error // why there are no flags
	asked bool  // for the rest
}

func newFetcher(s *Source, detail Detail, l *Listing) *fetcher {
	f := &fetcher{kernel: s.Kernel, detail: detail}
	if detail != Brief {
		f.inet6 = s.readInet6(l)
		f.others = s.Others
	}
	return f
}

// takeAddrs takes SIOCGIFCONF's word for each label's address: asking for it
// again would walk the device's addresses once an alias. The first of several
// addresses with one label is the one that SIOCGIFADDR tells.
func (f *fetcher) takeAddrs(labels []ioctl.InterfaceAddr) {
	f.addrs = make(map[string]netip.Addr, len(labels))
	if f.detail == Whole {
		f.more = map[string][]netip.Addr{}
	}
	for _, l := range labels {
		_, known := f.addrs[l.Name]
		switch {
		case !l.Addr.IsValid():
		case !known:
			f.addrs[l.Name] = l.Addr
		case f.more != nil:
			f.more[l.Name] = append(f.more[l.Name], l.Addr)
		}
	}
}

// deviceOf is the device of an alias, or the device itself.
func deviceOf(name string) string {
	device, _, _ := strings.Cut(name, ":")
	return device
}

// isDown is false where the kernel doesn't tell.
func (f *fetcher) isDown(name string) bool {
	d := f.device(name)
	return d.err == nil && d.Flags&ioctl.FlagUp == 0
}

// device returns the device of name, of which it knows the flags at least.
func (f *fetcher) device(name string) *deviceState {
	if d := f.devices[deviceOf(name)]; d != nil {
		return d
	}
	d := &deviceState{}
	d.Flags, d.err = f.kernel.Flags(name)
	if f.devices != nil {
		f.devices[deviceOf(name)] = d
	}
	return d
}

// fetch fills in an interface but for its counters. Only the flags are
// indispensable: what another request refuses is absent.
func (f *fetcher) fetch(ifc *Interface, name string) error {
	d := f.device(name)
	if d.err != nil {
		return d.err
	}
	if !d.asked {
		d.asked = true
		f.ask(&d.Interface, name)
	}
	*ifc = d.Interface
	ifc.Name = name
	if f.detail != Brief {
		f.inet(ifc)
		ifc.Inet6 = f.inet6[name]
		ifc.Others = fetchOthers(&f.others, name)
	}
	return nil
}

// ask asks for what a device and its aliases have in common.
func (f *fetcher) ask(ifc *Interface, name string) {
	k := f.kernel
	ifc.MTU, _ = k.MTU(name)
	ifc.Metric, _ = k.Metric(name)
	if f.detail == Brief {
		return
	}
	var err error
	if ifc.Hw, err = k.HardwareAddr(name); err != nil {
		ifc.Hw.Type = unknownType
	}
	if linktype.Classic.ByNumber(ifc.Hw.Type).Keepalive {
		ifc.Outfill, _ = k.Outfill(name)
		ifc.Keepalive, _ = k.Keepalive(name)
	}
	ifc.Map, _ = k.Map(name)
	if ifc.TxQueueLen, err = k.TxQueueLen(name); err != nil {
		ifc.TxQueueLen = -1
	}
}

// inet asks for the IPv4 address of the label and for what a listing shows
// beside it.
func (f *fetcher) inet(ifc *Interface) {
	addr, ok := f.addrOf(ifc.Name)
	if !ok {
		return
	}
	var err error
	if ifc.Netmask, err = f.kernel.Netmask(ifc.Name); errors.Is(err, unix.EADDRNOTAVAIL) && f.lost(ifc.Name) {
		return
	}
	ifc.Addr = addr
	if ifc.Flags&ioctl.FlagPointToPoint != 0 {
		ifc.Peer, _ = f.kernel.DstAddr(ifc.Name)
	}
	if ifc.Flags&ioctl.FlagBroadcast != 0 {
		ifc.Broadcast, _ = f.kernel.Broadcast(ifc.Name)
	}
	for _, addr := range f.more[ifc.Name] {
		ifc.More = append(ifc.More, f.besides(ifc, addr))
	}
}

// besides asks for what belongs to a further address of a label.
func (f *fetcher) besides(ifc *Interface, addr netip.Addr) InetAddr {
	a := InetAddr{Addr: addr}
	a.Netmask, _ = f.kernel.InetBeside(ioctl.AddrNetmask, ifc.Name, addr)
	if ifc.Flags&ioctl.FlagPointToPoint != 0 {
		a.Peer, _ = f.kernel.InetBeside(ioctl.AddrPeer, ifc.Name, addr)
	}
	if ifc.Flags&ioctl.FlagBroadcast != 0 {
		a.Broadcast, _ = f.kernel.InetBeside(ioctl.AddrBroadcast, ifc.Name, addr)
	}
	return a
}

// lost tells whether a label's address went away since it was listed.
func (f *fetcher) lost(name string) bool {
	_, err := f.kernel.Addr(name)
	return errors.Is(err, unix.EADDRNOTAVAIL)
}

func (f *fetcher) addrOf(name string) (netip.Addr, bool) {
	if f.addrs != nil {
		addr, ok := f.addrs[name]
		return addr, ok
	}
	addr, err := f.kernel.Addr(name)
	return addr, err == nil
}
