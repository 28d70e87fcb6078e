package procnet

import (
	"errors"
	"io"
	"iter"
	"math"
	"net/netip"
	"os"
	"path"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/netflag"
)

// The files in testdata/procnet were made by Linux 6.18 on amd64, in a network
// namespace with a veth pair, a bridge of 15 letters, high interface
// indexes and routes of all kinds.

// captured compares a file's rows, none of which is malformed.
func captured[Row any](t *testing.T, name string, read func(io.Reader) iter.Seq2[Row, error], want []Row) {
	t.Helper()
	f, err := os.Open("../testdata/procnet/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var got []Row
	for row, err := range read(f) {
		if err != nil {
			t.Error(err)
		}
		got = append(got, row)
	}
	if diff := cmp.Diff(want, got, addrs); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

const longName = "abcdefghijklmno"

func TestCapturedDev(t *testing.T) {
	captured(t, "dev", Interfaces, []Interface{
		{"lo", Stats{}},
		{"v0", Stats{RxBytes: 180, RxPackets: 2, TxBytes: 360, TxPackets: 4}},
		{"v1", Stats{RxBytes: 360, RxPackets: 4, TxBytes: 180, TxPackets: 2}},
		{longName, Stats{TxDropped: 2}},
	})
}

func TestCapturedInet6(t *testing.T) {
	captured(t, "if_inet6", Inet6Addrs, []Inet6Addr{
		{ip("::1"), 1, 128, 0x10, 0x80, "lo"},
		{ip("fec0::1"), 4096, 10, 0x40, 0x82, longName},
		{ip("::10.1.2.3"), 301, 96, 0x80, 0x82, "v1"},
		{ip("2001:db8::1"), 300, 64, 0, 0x82, "v0"},
		{ip("fe80::1"), 300, 64, 0x20, 0x82, "v0"},
	})
}

func TestCapturedRoute(t *testing.T) {
	needLittleEndian(t)
	route := func(iface, destination, mask, gateway string, flags uint32) Route {
		return Route{Iface: iface, Destination: ip(destination), Gateway: ip(gateway), Mask: ip(mask), Flags: netflag.Route(flags)}
	}
	metric := route("v0", "172.16.0.1", "255.255.255.255", "10.0.0.2", 7)
	metric.Metric = -1
	options := route("v0", "172.17.0.0", "255.255.0.0", "0.0.0.0", 1)
	options.MTU, options.Window, options.IRTT = 1440, 5000, 200
	reject := route("*", "172.18.0.0", "255.255.0.0", "0.0.0.0", 0x201)
	reject.Metric = 12
	captured(t, "route", Routes, []Route{
		route("v0", "0.0.0.0", "0.0.0.0", "10.0.0.254", 3),
		route("v0", "10.0.0.0", "255.0.0.0", "0.0.0.0", 1),
		metric, options, reject,
		route("*", "172.19.0.0", "255.255.0.0", "0.0.0.0", 1),
		route("v0", "172.20.0.0", "255.255.0.0", "10.0.0.3", 3),
		route(longName, "172.21.0.0", "255.255.0.0", "0.0.0.0", 1),
		route("v0", "192.168.0.0", "255.255.255.0", "0.0.0.0", 1),
	})
}

func TestCapturedRoute6(t *testing.T) {
	route := func(destination, nextHop string, metric, refs, flags uint32, iface string) Route6 {
		p := netip.MustParsePrefix(destination)
		return Route6{p.Addr(), uint32(p.Bits()), ip("::"), 0, ip(nextHop), metric, refs, 0, netflag.Route(flags), iface}
	}
	source := route("2001:db8:a::/48", "fe80::2", 1024, 4, 3, "v0")
	source.Source, source.SourceLen = ip("2001:db8::"), 64
	const local, reject = 0x80200001, 0x00200200
	captured(t, "ipv6_route", Routes6, []Route6{
		route("::/96", "::", 256, 1, 1, "v1"),
		route("2001:db8::/64", "::", 256, 3, 1, "v0"),
		source,
		route("2001:db8:b::/48", "::", 1024, 1, reject, "lo"),
		route("2001:db8:c::1/128", "::", math.MaxUint32, 1, 1, longName),
		route("fe80::/64", "::", 256, 2, 1, "v0"),
		route("fec0::/10", "::", 256, 1, 1, longName),
		route("::/0", "fe80::2", 1024, 1, 3, "v0"),
		route("::1/128", "::", 0, 4, local, "lo"),
		route("::10.1.2.3/128", "::", 0, 2, local, "v1"),
		route("2001:db8::1/128", "::", 0, 2, local, "v0"),
		route("fe80::1/128", "::", 0, 3, local, "v0"),
		route("fec0::1/128", "::", 0, 2, local, longName),
		route("ff00::/8", "::", 256, 3, 1, "v1"),
		route("ff00::/8", "::", 256, 2, 1, "v0"),
		route("ff00::/8", "::", 256, 1, 1, longName),
		route("::/0", "::", math.MaxUint32, 2, reject, "lo"),
	})
}

func TestCapturedARP(t *testing.T) {
	captured(t, "arp", ARP, []ARPEntry{
		{ip("10.0.0.2"), 1, 6, "02:00:00:00:00:02", "*", "v0"},
		{ip("10.0.0.3"), 1, 2, "02:00:00:00:00:33", "*", "v0"},
		{ip("10.0.0.9"), 1, 12, "00:00:00:00:00:00", "*", "v0"},
	})
}

// Kernels from 3.6 on have no cache; of its file there is the title line.
func TestCapturedRouteCache(t *testing.T) { captured(t, "rt_cache", cached, nil) }

// The kernel that runs the tests writes no line that is malformed to us.
func TestLive(t *testing.T) {
	t.Run("dev", live(Interfaces))
	t.Run("if_inet6", live(Inet6Addrs))
	t.Run("route", live(Routes))
	t.Run("ipv6_route", live(Routes6))
	t.Run("rt_cache", live(cached))
	t.Run("arp", live(ARP))
}

func live[Row any](read func(io.Reader) iter.Seq2[Row, error]) func(*testing.T) {
	return func(t *testing.T) {
		f, err := os.Open("/proc/net/" + path.Base(t.Name()))
		if err != nil {
			t.Skip(err)
		}
		defer f.Close()
		for row, err := range read(f) {
			if err != nil && !errors.Is(err, ErrEmpty) {
				t.Errorf("%+v: %v", row, err)
			}
		}
	}
}
