package procnet

import (
	"io"
	"iter"
	"net/netip"
)

// Neighbour is a line of /proc/net/ndisc: an entry of the IPv6 neighbour cache.
// Times are in jiffies, which are 1/100 s on nearly all machines that had the
// file.
type Neighbour struct {
	Addr      netip.Addr // IPv6 address
	Bucket    uint32     // of the kernel's hash table
	PrefixLen uint32     // always 128
	Type      uint32     // RTN_ of <linux/rtnetlink.h>: 1 unicast, 5 multicast
	// State is NUD_ of <linux/neighbour.h>: 2 is REACHABLE, 4 STALE.
	State         uint32
	Used          uint64  // how long ago it was used
	Confirmed     uint64  // how long ago it was known to be reachable
	ReachableTime uint64  // how long a confirmation holds
	GCStaleTime   uint64  // how long an unused entry is kept
	RefCnt        uint32  // who uses the entry
	Flags         uint32  // 0x80 router, 8 proxy; 4 and 2: the cached header
	Iface         string  // the interface's name
	HWAddr        [6]byte // zero where it isn't known
}

// Neighbours reads /proc/net/ndisc, which only kernels 2.2 and 2.4 built
// without rtnetlink or with its debug option have. It has no title line; all
// columns but the interface are hex, in the order of Neighbour. A line that
// lacks anything, or whose hardware address hasn't 6 bytes, is Skipped.
func Neighbours(r io.Reader) iter.Seq2[Neighbour, error] {
	return func(yield func(Neighbour, error) bool) {
		in := newLines(r, "/proc/net/ndisc", 1022)
		if err := in.each(func(c *cursor) bool {
			var row Neighbour
			s := strict{c, &in.texts}
			s.inet6("address", &row.Addr)
			s.hex("bucket", &row.Bucket)
			s.hex("prefix length", &row.PrefixLen)
			s.hex("type", &row.Type)
			s.hex("state", &row.State)
			s.hexLong("used", &row.Used)
			s.hexLong("confirmed", &row.Confirmed)
			s.hexLong("reachable time", &row.ReachableTime)
			s.hexLong("gc stale time", &row.GCStaleTime)
			s.hex("refcnt", &row.RefCnt)
			s.hex("flags", &row.Flags)
			s.text("device", &row.Iface)
			s.bytes("hardware address", row.HWAddr[:])
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(Neighbour{}, err)
		}
	}
}
