package procnet

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

const routeTitles = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT                                                       \n"

type routed = outcome[Route]

// ten is the route of "v0 0000000A 0200000A 3 1 2 3 000000FF 4 5 IRTT".
func ten(irtt int32) Route {
	return Route{"v0", ip("10.0.0.0"), ip("10.0.0.2"), ip("255.0.0.0"), 3, 1, 2, 3, 4, 5, irtt}
}

// partly is a route of which only the interface and the destination are known.
func partly(iface, destination string) Route {
	return Route{Iface: iface, Destination: ip(destination), Gateway: zero4, Mask: zero4}
}

func TestRoutesLines(t *testing.T) {
	needLittleEndian(t)
	const at2 = "/proc/net/route:2: "
	noGateway := ten(6)
	noGateway.Gateway = zero4
	signed := Route{"+0", ip("10.0.0.0"), zero4, ip("255.255.255.0"), 1, 1, -2, -1, -1, 5, 6}
	joined := Route{"v0", ip("10.0.0.0"), ip("10.0.0.2"), ip("255.0.0.0"), 3, 1, -2, 3, 4, 5, 6}
	sixteen := ten(6)
	sixteen.Iface = "abcdefghijklmnop"
	down := ten(6)
	down.Flags = 2
	all := ten(6)
	all.Flags = 0xffffffff
	tests := []struct {
		line string
		want routed
	}{
		{"v0\t0000000A\t0200000A\t0003\t1\t2\t3\t000000FF\t4\t5\t6      ", routed{ten(6), ""}},
		{"  v0 0000000a 0200000a 3 1 2 3 000000ff 4 5 6 more 7\r", routed{ten(6), ""}},
		{"v0 0000000A 0200000A 2 1 2 3 000000FF 4 5 6", routed{down, ""}},
		{"v0 0000000A 0200000A FFFFFFFF 1 2 3 000000FF 4 5 6", routed{all, ""}},
		{"+0 0000000Aff 00000000 0x1 +1 -2 4294967295 00FFFFFF 99999999999999999999 5 6", routed{signed, at2 + "MTU: number too large"}},
		{"+0 0000000Aff 00000000 0x1 +1 -2 8589934591 00FFFFFF 4294967295 5 6", routed{signed, at2 + "Metric: number too large"}},
		{"v0 0000000A 0200000A 3 1-2 3 000000FF 4 5 6", routed{joined, ""}},
		{"abcdefghijklmnop0000000A 0200000A 3 1 2 3 000000FF 4 5 6", routed{sixteen, ""}},

		{"v0 0000000A 20A 3 1 2 3 000000FF 4 5 6", routed{noGateway, at2 + "Gateway: not an address"}},
		{"v0 0000000A 0000000G 3 1 2 3 000000FF 4 5 6", routed{noGateway, at2 + "Gateway: not an address"}},
		{"v0 0000000A 0200000A 3 1 2 3 000000FF 4 5", routed{ten(0), at2 + "IRTT: missing"}},
		{"v0 0000000A 0200000A 3 1 2 3 000000FF 4 5 x", routed{ten(0), at2 + "IRTT: not a number"}},

		{"", routed{Route{Destination: zero4, Gateway: zero4, Mask: zero4}, at2 + "Iface: missing (skipped)"}},
		{"v0", routed{partly("v0", "0.0.0.0"), at2 + "Destination: missing (skipped)"}},
		{"v0 0000000A", routed{partly("v0", "10.0.0.0"), at2 + "Gateway: missing (skipped)"}},
		{"v0 x", routed{partly("v0", "0.0.0.0"), at2 + "Destination: not an address (skipped)"}},
		{"v0 0000000A 00000000 1g 1 2 3 00FFFFFF 4 5 6", routed{
			Route{"v0", ip("10.0.0.0"), zero4, zero4, 1, 0, 0, 0, 0, 0, 0}, at2 + "RefCnt: not a number (skipped)",
		}},
		{"v0 0000000A 0200000A 3 1 2 3 000000FF 4", routed{
			Route{"v0", ip("10.0.0.0"), ip("10.0.0.2"), ip("255.0.0.0"), 3, 1, 2, 3, 4, 0, 0}, at2 + "Window: missing (skipped)",
		}},
		{"v0 0000000A 0200000A 3 1 2 3 000\x000FF 4 5 6", routed{
			Route{"v0", ip("10.0.0.0"), ip("10.0.0.2"), zero4, 3, 1, 2, 3, 0, 0, 0}, at2 + "Mask: not an address (skipped)",
		}},
		// Longer names than there are spill over, and shift the rest.
		{"abcdefghijklmnopqrst 0000000A 0200000A 3 1 2 3 000000FF 4 5 6", routed{
			Route{"abcdefghijklmnop", zero4, ip("10.0.0.0"), zero4, 0x200000a, 3, 1, 2, 0, 0, 0}, at2 + "Destination: not an address (skipped)",
		}},
	}
	for _, tt := range tests {
		expect(t, Routes, routeTitles+tt.line+"\n", []routed{tt.want})
	}
}

