package ifconfig

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The orders are those of net-tools 2.10.
func TestCompareNames(t *testing.T) {
	for _, order := range []string{
		"0a 10x 9x A1 ETH0 a a1 a9 a10 aa b1 br-5 br-12 br-1a eth eth0 eth0:3 eth001 eth01 eth1 eth1:0 eth1:1 eth1:2 eth1:10 eth2 eth9 eth9:5 eth10 eth10:1 eth100 eth0.9 eth0.10 eth1.5 eth1:a eth1:b1 lo ppp0 ppp2 ppp10 veth12ab veth2cd wlan0 x10y1 x1y2 x1y10",
		"9 10 1a e e0 e001 e01 e1 e10b e1b e9b",
		"b1c2 b1c10 br2 br10 br-lan",
		"v0 v0:007 v0:99999 v0: v0:1:2 v0:-1",
	} {
		want := strings.Fields(order)
		got := slices.Clone(want)
		rand.New(rand.NewPCG(1, 2)).Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		slices.SortFunc(got, CompareNames)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
}

// FuzzCompareNames checks that it is a total order: a listing is sorted with
// it once, whatever the names.
func FuzzCompareNames(f *testing.F) {
	f.Add("eth0", "eth0:1", "eth10")
	f.Add("v0:", "v0:-1", "v0:99999999999")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		ab, ba := CompareNames(a, b), CompareNames(b, a)
		if ab != -ba || (ab == 0) != (a == b) {
			t.Errorf("%q %q: %d %d", a, b, ab, ba)
		}
		if ab <= 0 && CompareNames(b, c) <= 0 && CompareNames(a, c) > 0 {
			t.Errorf("%q <= %q <= %q, but not the first and the last", a, b, c)
		}
	})
}
