package ioctltest

import "slices"

// delSecondaries deletes the addresses that are secondary to the one at a place
// or, where the kernel promotes them, returns the place of the first; else -1.
func (k *Kernel) delSecondaries(d *Interface, at int) (promoted int) {
	first := d.Addrs[at]
	for i := at + 1; i < len(d.Addrs); {
		a := d.Addrs[i]
		if !a.Secondary || !a.sameNet(&first) {
			i++
			continue
		}
		if k.PromoteSecondaries {
			return i
		}
		d.Addrs = slices.Delete(d.Addrs, i, i+1)
		k.unconnect(d, a)
	}
	return -1
}

// sameNet tells whether two addresses have mask and net in common.
func (a *Addr) sameNet(b *Addr) bool { return a.Mask == b.Mask && a.holds(b.Peer) }

// promote makes the address at a place the primary one of its net: it goes
// behind the primary addresses that stand between it and the gap that the
// former one has left.
func (k *Kernel) promote(d *Interface, from, gap int, scope uint8) {
	heir := d.Addrs[from]
	to := gap
	for i := gap; i < from; i++ {
		if !d.Addrs[i].Secondary && scope <= d.Addrs[i].scope {
			to = i + 1
		}
	}
	heir.Secondary = false
	d.Addrs = slices.Insert(slices.Delete(d.Addrs, from, from+1), to, heir)
	k.connect(d, heir)
}
