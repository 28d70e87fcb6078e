package ifconfig

import (
	"fmt"
	"net/netip"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
	"classicnet/procnet"
)

// devFile is a /proc/net/dev of these interfaces, each with its place in the
// list as its packet count.
func devFile(names ...string) string {
	b := strings.Builder{}
	b.WriteString(etc()["/proc/net/dev"])
	for i, name := range names {
		fmt.Fprintf(&b, "%6s: 0 %d 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n", name, i+1)
	}
	return b.String()
}

// town is a machine with cards, aliases, and files that tell of them.
func town() (*ioctltest.Kernel, files) {
	k := newKernel("lo", "eth10", "eth1", "down0")
	for _, line := range []string{"lo 127.0.0.1", "eth10 10.0.10.1", "eth1 10.0.1.1", "eth1:0 10.0.1.2", "eth1:10 10.0.1.4", "eth1:2 10.0.1.3"} {
		start(k, etc(), words(line+" netmask 255.255.255.0")...)
	}
	k.Forget()
	f := etc()
	f["/proc/net/dev"] = devFile("lo", "eth10", "eth1", "down0")
	f["/proc/net/if_inet6"] = "fe800000000000000000000000000001 103 40 20 80 eth1\n00000000000000000000000000000001 01 80 10 80 lo\n"
	return k, f
}

func source(k *ioctltest.Kernel, f files) *Source {
	return &Source{Kernel: socket(k, unix.AF_INET), Open: f.open}
}

func names(list []Interface) (names []string) {
	for _, i := range list {
		names = append(names, i.Name)
	}
	return names
}

