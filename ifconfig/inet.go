package ifconfig

import (
	"errors"
	"net/netip"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// confAddrs is SIOCGIFCONF's word for the addresses of labels: asking for each
// again would walk the device's addresses once an alias.
type confAddrs struct {
	first map[string]netip.Addr   // by label; nil where SIOCGIFCONF wasn't asked
	all   map[string][]netip.Addr // nil unless Everything
}

// takeAddrs takes it, and where there are so many that each alias would have the
// kernel walk through a long list, or all of them must be told, asks for all at
// once.
func (f *fetcher) takeAddrs(labels []ioctl.InterfaceAddr) {
	whole := f.detail == Everything
	if f.detail != ShortFormat && (whole || crowded(labels)) {
		f.dump = newInetDump(f.kernel, whole)
	}
	c := confAddrs{first: make(map[string]netip.Addr, len(labels))}
	if whole {
		c.all = map[string][]netip.Addr{}
	}
	for _, l := range labels {
		if !l.Addr.IsValid() {
			continue
		}
		if _, known := c.first[l.Name]; !known {
			c.first[l.Name] = l.Addr
		}
		if whole {
			c.all[l.Name] = append(c.all[l.Name], l.Addr)
		}
	}
	f.conf = c
}

// crowded tells whether any device has so many. SIOCGIFCONF has those of a device
// in a row.
func crowded(labels []ioctl.InterfaceAddr) bool {
	for i, n := 0, 0; i < len(labels); i++ {
		if n++; i > 0 && deviceOf(labels[i].Name) != deviceOf(labels[i-1].Name) {
			n = 1
		}
		if n > crowd {
			return true
		}
	}
	return false
}

// inet fills in the IPv4 address of the label and what a listing shows beside
// it, and for Everything the addresses that it doesn't show.
func (f *fetcher) inet(ifc *Interface) {
	label := f.kernelName(ifc.Name)
	if label != ifc.Name {
		ifc.Label = label
	}
	if f.dump != nil {
		f.dump.fill(ifc, label)
		return
	}
	if addr, ok := f.addrOf(label); ok {
		f.inetAround(ifc, label, addr)
		f.inetBeside(ifc, label)
	}
}

func (f *fetcher) addrOf(label string) (netip.Addr, bool) {
	if f.conf.first != nil {
		addr, ok := f.conf.first[label]
		return addr, ok
	}
	addr, err := f.kernel.Addr(label)
	return addr, err == nil
}

// inetTries is how often an address is asked for whose label gets another one
// meanwhile.
const inetTries = 4

// inetAround asks for what belongs to the address that a label has, by the label.
// SIOCGIFCONF may have shown that of another device with a label of the same name,
// and any address may change: what is told is of one and the same.
func (f *fetcher) inetAround(ifc *Interface, label string, addr netip.Addr) {
	for range inetTries {
		a := f.around(ifc.Flags, label)
		ifc.Addr, ifc.Netmask, ifc.Peer, ifc.Broadcast = addr, a.Netmask, a.Peer, a.Broadcast
		now, err := f.kernel.Addr(label)
		if errors.Is(err, unix.EADDRNOTAVAIL) {
			ifc.Addr, ifc.Netmask, ifc.Peer, ifc.Broadcast = netip.Addr{}, netip.Addr{}, netip.Addr{}, netip.Addr{}
			return
		}
		if err != nil || now == addr {
			return
		}
		addr = now
	}
}

func (f *fetcher) around(flags ioctl.Flags, label string) (a InetAddr) {
	a.Netmask, _ = f.kernel.Netmask(label)
	if flags&ioctl.FlagPointToPoint != 0 {
		a.Peer, _ = f.kernel.DstAddr(label)
	}
	if flags&ioctl.FlagBroadcast != 0 {
		a.Broadcast, _ = f.kernel.Broadcast(label)
	}
	return a
}

// inetBeside asks for the further addresses that SIOCGIFCONF has by the label.
// Those that the label's device doesn't have are strays.
func (f *fetcher) inetBeside(ifc *Interface, label string) {
	var seen map[netip.Addr]bool
	var strays []netip.Addr
	for _, addr := range f.conf.all[label] {
		switch {
		case seen[addr]: // the kernel tells of the first alone
			ifc.More = append(ifc.More, InetAddr{Addr: addr, Label: label})
			continue
		case addr == ifc.Addr:
		case f.has(label, addr):
			ifc.More = append(ifc.More, f.besides(ifc.Flags, label, addr))
		default:
			strays = append(strays, addr)
			continue
		}
		if seen == nil {
			seen = map[netip.Addr]bool{}
		}
		seen[addr] = true
	}
	f.stray(label, strays)
}

// has tells whether a label's device has the address by that label.
func (f *fetcher) has(label string, addr netip.Addr) bool {
	got, err := f.kernel.InetBeside(ioctl.AddrLocal, label, addr)
	return err == nil && got == addr
}

// besides asks for what belongs to a further address of a label.
func (f *fetcher) besides(flags ioctl.Flags, label string, addr netip.Addr) InetAddr {
	a := InetAddr{Addr: addr, Label: label}
	a.Netmask, _ = f.kernel.InetBeside(ioctl.AddrNetmask, label, addr)
	if flags&ioctl.FlagPointToPoint != 0 {
		a.Peer, _ = f.kernel.InetBeside(ioctl.AddrPeer, label, addr)
	}
	if flags&ioctl.FlagBroadcast != 0 {
		a.Broadcast, _ = f.kernel.InetBeside(ioctl.AddrBroadcast, label, addr)
	}
	return a
}

// stray keeps addresses of a label that aren't of the interface with that name,
// where nothing tells whose they are.
func (f *fetcher) stray(label string, addrs []netip.Addr) {
	if len(addrs) == 0 || f.dump != nil {
		return
	}
	s := Interface{Name: label, Stray: true}
	for _, addr := range addrs {
		s.More = append(s.More, InetAddr{Addr: addr, Label: label})
	}
	f.strays = append(f.strays, s)
}
