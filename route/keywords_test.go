package route

import (
	"net/netip"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/frame"
	"classicnet/internal/resolve"
	"classicnet/ioctl"
)

// The words of each family. A word that a family lacks is a device there, so
// one that slips in takes an interface of that name away.
func TestKeywordsOfFamilies(t *testing.T) {
	of := func(has func(*keyword) bool) string {
		var names []string
		for i := range keywords {
			if has(&keywords[i]) {
				names = append(names, keywords[i].name)
			}
		}
		slices.Sort(names)
		return strings.Join(names, " ")
	}
	tests := []struct{ family, got, want string }{
		{"inet", of(func(k *keyword) bool { return k.inet != nil }),
			"dev device dyn gateway gw irtt metric mod mss mtu netmask reinstate reject window"},
		{"inet6", of(func(k *keyword) bool { return k.inet6 != nil }), "dev device dyn gateway gw metric mod"},
		{"x25", of(func(k *keyword) bool { return k.x25 != nil }), "dev device"},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, test.got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.family, diff)
		}
	}
}

// A keyword has one row, and a function in some family.
func TestKeywordsAreDistinct(t *testing.T) {
	seen := map[string]bool{}
	for i := range keywords {
		k := &keywords[i]
		if seen[k.name] || k.inet == nil && k.inet6 == nil && k.x25 == nil {
			t.Errorf("%s: seen %v", k.name, seen[k.name])
		}
		seen[k.name] = true
	}
}

// noFiles is a resolver that knows no names.
func noFiles() *resolve.Resolver { return resolve.New(newWorld().open, nil) }

// Words make a value, which needs no kernel to look at.
func TestReadInet(t *testing.T) {
	words := strings.Fields("#net 10.3.0.0/16 gw 10.9.0.2 metric 4 mss 1400 window 5000 irtt 33 mod dyn reinstate dev eth0")
	got, err := readInet(noFiles(), verbAdd, words)
	if err != nil {
		t.Fatal(err)
	}
	want := ioctl.Route{
		Dst: netip.MustParseAddr("10.3.0.0"), Gateway: netip.MustParseAddr("10.9.0.2"),
		Genmask: netip.MustParseAddr("255.255.0.0"),
		Flags: ioctl.RouteUp | ioctl.RouteGateway | ioctl.RouteReinstate | ioctl.RouteDynamic | ioctl.RouteModified |
			ioctl.RouteMSS | ioctl.RouteWindow | ioctl.RouteIRTT,
		Metric: 5, Device: "eth0", MTU: 1400, Window: 5000, IRTT: 33,
	}
	if diff := cmp.Diff(want, got.route, cmp.Comparer(func(a, b netip.Addr) bool { return a == b })); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// word reads one word after the other and stops at the first that is wrong:
// what stands before it has been read, what stands behind hasn't.
func TestReadWordsStops(t *testing.T) {
	r := &inetRequest{resolver: noFiles()}
	err := readWords(r, strings.Fields("metric 4 mss 1 window 5000"))
	if diff := cmp.Diff(frame.Misused("route: Invalid MSS/MTU."), err); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if r.route.Metric != 5 || r.route.Window != 0 {
		t.Errorf("got %+v", r.route)
	}
}

// A prefix is read as atol reads it, but must hold a number in range.
func TestPrefix6(t *testing.T) {
	for text, want := range map[string]int64{"0": 0, "64": 64, "128": 128, " 64": 64, "+64": 64, "064": 64, "32x": 32, "-0": 0, "64/5": 64} {
		if got, ok := prefix6(text); !ok || got != want {
			t.Errorf("%q: %d, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", " ", "x", "-", "+", "+-1", "- 1", "-1", "129", "65600", "4294967296", "18446744073709551616", "/64"} {
		if got, ok := prefix6(text); ok {
			t.Errorf("%q: %d", text, got)
		}
	}
}
