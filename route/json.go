package route

import (
	"golang.org/x/sys/unix"

	"classicnet/internal/jsonw"
	"classicnet/procnet"
)

// jsonTables are the tables of a listing as one JSON array, an object a row. The
// fields are those that jc(1) reads from `route -ee -n` and `route -A inet6 -n`,
// in its words and order, and then what it doesn't read; docs/json.md has them.
type jsonTables struct {
	jsonw.Writer
	keys *jsonKeys
}

// jsonKeys are the fields that jc calls differently for route and for netstat.
type jsonKeys struct {
	flags, pretty, ref string
	kind               string // "" for no such field
}

var (
	routeKeys   = jsonKeys{flags: "flags", pretty: "flags_pretty", ref: "ref"}
	netstatKeys = jsonKeys{flags: "route_flags", pretty: "route_flags_pretty", ref: "route_refs", kind: "route"}
)

// begin returns what the array starts with.
func (j *jsonTables) begin() []byte {
	j.List()
	return j.Buf
}

// end returns what the array ends with.
func (j *jsonTables) end() []byte {
	j.Buf = j.Buf[:0]
	j.EndList()
	return j.Buf
}

// open starts the object of a row in b.
func (j *jsonTables) open(b []byte) {
	j.Buf = b
	j.Row()
	j.Object()
}

// common writes what all rows have. letters are the flags as they are shown.
func (j *jsonTables) common(letters []byte, family string, flags uint32, cached bool) {
	if j.keys.kind != "" {
		j.Key("kind").String(j.keys.kind)
	}
	j.pretty(letters)
	j.Key("family").String(family)
	j.Key("cache").Bool(cached)
	j.Key("flags_value").Uint(uint64(flags))
}

// close ends the object and returns it.
func (j *jsonTables) close() []byte {
	j.EndObject()
	return j.Buf
}

// appendInet appends the object of a row of the IPv4 table.
func (j *jsonTables) appendInet(b []byte, r *inetRow) []byte {
	j.open(b)
	j.quad("destination", r.Destination)
	if r.Flags&unix.RTF_REJECT != 0 {
		j.Key("gateway").String(noValue)
	} else {
		j.quad("gateway", r.Gateway)
	}
	j.quad("genmask", r.Mask)
	letters := jsonText(j, j.keys.flags, putFlags, r)
	if r.Flags&unix.RTF_REJECT != 0 {
		j.reject(r)
	} else {
		j.details(r)
	}
	j.common(letters, "inet", uint32(r.Flags), false)
	return j.close()
}

// noValue is what the table shows where a reject route has no value. Numbers
// are null instead.
const noValue = "-"

// reject writes what details does of a reject route.
func (j *jsonTables) reject(r *inetRow) {
	j.unsigned("metric", uint32(r.Metric))
	j.Key(j.keys.ref).Null()
	j.unsigned("use", uint32(r.Use))
	j.Key("iface").String(noValue)
	for _, key := range [...]string{"mss", "window", "irtt"} {
		j.Key(key).Null()
	}
}

func (j *jsonTables) details(r *inetRow) {
	j.unsigned("metric", uint32(r.Metric))
	j.number(j.keys.ref, r.RefCnt)
	j.unsigned("use", uint32(r.Use))
	j.Key("iface").String(r.Iface)
	j.unsigned("mss", uint32(r.MTU))
	j.unsigned("window", uint32(r.Window))
	j.unsigned("irtt", uint32(r.IRTT))
}

// appendCached appends the object of a row of the IPv4 cache.
func (j *jsonTables) appendCached(b []byte, r *cacheRow) []byte {
	j.open(b)
	j.quad("source", r.cached.Source)
	j.quad("destination", r.Destination)
	j.quad("gateway", r.Gateway)
	letters := jsonText(j, j.keys.flags, putCachedFlags, r)
	j.details(&r.inetRow)
	if r.layout == procnet.CacheLayout20 {
		j.number("hh", r.cached.HH)
		j.number("arp", r.cached.ARP)
	} else {
		j.number("tos", r.cached.TOS)
		j.number("hhref", r.cached.HHRef)
		j.number("hhuptod", r.cached.HHUptod)
		j.quad("specdst", r.cached.SpecDst)
	}
	j.common(letters, "inet", uint32(r.Flags), true)
	return j.close()
}

// appendInet6 appends the object of an entry of the IPv6 table or cache.
func (j *jsonTables) appendInet6(b []byte, r *inet6Row) []byte {
	j.open(b)
	jsonText(j, "destination", putDestination6, r)
	jsonText(j, "next_hop", putNextHop, r)
	letters := jsonText(j, j.keys.flags, putFlags6, r)
	j.unsigned("metric", r.Metric)
	j.unsigned(j.keys.ref, r.RefCnt)
	j.unsigned("use", r.Use)
	j.Key("iface").String(r.Iface)
	j.common(letters, "inet6", uint32(r.Flags), r.Flags&unix.RTF_CACHE != 0)
	jsonText(j, "source", putSource6, r)
	return j.close()
}