// A row without IRTT has that of the last row that had one, shown or not.
func TestRoutesStaleIRTT(t *testing.T) {
	needLittleEndian(t)
	const row = "v0 0000000A 0200000A 3 1 2 3 000000FF 4 5"
	down := ten(77)
	down.Flags = 0
	expect(t, Routes, routeTitles+
		row+"\n"+row+" 6\n"+row+"\nv0\n"+row+"\n"+strings.Replace(row, " 3 ", " 0 ", 1)+" 77\n"+row+"\n", []routed{
		{ten(0), "/proc/net/route:2: IRTT: missing"},
		{ten(6), ""},
		{ten(6), "/proc/net/route:4: IRTT: missing"},
		{Route{Iface: "v0", Destination: zero4, Gateway: zero4, Mask: zero4, IRTT: 6}, "/proc/net/route:5: Destination: missing (skipped)"},
		{ten(6), "/proc/net/route:6: IRTT: missing"},
		{down, ""},
		{ten(77), "/proc/net/route:8: IRTT: missing"},
	})
}

func TestRoutesTitles(t *testing.T) {
	needLittleEndian(t)
	const plain = "v0 0000000A 0200000A 3 1 2 3 000000FF 4 5 6\n"
	const extra = "foo v0 0000000A bar 0200000A 3 1 2 3 000000FF 4 5 6 baz\n"
	missing := func(field string) []routed {
		return []routed{{Err: "/proc/net/route does not contain required field " + field}}
	}
	good := []routed{{ten(6), ""}}
	tests := []struct {
		titles, row string
		want        []routed
	}{
		{"Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT", plain, good},
		{"Iface|Destination||Gateway\t|Flags RefCnt Use Metric Mask MTU Window IRTT\x00", plain, good},
		{"Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT Mask Iface", plain, good},
		{"Foo|Iface Destination Bar Gateway Flags RefCnt Use Metric Mask MTU Window IRTT Baz", extra, good},
		{"Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT \r", plain, good},
		{"Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT\r", plain, missing("IRTT")},
		{"Iface Destination Gateway Flags RefCnt Use Metric Mask", plain, missing("MTU")},
		{"Destination Iface Gateway Flags RefCnt Use Metric Mask MTU Window IRTT", plain, missing("Destination")},
		{"Iface Destination Gateway Flags RefCnt Use Metric Mask MTU IRTT Window", plain, missing("IRTT")},
		{"iface Destination", plain, missing("Iface")},
		{"", plain, missing("Iface")},
		{strings.Repeat(" ", 1022) + "Iface", plain, missing("Iface")},
	}
	for _, tt := range tests {
		expect(t, Routes, tt.titles+"\n"+tt.row, tt.want)
	}
}

// A row that ends before an unknown column lacks what comes after it.
func TestRoutesMissingUnknownColumn(t *testing.T) {
	needLittleEndian(t)
	expect(t, Routes, "Iface Destination Bar Gateway Flags RefCnt Use Metric Mask MTU Window IRTT\nv0 0000000A\n", []routed{
		{partly("v0", "10.0.0.0"), "/proc/net/route:2: Gateway: missing (skipped)"},
	})
}

func TestRoutesFiles(t *testing.T) {
	needLittleEndian(t)
	const row = "v0 0000000A 0200000A 3 1 2 3 000000FF 4 5 6"
	expect(t, Routes, "", []routed{{Err: "/proc/net/route: no title line"}})
	expect(t, Routes, routeTitles, nil)
	expect(t, Routes, strings.TrimSpace(routeTitles), nil)
	expect(t, Routes, routeTitles+row, []routed{{ten(6), ""}})
	expect(t, Routes, routeTitles+row+strings.Repeat(" ", 1022)+row+"\n"+row+"\n", []routed{
		{ten(6), ""}, {ten(6), "/proc/net/route:2: line: line too long"}, {ten(6), ""},
	})
	for _, err := range Routes(strings.NewReader("")) {
		if !errors.Is(err, ErrEmpty) {
			t.Errorf("an empty file: %v", err)
		}
	}
}

// The reader's own error comes last and as it is, after the whole lines.
func TestRoutesFailure(t *testing.T) {
	broken := errors.New("broken")
	const row = "v0 0000000A 0200000A 3 1 2 3 000000FF 4 5 6\n"
	for text, want := range map[string]int{"": 0, "Iface": 0, routeTitles: 0, routeTitles + row: 1, routeTitles + row + row[:9]: 1} {
		var errs []error
		for _, err := range Routes(io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken))) {
			errs = append(errs, err)
		}
		all := append(make([]error, want), broken)
		if diff := cmp.Diff(all, errs, cmp.Comparer(func(a, b error) bool { return a == b })); diff != "" {
			t.Errorf("after %q (-want +got):\n%s", text, diff)
		}
	}
}

func TestMissingFieldError(t *testing.T) {
	for _, err := range Routes(strings.NewReader("Iface Destination\n")) {
		var missing *MissingFieldError
		if !errors.As(err, &missing) || *missing != (MissingFieldError{"/proc/net/route", "Gateway"}) {
			t.Errorf("error is %#v", err)
		}
	}
}
