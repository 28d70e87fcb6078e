package procnet

import (
	"io"
	"iter"
	"net/netip"
)

// CachedRoute is a line of /proc/net/rt_cache: an entry of the IPv4 routing
// cache, which kernels had up to 3.5.
type CachedRoute struct {
	Iface       string     // the interface's name
	Source      netip.Addr // IPv4 address
	Destination netip.Addr // IPv4 address
	Gateway     netip.Addr // the next hop, Destination where there is none
	// Flags are RTCF_ of <linux/in_route.h>; in the layout of 2.0 they are
	// RTF_ of <linux/route.h>.
	Flags  uint32
	RefCnt int32 // who uses the entry
	Use    int32 // look-ups
	Metric int32 // of the route
	MTU    int32 // advertised MSS + 40 bytes, 0 if not set
	Window int32 // bytes, 0 if not set
	IRTT   int32 // initial round trip time in ms, 0 if not set

	// In CacheLayout22 only.
	TOS     int32      // the kernel prints hex, the classic tools read decimal
	HHRef   int32      // references to the cached hardware header, -1: none
	HHUptod int32      // 1: that header is up to date
	SpecDst netip.Addr // the local address of a reply
	HH, ARP int32      // in CacheLayout20 only: as HHRef and HHUptod
}

// RouteCache reads /proc/net/rt_cache. Its title line is read at once, since
// the layout decides what the classic tools print above the rows. It tells
// where the columns are, as with Routes; of a layout that isn't known there
// are no rows. Flags and addresses are in hex as in /proc/net/route.
//
// The sequence is ErrEmpty where the file is empty and an *MissingFieldError
// where a title is missing. A line of fewer than 12 columns is Skipped; columns
// that a longer one lacks are 0. Current kernels show the title line alone.
func RouteCache(r io.Reader) (CacheLayout, iter.Seq2[CachedRoute, error]) {
	in := newLines(r, "/proc/net/rt_cache", 1022)
	titles, err := in.titles()
	layout := cacheLayout(titles)
	var t *table
	if columns := layout.columns(); columns != nil {
		t, err = newTable(in.file(), titles, columns)
	}
	return layout, func(yield func(CachedRoute, error) bool) {
		switch {
		case err != nil:
			yield(CachedRoute{}, err)
		case t != nil:
			err := in.each(func(c *cursor) bool {
				row := t.cachedRoute(c, layout, &in.texts)
				return yield(row, in.lineError(c))
			})
			if err != nil {
				yield(CachedRoute{}, err)
			}
		}
	}
}

// cachedRoute makes a row of a layout. Its first columns stand where those of
// /proc/net/route do, but for Source in the place of Mask.
func (t *table) cachedRoute(c *cursor, layout CacheLayout, s *texts) (to CachedRoute) {
	n := t.scan(c)
	c.fault.skipped = n < cacheLeast
	clear(t.cells[n:])
	v := t.cells
	to.Iface = s.keep(v[routeIface].word)
	to.Source = address4(v[routeMask].number)
	to.Destination = address4(v[routeDestination].number)
	to.Gateway = address4(v[routeGateway].number)
	to.Flags = v[routeFlags].number
	to.RefCnt = int32(v[routeRefCnt].number)
	to.Use = int32(v[routeUse].number)
	to.Metric = int32(v[routeMetric].number)
	to.MTU = int32(v[routeMTU].number)
	to.Window = int32(v[routeWindow].number)
	to.IRTT = int32(v[routeIRTT].number)
	to.setLayout(layout, v[len(cacheColumns):])
	return to
}

// setLayout sets the fields whose columns differ between layouts.
func (to *CachedRoute) setLayout(layout CacheLayout, v []cell) {
	if layout == CacheLayout20 {
		to.HH, to.ARP = int32(v[0].number), int32(v[1].number)
		return
	}
	to.TOS, to.HHRef, to.HHUptod = int32(v[0].number), int32(v[1].number), int32(v[2].number)
	to.SpecDst = address4(v[3].number)
}
