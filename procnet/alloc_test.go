package procnet

import (
	"strings"
	"testing"
)

// allocs checks that a row costs no allocation. A few names in many are new,
// and share a block.
func (k kernel[Row]) allocs(t *testing.T) {
	const few, many = 1_000, 11_000
	count := func(rows int) float64 {
		text, _ := k.file(1, rows)
		r := strings.NewReader(text)
		return testing.AllocsPerRun(3, func() {
			r.Reset(text)
			for _, err := range k.read(r) {
				if err != nil {
					t.Fatal(err)
				}
			}
		})
	}
	if perRow := (count(many) - count(few)) / (many - few); perRow > 0.02 {
		t.Errorf("%v allocations a row", perRow)
	}
}

func TestAllocs(t *testing.T) {
	t.Run("dev", devFile().allocs)
	t.Run("if_inet6", inet6File().allocs)
	t.Run("route", routeFile().allocs)
	t.Run("ipv6_route", route6File().allocs)
	t.Run("rt_cache of 2.2", cacheFile22().allocs)
	t.Run("rt_cache of 2.0", cacheFile20().allocs)
	t.Run("ndisc", ndiscFile().allocs)
	t.Run("arp", arpFile().allocs)
	t.Run("ipx_route", ipxFile().allocs)
	t.Run("nr_nodes", nrNodesFile().allocs)
	t.Run("nr_neigh", nrNeighFile().allocs)
	t.Run("ax25_route", ax25File().allocs)
	t.Run("x25_route", x25File().allocs)
	t.Run("atalk_route", atalkFile().allocs)
}

// Of names that repeat, as those of interfaces do in a routing table, a longer
// file costs nothing more at all.
func TestAllocsRepeatedNames(t *testing.T) {
	const row = " 0000000A 0200000A 3 1 2 3 000000FF 4 5 6\n"
	count := func(rows int) float64 {
		text := routeTitles + strings.Repeat("eth0"+row+"eth1"+row+"lo"+row, rows)
		r := strings.NewReader(text)
		return testing.AllocsPerRun(3, func() {
			r.Reset(text)
			for range Routes(r) {
			}
		})
	}
	if few, many := count(10), count(10_000); few != many {
		t.Errorf("%v allocations for 30 rows, %v for 30000", few, many)
	}
}
