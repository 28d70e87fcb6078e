package procnet

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What the kernel writes of a row reads as that row.
func (k kernel[Row]) roundTrip(t *testing.T) {
	for seed := range uint64(20) {
		text, want := k.file(seed, 200)
		var got []Row
		for row, err := range k.read(strings.NewReader(text)) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, row)
		}
		if diff := cmp.Diff(want, got, addrs); diff != "" {
			t.Fatalf("seed %d (-want +got):\n%s", seed, diff)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	t.Run("dev", devFile().roundTrip)
	t.Run("if_inet6", inet6File().roundTrip)
	t.Run("route", routeFile().roundTrip)
	t.Run("ipv6_route", route6File().roundTrip)
	t.Run("rt_cache of 2.2", cacheFile22().roundTrip)
	t.Run("ndisc", ndiscFile().roundTrip)
	t.Run("arp", arpFile().roundTrip)
	t.Run("ipx_route", ipxFile().roundTrip)
	t.Run("nr_nodes", nrNodesFile().roundTrip)
	t.Run("nr_neigh", nrNeighFile().roundTrip)
	t.Run("ax25_route", ax25File().roundTrip)
	t.Run("x25_route", x25File().roundTrip)
	t.Run("atalk_route", atalkFile().roundTrip)
}

// The layout of 2.0 has no SpecDst, so the zero Addr is kept.
func TestRoundTripCache20(t *testing.T) { cacheFile20().roundTrip(t) }

// Whoever stops early gets no more rows.
func (k kernel[Row]) stops(t *testing.T) {
	text, _ := k.file(1, 10)
	rows := 0
	for range k.read(strings.NewReader(text)) {
		if rows++; rows == 3 {
			break
		}
	}
	if rows != 3 {
		t.Errorf("%d rows after a break at the third", rows)
	}
}

func TestStops(t *testing.T) {
	t.Run("dev", devFile().stops)
	t.Run("route", routeFile().stops)
	t.Run("ipv6_route", route6File().stops)
	t.Run("rt_cache", cacheFile22().stops)
}
