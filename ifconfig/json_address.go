package ifconfig

import (
	"cmp"
	"net/netip"

	"classicnet/internal/netaddr"
	"classicnet/procnet"
)

// lastAddresses are the fields from the time before the arrays: the IPv4
// address that listings show, and the last IPv6 address.
func (j *jsonObject) lastAddresses() {
	j.inet("ipv4_addr", j.Addr)
	j.inet("ipv4_mask", j.Netmask)
	j.broadcast("ipv4_bcast", j.Broadcast)
	if n := len(j.Inet6); n > 0 {
		j.inet6Fields("ipv6_addr", "ipv6_mask", "ipv6_scope", "ipv6_type", &j.Inet6[n-1])
	} else {
		j.nulls("ipv6_addr", "ipv6_mask", "ipv6_scope", "ipv6_type")
	}
	j.number("metric", uint64(j.Metric), j.Metric > 0)
}

// broadcast writes a broadcast address; 0.0.0.0 is what the kernel tells where
// there is none.
func (j *jsonObject) broadcast(key string, a netip.Addr) {
	if a.IsValid() && a.IsUnspecified() {
		a = netip.Addr{}
	}
	j.inet(key, a)
}

func (j *jsonObject) inet4() {
	j.Key("ipv4").Array()
	if j.Addr.IsValid() {
		j.inet4Object(InetAddr{j.Addr, j.Peer, j.Broadcast, j.Netmask, cmp.Or(j.Label, j.Name)})
	}
	for _, a := range j.More {
		j.inet4Object(a)
	}
	j.EndArray()
}

func (j *jsonObject) inet4Object(a InetAddr) {
	j.Object()
	j.inet("address", a.Addr)
	j.inet("mask", a.Netmask)
	j.broadcast("broadcast", a.Broadcast)
	j.inet("destination", a.Peer)
	j.text("label", a.Label)
	j.EndObject()
}

func (j *jsonObject) inet6() {
	if j.Inet6Unknown {
		j.nulls("ipv6")
		return
	}
	j.Key("ipv6").Array()
	for i := range j.Inet6 {
		a := &j.Inet6[i]
		j.Object()
		j.inet6Fields("address", "mask", "scope", "type", a)
		j.nulls("scope_id")
		j.Key("flags").Uint(uint64(a.Flags))
		j.EndObject()
	}
	j.EndArray()
}

// inet6Fields writes an address, its prefix length, its scope in hex and that
// scope's name.
func (j *jsonObject) inet6Fields(address, mask, scope, name string, a *procnet.Inet6Addr) {
	j.Key(address).OpenString()
	j.Buf = netaddr.AppendPlain6(j.Buf, a.Addr)
	j.CloseString()
	j.Key(mask).Uint(uint64(a.PrefixLen))
	j.hex(scope, uint64(a.Scope))
	j.bytes(name, appendScopeWords(j.scratch[:0], a.Scope))
}
