package procnet

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"
)

const (
	cacheTitles22 = "Iface\tDestination\tGateway \tFlags\t\tRefCnt\tUse\tMetric\tSource\t\tMTU\tWindow\tIRTT\tTOS\tHHRef\tHHUptod\tSpecDst                          \n"
	cacheTitles20 = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tSource\t\tMTU\tWindow\tIRTT\tHH\tARP\n"
)

type cachedRoute = outcome[CachedRoute]

// cachedTen is the route of "v0 0200000A 0300000A 80000000 1 2 3 0100000A 1500
// 4 300", with IPv4 zeros for the address that only one layout has.
func cachedTen() CachedRoute {
	return CachedRoute{
		Iface: "v0", Source: ip("10.0.0.1"), Destination: ip("10.0.0.2"), Gateway: ip("10.0.0.3"),
		Flags: 0x80000000, RefCnt: 1, Use: 2, Metric: 3, MTU: 1500, Window: 4, IRTT: 300,
	}
}

func TestRouteCache22(t *testing.T) {
	needLittleEndian(t)
	const row = "v0 0200000A 0300000A 80000000 1 2 3 0100000A 1500 4 300"
	whole := cachedTen()
	whole.TOS, whole.HHRef, whole.HHUptod, whole.SpecDst = 10, -1, 1, ip("10.0.0.1")
	twelve := cachedTen()
	twelve.TOS, twelve.SpecDst = 8, zero4
	eleven := cachedTen()
	eleven.SpecDst = zero4
	noSpecDst := whole
	noSpecDst.SpecDst = zero4
	empty := CachedRoute{Iface: "v0", Source: zero4, Destination: zero4, Gateway: zero4, SpecDst: zero4}
	good := cachedRoute{whole, ""}
	tests := []struct {
		line string
		want cachedRoute
	}{
		{row + " 10 -1 1 0100000A      ", good},
		{row + " 8", cachedRoute{twelve, "/proc/net/rt_cache:3: HHRef: missing"}},
		{row + " 8C 5 1 0100000A", cachedRoute{twelve, "/proc/net/rt_cache:3: HHRef: not a number"}},
		{row + " 10 -1 1", cachedRoute{noSpecDst, "/proc/net/rt_cache:3: SpecDst: missing"}},
		{row + " 10 -1 1 A", cachedRoute{noSpecDst, "/proc/net/rt_cache:3: SpecDst: not an address"}},
		{row, cachedRoute{eleven, "/proc/net/rt_cache:3: TOS: missing (skipped)"}},
		{"v0", cachedRoute{empty, "/proc/net/rt_cache:3: Destination: missing (skipped)"}},
	}
	for _, tt := range tests {
		expect(t, cached, cacheTitles22+row+" 10 -1 1 0100000A\n"+tt.line+"\n", []cachedRoute{good, tt.want})
	}
}

func TestRouteCache20(t *testing.T) {
	needLittleEndian(t)
	const row = "v0 0200000A 0300000A 80000000 1 2 3 0100000A 1500 4 300"
	whole, twelve, eleven := cachedTen(), cachedTen(), cachedTen()
	whole.HH, whole.ARP = -1, 1
	twelve.HH = 7
	expect(t, cached, cacheTitles20+row+" -1 1\n"+row+" 7\n"+row+"\n", []cachedRoute{
		{whole, ""},
		{twelve, "/proc/net/rt_cache:3: ARP: missing"},
		{eleven, "/proc/net/rt_cache:4: HH: missing (skipped)"},
	})
}

func TestRouteCacheLayout(t *testing.T) {
	const common = "Iface Destination Gateway Flags RefCnt Use Metric Source MTU Window IRTT "
	const row = "v0 0200000A 0300000A 80000000 1 2 3 0100000A 1500 4 300 1 1 1 0100000A\n"
	tests := []struct {
		titles string
		layout CacheLayout
		rows   int
		err    string
	}{
		{cacheTitles22, CacheLayout22, 1, ""},
		{cacheTitles20, CacheLayout20, 1, ""},
		{common + "TOS HHRef HHUptod SpecDst HH\n", CacheLayout22, 1, ""},
		{common + "TOS HH ARP\n", 99, 0, ""},
		{common + "TOS HHRef HHUptod SpecDst ARP\n", 127, 0, ""},
		{common + "HHRef\n", 37, 0, ""},
		{common + "\n", 1, 0, ""},
		{"XIRTTX TOS HHRefY\n", 39, 0, ""},
		{"\n", 0, 0, ""},
		{"", 0, 1, "/proc/net/rt_cache: no title line"},
		{"Iface Destination TOS HHRef HHUptod SpecDst IRTT\n", CacheLayout22, 1, "/proc/net/rt_cache does not contain required field Gateway"},
		{common + "TOS HHRef HHUptod SpecDst\r\n", CacheLayout22, 1, "/proc/net/rt_cache does not contain required field SpecDst"},
		{common + "HH ARP\x00\n", CacheLayout20, 1, ""},
	}
	for _, tt := range tests {
		text := tt.titles
		if text != "" {
			text += row
		}
		layout, seq := RouteCache(strings.NewReader(text))
		all := outcomes(seq)
		if layout != tt.layout || len(all) != tt.rows {
			t.Errorf("%q: layout %d with %d rows, want %d with %d", tt.titles, layout, len(all), tt.layout, tt.rows)
		}
		if len(all) == 1 && all[0].Err != tt.err {
			t.Errorf("%q: error %q, want %q", tt.titles, all[0].Err, tt.err)
		}
	}
}

func TestRouteCacheFailure(t *testing.T) {
	broken := errors.New("broken")
	layout, seq := RouteCache(iotest.ErrReader(broken))
	for _, err := range seq {
		if layout != 0 || err != broken {
			t.Errorf("layout %d, error %v", layout, err)
		}
	}
}
