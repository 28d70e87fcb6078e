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
	flags   map[string]flagsAnswer  // by device; nil in a query, which sees one
	devices map[string]*Interface   // likewise: what it shares with its aliases
	addrs   map[string]netip.Addr   // by label, from SIOCGIFCONF; nil in a query unless Whole
	more    map[string][]netip.Addr // by label, what addrs leaves out; nil unless Whole
	inet6   inet6Addrs
	others  [otherKinds]Getter
}

type flagsAnswer struct {
	flags ioctl.Flags
	err   error
}

// newFetcher returns one for all interfaces, or for the interface only.
func newFetcher(s *Source, only string, detail Detail, l *Listing) *fetcher {
	f := &fetcher{kernel: s.Kernel, detail: detail}
	if only == "" {
		f.flags, f.devices = map[string]flagsAnswer{}, map[string]*Interface{}
	}
	if detail != Brief {
		f.inet6 = s.readInet6(only, l)
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
	flags, err := f.flagsOf(name)
	return err == nil && flags&ioctl.FlagUp == 0
}

func (f *fetcher) flagsOf(name string) (ioctl.Flags, error) {
	a, known := f.flags[deviceOf(name)]
	if !known {
		a.flags, a.err = f.kernel.Flags(name)
		if f.flags != nil {
			f.flags[deviceOf(name)] = a
		}
	}
	return a.flags, a.err
}

// fetch fills in an interface but for its counters. Only the flags are
// indispensable: what another request refuses is absent.
func (f *fetcher) fetch(ifc *Interface, name string) error {
	flags, err := f.flagsOf(name)
	if err != nil {
		return err
	}
	if device := f.devices[deviceOf(name)]; device != nil {
		*ifc = *device
	} else {
		ifc.Flags = flags
		f.device(ifc, name)
		f.share(ifc, name)
	}
	ifc.Name = name
	if f.detail != Brief {
		f.inet(ifc)
		ifc.Inet6 = f.inet6.of(name)
		ifc.Others = fetchOthers(&f.others, name)
	}
	return nil
}

// share keeps what was fetched of a device for its aliases.
func (f *fetcher) share(ifc *Interface, name string) {
	if f.devices != nil {
		device := *ifc
		f.devices[deviceOf(name)] = &device
	}
}

// device asks for what a device and its aliases have in common.
func (f *fetcher) device(ifc *Interface, name string) {
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
