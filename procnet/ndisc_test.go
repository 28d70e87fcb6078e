package procnet

import (
	"net/netip"
	"testing"
)

func TestNeighbours(t *testing.T) {
	const (
		at1  = "/proc/net/ndisc:1: "
		addr = "fe800000000000000000000000000001"
		good = addr + " 1f 80 01 02 00000064 000000c8 00000bb8 1770 0001 0080       v0 020000000001"
	)
	want := Neighbour{
		Addr: ip("fe80::1"), Bucket: 31, PrefixLen: 128, Type: 1, State: 2,
		Used: 100, Confirmed: 200, ReachableTime: 3000, GCStaleTime: 6000,
		RefCnt: 1, Flags: 0x80, Iface: "v0", HWAddr: [6]byte{2, 0, 0, 0, 0, 1},
	}
	long := want
	long.Used, long.Confirmed = 1<<32+100, 0xffffffffffffffff
	withoutHW := want
	withoutHW.HWAddr = [6]byte{}
	tests := []struct {
		line string
		want outcome[Neighbour]
	}{
		{good, outcome[Neighbour]{want, ""}},
		{good + " more\r", outcome[Neighbour]{want, ""}},
		{addr + " 1f 80 01 02 100000064 ffffffffffffffff bb8 1770 1 80 v0 020000000001", outcome[Neighbour]{long, ""}},
		{good[:len(good)-12] + "000000000000", outcome[Neighbour]{withoutHW, ""}},
		{good[:len(good)-12] + "0200000001", outcome[Neighbour]{withoutHW, at1 + "hardware address: not an address (skipped)"}},
		{good[:len(good)-12], outcome[Neighbour]{withoutHW, at1 + "hardware address: missing (skipped)"}},
		{addr + " 1f 80 01 REACHABLE", outcome[Neighbour]{
			Neighbour{Addr: ip("fe80::1"), Bucket: 31, PrefixLen: 128, Type: 1}, at1 + "state: not a number (skipped)",
		}},
		{"", outcome[Neighbour]{Neighbour{Addr: netip.IPv6Unspecified()}, at1 + "address: missing (skipped)"}},
	}
	for _, tt := range tests {
		expect(t, Neighbours, tt.line+"\n", []outcome[Neighbour]{tt.want})
	}
	expect(t, Neighbours, "", nil)
}
