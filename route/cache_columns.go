package route

import (
	"golang.org/x/sys/unix"

	"classicnet/netflag"
	"classicnet/procnet"
)

// cacheRow is a row of the IPv4 cache. Its inetRow has what the columns of the
// table show.
type cacheRow struct {
	inetRow
	cached procnet.CachedRoute
	// What is shown for the addresses, "" for their numbers.
	source, specDst string
	layout          procnet.CacheLayout
	whole           bool // leave names whole
}

// set takes over a row of the file. Its inetRow is what the table's columns
// show.
func (r *cacheRow) set(c *procnet.CachedRoute) {
	r.cached = *c
	r.Route = procnet.Route{
		Iface: c.Iface, Destination: c.Destination, Gateway: c.Gateway, Flags: netflag.Route(c.Flags),
		RefCnt: c.RefCnt, Use: c.Use, Metric: c.Metric, MTU: c.MTU, Window: c.Window, IRTT: c.IRTT,
	}
}

// cacheShape is what differs by the layout of the file.
type cacheShape struct {
	layout  procnet.CacheLayout
	header  string             // the end of level 3's titles
	columns []column[cacheRow] // the end of level 3's rows, from the round trip time on
	whole   []column[cacheRow] // the same with whole names
	letters []flagLetter       // the first ones
	hidden  uint32             // the bits whose letters a reject route doesn't show
}

var cacheShapes = [...]cacheShape{
	{procnet.CacheLayout20, "  HH  Arp", cacheEnd20, cacheEnd20, cacheLetters20, unix.RTF_UP | unix.RTF_HOST | unix.RTF_GATEWAY},
	{procnet.CacheLayout22, "  TOS HHRef HHUptod     SpecDst", cacheEnd22, wholeEnd22, cacheLetters22, unix.RTF_GATEWAY},
}

// shapeOf returns the shape of a layout, nil if it isn't known.
func shapeOf(layout procnet.CacheLayout) *cacheShape {
	for i := range cacheShapes {
		if cacheShapes[i].layout == layout {
			return &cacheShapes[i]
		}
	}
	return nil
}

// cacheHeaders are the column titles by level of detail; those of level 3 go on
// by the layout of the file.
var cacheHeaders = [...]string{
	1: "Source          Destination     Gateway         Flags Metric Ref    Use Iface",
	2: "Source          Destination     Gateway         Flags   MSS Window  irtt Iface",
	3: "Source          Destination     Gateway         Flags Metric Ref    Use Iface    MSS   Window irtt",
}

// cacheAddresses are what rows start with. What follows is as in the table,
// but for the end of level 3, and reject routes aren't special. wholeAddresses
// leave names whole.
var (
	cacheAddresses = []column[cacheRow]{
		{put: putSource, width: nameWidth, cut: nameWidth, gap: " "},
		{put: putCachedDestination, width: nameWidth, cut: nameWidth, gap: " "},
		{put: putCachedGateway, width: nameWidth, cut: nameWidth, gap: " "},
		{put: putCachedFlags, width: 5, gap: " "},
	}
	wholeAddresses = []column[cacheRow]{
		{put: putSource, width: nameWidth, gap: " "},
		{put: putCachedDestination, width: nameWidth, gap: " "},
		{put: putCachedGateway, width: nameWidth, gap: " "},
		{put: putCachedFlags, width: 5, gap: " "},
	}
)

// The end of level 3, from the round trip time on.
var (
	cacheEnd20 = []column[cacheRow]{
		{put: putCachedIRTT, width: 5, gap: " "},
		{put: putHH, width: 3, gap: " "},
		{put: putARP},
	}
	cacheEnd22 = []column[cacheRow]{
		{put: putCachedIRTT, width: 5, gap: " "},
		{put: putTOS, width: 3, gap: " "},
		{put: putHHRef, width: 3, gap: "   "},
		{put: putHHUptod, width: 3, gap: " "},
		{put: putSpecDst, width: nameWidth, right: true, cut: nameWidth},
	}
	wholeEnd22 = []column[cacheRow]{
		{put: putCachedIRTT, width: 5, gap: " "},
		{put: putTOS, width: 3, gap: " "},
		{put: putHHRef, width: 3, gap: "   "},
		{put: putHHUptod, width: 3, gap: " "},
		{put: putSpecDst, width: nameWidth, right: true},
	}
)

func putSource(b []byte, r *cacheRow) []byte            { return appendName(b, r.source, r.cached.Source) }
func putCachedDestination(b []byte, r *cacheRow) []byte { return putDestination(b, &r.inetRow) }
func putCachedGateway(b []byte, r *cacheRow) []byte     { return putGateway(b, &r.inetRow) }
func putCachedIRTT(b []byte, r *cacheRow) []byte        { return putIRTT(b, &r.inetRow) }
func putTOS(b []byte, r *cacheRow) []byte               { return appendInt(b, r.cached.TOS) }
func putHHRef(b []byte, r *cacheRow) []byte             { return appendInt(b, r.cached.HHRef) }
func putHHUptod(b []byte, r *cacheRow) []byte           { return appendInt(b, r.cached.HHUptod) }
func putHH(b []byte, r *cacheRow) []byte                { return appendInt(b, r.cached.HH) }
func putARP(b []byte, r *cacheRow) []byte               { return appendInt(b, r.cached.ARP) }
func putSpecDst(b []byte, r *cacheRow) []byte           { return appendName(b, r.specDst, r.cached.SpecDst) }

func putCachedFlags(b []byte, r *cacheRow) []byte {
	shape := shapeOf(r.layout)
	b = appendFlags(b, shape.letters, rejected(r.Flags, netflag.Route(shape.hidden)))
	return appendFlags(b, cacheLetters, r.Flags)
}

// appendCached appends a row at a level, nothing at level 0.
func appendCached(b []byte, level int, r *cacheRow) []byte {
	if level == 0 {
		return b
	}
	addresses, end := cacheAddresses, shapeOf(r.layout).columns
	if r.whole {
		addresses, end = wholeAddresses, shapeOf(r.layout).whole
	}
	b = appendColumns(b, addresses, r)
	if level < 3 {
		return append(appendColumns(b, inetDetails[level], &r.inetRow), '\n')
	}
	details := inetDetails[3]
	b = appendColumns(b, details[:len(details)-1], &r.inetRow)
	return append(appendColumns(b, end, r), '\n')
}
