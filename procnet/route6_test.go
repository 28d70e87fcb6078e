package procnet

import (
	"math"
	"net/netip"
	"testing"
)

func TestRoutes6(t *testing.T) {
	const (
		at1   = "/proc/net/ipv6_route:1: "
		zeros = "00000000000000000000000000000000"
		dst   = "20010db8000a00000000000000000000"
		hop   = "fe800000000000000000000000000002"
		good  = dst + " 30 " + zeros + " 00 " + hop + " 00000400 00000002 00000003 00000003       v0"
	)
	none := netip.IPv6Unspecified()
	want := Route6{ip("2001:db8:a::"), 48, none, 0, ip("fe80::2"), 1024, 2, 3, 3, "v0"}
	null := Route6{none, 0, none, 0, none, math.MaxUint32, 1, 0, 0x00200200, "lo"}
	source := want
	source.Source, source.SourceLen = ip("2001:db8:a::"), 64
	onlyDst := Route6{Destination: want.Destination, Source: none, NextHop: none}
	nothing := Route6{Destination: none, Source: none, NextHop: none}
	withoutIface := want
	withoutIface.Iface = ""
	tests := []struct {
		line string
		want outcome[Route6]
	}{
		{good, outcome[Route6]{want, ""}},
		{good + "\r", outcome[Route6]{want, ""}},
		{good + " more", outcome[Route6]{want, ""}},
		{zeros + " 00 " + zeros + " 00 " + zeros + " ffffffff 00000001 00000000 00200200       lo", outcome[Route6]{null, ""}},
		{dst + " 30 " + dst + " 40 " + hop + " 400 2 3 3 v0", outcome[Route6]{source, ""}},
		{good[:len(good)-2], outcome[Route6]{withoutIface, at1 + "device: missing (skipped)"}},
		{dst, outcome[Route6]{onlyDst, at1 + "prefix length: missing (skipped)"}},
		{dst + " xx " + good[36:], outcome[Route6]{onlyDst, at1 + "prefix length: not a number (skipped)"}},
		{dst[1:] + " 30", outcome[Route6]{nothing, at1 + "destination: not an address (skipped)"}},
		{dst + "0 30", outcome[Route6]{nothing, at1 + "destination: not an address (skipped)"}},
		{"", outcome[Route6]{nothing, at1 + "destination: missing (skipped)"}},
	}
	for _, tt := range tests {
		expect(t, Routes6, tt.line+"\n", []outcome[Route6]{tt.want})
	}
	expect(t, Routes6, "", nil)
	expect(t, Routes6, good+"\n\n"+good, []outcome[Route6]{
		{want, ""}, {nothing, "/proc/net/ipv6_route:2: destination: missing (skipped)"}, {want, ""},
	})
}