func TestList(t *testing.T) {
	k, f := town()
	l := source(k, f).List(false, LongFormat)
	want := []string{"eth1", "eth1:0", "eth1:2", "eth1:10", "eth10", "lo"}
	if diff := cmp.Diff(want, names(l.Interfaces)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	l = source(k, f).List(true, ShortFormat)
	if got := names(l.Interfaces); !slices.Contains(got, "down0") || len(got) != 7 {
		t.Errorf("all: %v", got)
	}
}

func TestListedState(t *testing.T) {
	k, f := town()
	a := netip.MustParseAddr
	l := source(k, f).List(false, LongFormat)
	want := Interface{
		Name: "eth1", Hw: k.Interface("eth1").HwAddr, MTU: 1500, TxQueueLen: 1000,
		Flags: ioctl.FlagUp | ioctl.FlagBroadcast | ioctl.FlagRunning | ioctl.FlagMulticast,
		Addr:  a("10.0.1.1"), Netmask: a("255.255.255.0"), Broadcast: a("10.0.1.255"),
		Inet6: []procnet.Inet6Addr{{Addr: a("fe80::1"), Index: 0x103, PrefixLen: 64, Scope: 0x20, Flags: 0x80, Name: "eth1"}},
		Stats: &procnet.Stats{RxPackets: 3},
	}
	addrs := cmpopts.EquateComparable(netip.Addr{})
	if diff := cmp.Diff(want, l.Interfaces[0], addrs); diff != "" {
		t.Errorf("device (-want +got)\n%s", diff)
	}
	want.Name, want.Stats, want.Inet6, want.Addr = "eth1:0", nil, nil, a("10.0.1.2")
	if diff := cmp.Diff(want, l.Interfaces[1], addrs); diff != "" {
		t.Errorf("alias (-want +got)\n%s", diff)
	}
}

// A device is asked once however many aliases it has, and an alias for no more
// than its block shows, and whether that is still so.
func TestRequestsOfAListing(t *testing.T) {
	k, f := town()
	k.Forget()
	source(k, f).List(false, LongFormat)
	count := map[string]int{}
	for _, call := range requests(k) {
		count[call]++
	}
	for call, n := range count {
		if n > 1 {
			t.Errorf("%d times %s", n, call)
		}
	}
	want := []string{"SIOCGIFNETMASK eth1:2", "SIOCGIFBRDADDR eth1:2", "SIOCGIFADDR eth1:2"}
	var got []string
	for _, call := range requests(k) {
		if strings.HasSuffix(call, " eth1:2") {
			got = append(got, call)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("alias (-want +got)\n%s", diff)
	}
}

func TestBriefListingAsksLittle(t *testing.T) {
	k, f := town()
	k.Forget()
	source(k, f).List(false, ShortFormat)
	for _, call := range requests(k) {
		switch request, _, _ := strings.Cut(call, " "); request {
		case "SIOCGIFCONF", "SIOCGIFFLAGS", "SIOCGIFMTU", "SIOCGIFMETRIC":
		default:
			t.Errorf("asked %s", call)
		}
	}
}

// Any request but that of the flags may be refused: its field is absent.
func TestRefusedGetters(t *testing.T) {
	for request, block := range map[string]string{
		"SIOCGIFHWADDR":  "v0        Link encap:UNSPEC  HWaddr 00-00-00-00-00-00-00-00-00-00-00-00-00-00-00-00  \n          inet addr:10.0.0.1  Bcast:10.0.0.255  Mask:255.255.255.0\n          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1\n\n",
		"SIOCGIFMTU":     "v0        Link encap:Ethernet  HWaddr 00:0d:61:0b:d9:a0  \n          inet addr:10.0.0.1  Bcast:10.0.0.255  Mask:255.255.255.0\n          UP BROADCAST RUNNING MULTICAST  MTU:0  Metric:1\n\n",
		"SIOCGIFNETMASK": "v0        Link encap:Ethernet  HWaddr 00:0d:61:0b:d9:a0  \n          inet addr:10.0.0.1  Bcast:10.0.0.255  Mask:[NONE SET]\n          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1\n\n",
		"SIOCGIFBRDADDR": "v0        Link encap:Ethernet  HWaddr 00:0d:61:0b:d9:a0  \n          inet addr:10.0.0.1  Bcast:[NONE SET]  Mask:255.255.255.0\n          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1\n\n",
		"SIOCGIFADDR":    "v0        Link encap:Ethernet  HWaddr 00:0d:61:0b:d9:a0  \n          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1\n\n",
		"SIOCGIFMAP":     "v0        Link encap:Ethernet  HWaddr 00:0d:61:0b:d9:a0  \n          inet addr:10.0.0.1  Bcast:10.0.0.255  Mask:255.255.255.0\n          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1\n\n",
		"SIOCGIFMETRIC":  "v0        Link encap:Ethernet  HWaddr 00:0d:61:0b:d9:a0  \n          inet addr:10.0.0.1  Bcast:10.0.0.255  Mask:255.255.255.0\n          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1\n\n",
		"SIOCGIFTXQLEN":  "v0        Link encap:Ethernet  HWaddr 00:0d:61:0b:d9:a0  \n          inet addr:10.0.0.1  Bcast:10.0.0.255  Mask:255.255.255.0\n          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1\n\n",
	} {
		for _, errno := range []unix.Errno{unix.ENOTTY, unix.EINVAL, unix.EOPNOTSUPP, unix.EPERM, unix.EADDRNOTAVAIL} {
			k := newKernel("v0")
			start(k, etc(), "v0", "10.0.0.1", "netmask", "255.255.255.0")
			k.Fail(request, errno)
			if got, want := start(k, etc(), "v0").String(), block+"0\n"; got != want {
				t.Errorf("%s refused with %v:\n%s", request, errno, got)
			}
		}
	}
}

// An interface that vanishes after any number of requests is missing from the
// listing, or stands there with what it said before; the others are whole.
func TestVanishing(t *testing.T) {
	k, f := town()
	whole := map[string]string{}
	for _, i := range source(k, f).List(true, LongFormat).Interfaces {
		whole[i.Name] = show("classic", i)
	}
	for _, device := range []string{"lo", "eth10", "eth1", "down0"} {
		for calls := range 40 {
			k, f := town()
			k.Vanish(device, calls)
			got := start(k, f, "-a")
			if got.status != 0 || got.stderr.Len() > 0 {
				t.Fatalf("%s after %d calls: %s", device, calls, got)
			}
			for name, block := range whole {
				if deviceOf(name) != device && !strings.Contains(got.stdout.String(), block) {
					t.Errorf("%s gone after %d calls: %s is not whole in\n%s", device, calls, name, got)
				}
			}
		}
	}
}

func TestVanishedInQuery(t *testing.T) {
	k, f := town()
	k.Vanish("eth1", 0)
	if got, want := start(k, f, "eth1").String(), "eth1: error fetching interface information: Device not found\n1\n"; got != want {
		t.Errorf("got %s", got)
	}
}

func TestQueryOfUnknownLabels(t *testing.T) {
	k, f := town()
	for _, name := range []string{"lo:9", "lo:"} {
		got := start(k, f, name)
		if got.status != 0 || !strings.HasPrefix(got.stdout.String(), name+strings.Repeat(" ", 9-len(name))+" Link encap:") ||
			strings.Contains(got.stdout.String(), "inet addr") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestWithoutProc(t *testing.T) {
	const warning = "Warning: cannot open /proc/net/dev (No such file or directory). Limited output.\n"
	k, _ := town()
	got := start(k, files{}, "-a")
	if got.status != 0 || got.stderr.String() != warning {
		t.Errorf("%s", got)
	}
	if blocks := strings.Count(got.stdout.String(), "Link encap"); blocks != 6 {
		t.Errorf("%d blocks, want those with an address\n%s", blocks, got)
	}
	got = start(k, files{}, "down0")
	if got.status != 0 || got.stderr.String() != warning || !strings.HasPrefix(got.stdout.String(), "down0 ") {
		t.Errorf("query: %s", got)
	}
	got = start(k, files{}, "nosuch")
	if want := warning + "nosuch: error fetching interface information: Device not found\n1\n"; got.String() != want {
		t.Errorf("unknown: %s", got)
	}
}

// Without SIOCGIFCONF aliases aren't known, but addresses of devices are.
func TestRefusedInterfaceList(t *testing.T) {
	k, f := town()
	k.Fail("SIOCGIFCONF", unix.EPERM)
	got := start(k, f)
	if got.status != 1 || got.stderr.String() != "SIOCGIFCONF: Operation not permitted\n" {
		t.Errorf("%s", got)
	}
	if n := strings.Count(got.stdout.String(), "Link encap"); n != 3 || strings.Count(got.stdout.String(), "inet addr:") != n {
		t.Errorf("%s", got)
	}
}

// An interface that exists and can't be shown is a failure, and no other is
// missing for it.
func TestRefusedFlagsInAListing(t *testing.T) {
	k, f := town()
	k.Fail("SIOCGIFFLAGS", unix.EPERM)
	got := start(k, f, "-s")
	if rows := strings.Count(got.stdout.String(), "\n"); got.status != 1 || rows != 1 {
		t.Errorf("%s", got)
	}
	const message = ": error fetching interface information: Operation not permitted\n"
	var want string
	for _, name := range []string{"down0", "eth1", "eth1:0", "eth1:2", "eth1:10", "eth10", "lo"} {
		want += name + message
	}
	if diff := cmp.Diff(want, got.stderr.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A line of /proc/net/dev that names no interface hides no other.
func TestImpossibleNames(t *testing.T) {
	k, f := town()
	f["/proc/net/dev"] = devFile("lo", strings.Repeat("x", 16), "eth1", strings.Repeat("y", 400), "eth10")
	got := start(k, f, "-s")
	if got.status != 0 || got.stderr.Len() > 0 || strings.Count(got.stdout.String(), "\n") != 7 {
		t.Errorf("%s", got)
	}
}

// A file of nothing but malformed lines is read to its end and not kept.
func TestManyMalformedLines(t *testing.T) {
	k, f := town()
	f["/proc/net/dev"] = strings.Repeat("  x: 1\n\n", 10_000) + f["/proc/net/dev"]
	f["/proc/net/if_inet6"] = strings.Repeat("\n", 10_000) + f["/proc/net/if_inet6"]
	s := source(k, f)
	l := s.List(false, LongFormat)
	if len(l.Malformed) != maxMalformed {
		t.Errorf("%d malformed lines", len(l.Malformed))
	}
	eth1 := l.Interfaces[0]
	if eth1.Name != "eth1" || eth1.Stats == nil || len(eth1.Inet6) != 1 {
		t.Errorf("%+v", eth1)
	}
	var dev counters
	if dev.read(s, "", &l); len(dev.rows) > 10 {
		t.Errorf("%d rows kept", len(dev.rows))
	}
}

// An address that goes away between list and fetch isn't shown without a mask.
func TestAddressGoesAway(t *testing.T) {
	k, f := town()
	k.Fail("SIOCGIFNETMASK", unix.EADDRNOTAVAIL)
	k.Fail("SIOCGIFADDR", unix.EADDRNOTAVAIL)
	if got := start(k, f); got.status != 0 || strings.Contains(got.stdout.String(), "inet addr") {
		t.Errorf("%s", got)
	}
}

func TestSecondLineOfAName(t *testing.T) {
	k, f := town()
	f["/proc/net/dev"] = devFile("lo", "lo")
	if got := source(k, f).List(false, LongFormat); got.Interfaces[len(got.Interfaces)-1].Stats.RxPackets != 2 {
		t.Error("a listing takes the last line")
	}
	if got, _ := source(k, f).Query("lo", LongFormat); got.Interfaces[0].Stats.RxPackets != 1 {
		t.Error("a query takes the first line")
	}
}

// A second line that is short keeps the counters of the first; in busybox they
// are 0.
func TestShortSecondLineOfAName(t *testing.T) {
	k, f := town()
	f["/proc/net/dev"] = devFile() + "lo: 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1\nlo: 5 6\n"
	for dialect, want := range map[string]string{
		"classic": "lo         1500 0         6      1      1 1             1      1      1      1 BMRU\n",
		"busybox": "lo         1500 0         6      0      0 0             0      0      0      0 BMRU\n",
	} {
		got := start(k, f, "-s", "--dialect="+dialect).stdout.String()
		if !strings.HasSuffix(got, want) {
			t.Errorf("%s: %s", dialect, got)
		}
	}
}

func TestMalformedLinesAreNamed(t *testing.T) {
	k, f := town()
	f["/proc/net/dev"] += "  eth1: 1 2 x\n"
	if got := start(k, f, "-s"); got.stderr.Len() > 0 {
		t.Errorf("without -v: %s", got.stderr.String())
	}
	got := start(k, f, "-v", "-s")
	if !strings.HasPrefix(got.stderr.String(), "/proc/net/dev") || !strings.Contains(got.stderr.String(), "7") {
		t.Errorf("with -v: %s", got.stderr.String())
	}
}
