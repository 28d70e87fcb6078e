package ifconfig

import (
	"classicnet/internal/netaddr"
	"classicnet/ioctl"
)

// inetDump are all IPv4 addresses as a Dumper tells them.
type inetDump struct {
	kernel  Getter
	list    []ioctl.InetAddr
	chains  map[inetLabel]chain
	next    []int32        // of each address: the next one of its chain, or end
	foreign map[int]chain  // by device, those whose label isn't of it; nil unless Everything
	indexes map[string]int // of devices, once asked
}

// inetLabel is a label with the device that has it: a label may look as if it were
// another's.
type inetLabel struct {
	index int
	label string
}

// chain are the addresses of a label in their order.
type chain struct{ first, last int32 }

const end = -1

// newInetDump returns nil where the kernel doesn't tell.
func newInetDump(k Getter, whole bool) *inetDump {
	dumper, ok := k.(Dumper)
	if !ok {
		return nil
	}
	list, err := dumper.InetAddrs()
	if err != nil {
		return nil
	}
	d := &inetDump{kernel: k, list: list, next: make([]int32, len(list)),
		chains: make(map[inetLabel]chain, len(list)), indexes: map[string]int{}}
	for i := range list {
		link(d.chains, inetLabel{list[i].Index, list[i].Label}, int32(i), d.next)
	}
	if whole {
		d.findForeign()
	}
	return d
}

// link appends an address to the chain of its key.
func link[K comparable](chains map[K]chain, key K, i int32, next []int32) {
	c, known := chains[key]
	if known {
		next[c.last] = i
	} else {
		c.first = i
	}
	next[i], c.last = end, i
	chains[key] = c
}

// findForeign takes the addresses whose label isn't of their device from the
// chains of that label, which no block shows.
func (d *inetDump) findForeign() {
	d.foreign = map[int]chain{}
	for i := range d.list {
		if a := &d.list[i]; d.indexOf(deviceOf(a.Label)) != a.Index {
			link(d.foreign, a.Index, int32(i), d.next)
		}
	}
}

// indexOf is 0, which no device has, where the kernel doesn't tell.
func (d *inetDump) indexOf(device string) int {
	index, known := d.indexes[device]
	if !known {
		index, _ = d.kernel.Index(device)
		d.indexes[device] = index
	}
	return index
}

// fill fills in the addresses of a label and, for a device, the foreign ones.
func (d *inetDump) fill(ifc *Interface, label string) {
	index := d.indexOf(deviceOf(label))
	c, ok := d.chains[inetLabel{index, label}]
	if ok {
		a := inetAddrOf(ifc.Flags, &d.list[c.first])
		ifc.Addr, ifc.Peer, ifc.Broadcast, ifc.Netmask = a.Addr, a.Peer, a.Broadcast, a.Netmask
	}
	if d.foreign == nil {
		return
	}
	if ok {
		d.more(ifc, d.next[c.first])
	}
	if c, ok := d.foreign[index]; ok && deviceOf(label) == label {
		d.more(ifc, c.first)
	}
}

func (d *inetDump) more(ifc *Interface, i int32) {
	for ; i != end; i = d.next[i] {
		ifc.More = append(ifc.More, inetAddrOf(ifc.Flags, &d.list[i]))
	}
}

// inetAddrOf is what the ioctls tell of an address.
func inetAddrOf(flags ioctl.Flags, a *ioctl.InetAddr) InetAddr {
	b := InetAddr{Addr: a.Addr, Netmask: netaddr.Mask(int(a.PrefixLen)), Label: a.Label}
	if flags&ioctl.FlagPointToPoint != 0 {
		b.Peer = a.Peer
	}
	if flags&ioctl.FlagBroadcast != 0 {
		b.Broadcast = a.Broadcast
	}
	return b
}
