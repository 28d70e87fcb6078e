package route

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"net/netip"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/sys/unix"

	"classicnet/internal/netlab"
	"classicnet/ioctl/ioctltest"
	"classicnet/netflag"
	"classicnet/procnet"
)

func openNet(path string) (io.ReadCloser, error) {
	return os.Open(strings.Replace(path, "/proc/net/", "/proc/thread-self/net/", 1))
}

// entriesOf are those of this namespace that a request can have made.
func entriesOf(t *testing.T) (list []Entry) {
	t.Helper()
	for e, err := range Entries(openNet) {
		if err != nil {
			t.Fatal(err)
		}
		own := netflag.RouteLocal | netflag.RouteNoNextHop
		if e.Flags&own == 0 && e.Destination.Addr().As16()[0] != 0xff && (e.Destination.Addr().Is4() || e.Metric != 256) {
			list = append(list, e)
		}
	}
	return list
}

// What the kernel shows of routes adds them anew once they are deleted, exactly,
// and what was read deletes them.
func TestRoundTrip(t *testing.T) {
	netlab.Need(t, "ip", netlab.Veth)
	lab := netlab.Inside(t)
	if lab == nil {
		return
	}
	lab.Veth("v0", "02:00:00:00:00:a0")
	lab.Sh(`echo 0 >/proc/sys/net/ipv6/conf/v0/accept_dad
echo 1 >/proc/sys/net/ipv6/conf/v0/addr_gen_mode
ip addr add 192.168.1.9/24 noprefixroute dev v0
ip addr add 2001:db8::9/64 dev v0
ip link set v0 up`)
	lab.Settle()
	lab.Sh(`ip route add 192.168.1.0/24 dev v0
ip route add default via 192.168.1.254
ip route add 10.0.0.0/8 via 192.168.1.1 metric 7 mtu 1400
ip route add 10.0.0.0/8 via 192.168.1.2 metric 9 advmss 1000 window 5000
ip route add 10.1.2.3 dev v0 metric 32766
ip route add 172.16.0.0/12 dev v0 rtt 40
ip -6 route add 2001:db8:1::/48 via 2001:db8::1 metric 70000
ip -6 route add 2001:db8:2::/48 dev v0
ip -6 route add default via fe80::1 dev v0`)
	dial := System().Dial
	reject := Entry{Destination: netip.MustParsePrefix("192.0.2.0/24"), Metric: 3, Flags: netflag.RouteReject}
	if err := Add(dial, reject); err != nil {
		t.Fatal(err)
	}
	before := entriesOf(t)
	if len(before) != 10 {
		t.Fatalf("%d entries: %v", len(before), before)
	}
	for i := range before { // those that others lead through come last
		if err := Delete(dial, before[len(before)-1-i]); err != nil {
			t.Fatalf("delete %v: %v", before[len(before)-1-i], err)
		}
	}
	if left := entriesOf(t); len(left) != 0 {
		t.Fatalf("left: %v", left)
	}
	todo := before
	for range before { // a gateway must be reachable first
		var later []Entry
		for _, e := range todo {
			if Add(dial, e) != nil {
				later = append(later, e)
			}
		}
		todo = later
	}
	if diff := cmp.Diff(before, entriesOf(t), cmpopts.EquateComparable(netip.Prefix{}, netip.Addr{})); diff != "" {
		t.Errorf("(-before +after)\n%s", diff)
	}
}

// What no request has room for is no other route.
func TestRequestRefuses(t *testing.T) {
	net := netip.MustParsePrefix("10.0.0.0/8")
	for _, e := range []Entry{
		{},
		{Destination: netip.MustParsePrefix("2001:db8::/32")},
		{Destination: net, Metric: 32767},
		{Destination: net, Metric: 1<<32 - 1},
		{Destination: net, IRTT: 65536},
	} {
		if r, err := e.Request(); err == nil {
			t.Errorf("%v is %+v", e, r)
		}
	}
	if r, err := (Entry{Destination: net}).Request6(1); err == nil {
		t.Errorf("%+v", r)
	}
}

// Rows that are no route of a prefix come with an error.
func TestOfRefuses(t *testing.T) {
	a := netip.MustParseAddr
	if e, err := Of(procnet.Route{Destination: a("10.0.0.0"), Gateway: a("0.0.0.0"), Mask: a("255.0.255.0")}); !errors.Is(err, ErrMask) || err.Error() != "Mask: netmask has holes" {
		t.Errorf("%v, %v", e, err)
	}
	if e, err := Of6(procnet.Route6{Destination: a("::"), NextHop: a("::"), PrefixLen: 129}); !errors.Is(err, ErrPrefixLen) {
		t.Errorf("%v", e)
	}
}

// TestErrorsSayWhere: what is wrong with a route is told by file and line, and the
// routes behind it come.
func TestErrorsSayWhere(t *testing.T) {
	const title = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n"
	const six = "20010db8000000000000000000000000 %s 00000000000000000000000000000000 00 00000000000000000000000000000000 00000400 00000001 00000000 00000001 v0\n"
	for _, test := range []struct {
		read       func(io.Reader) iter.Seq2[Entry, error]
		text, want string
	}{
		{Inet, title + "v0 00000000 00000000 1 0 0 0 00000000 0 0 0\nv0 00000000 00000000 1 0 0 0 00FF00FF 0 0 0\nv0 0 0 1\nv0 00000000 00000000 1 0 0 0 00000000 0 0 0\n",
			"<nil>|table:3: Mask: netmask has holes|table:4: Destination: not an address|<nil>"},
		{Inet, "", "table: no title line"},
		{Inet, "Iface\n", "table does not contain required field Destination"},
		{Inet6, fmt.Sprintf(six+six+six, "40", "81", "zz"), "<nil>|table:2: prefix length: more than 128 bits|table:3: prefix length: not a number"},
	} {
		var got []string
		for _, err := range test.read(named{strings.NewReader(test.text)}) {
			got = append(got, fmt.Sprint(err))
		}
		if diff := cmp.Diff(test.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
}

type named struct{ io.Reader }

func (named) Name() string { return "table" }

// TestRequestSaysWhich: of two numbers the one that is too large is named.
func TestRequestSaysWhich(t *testing.T) {
	net := netip.MustParsePrefix("10.0.0.0/8")
	for _, test := range []struct {
		e    Entry
		want string
	}{
		{Entry{Destination: net, Metric: 40000, IRTT: 5}, "route: metric 40000 is more than a request takes, 32766"},
		{Entry{Destination: net, Metric: 5, IRTT: 70000}, "route: irtt 70000 is more than a request takes, 65535"},
	} {
		if _, err := test.e.Request(); err == nil || err.Error() != test.want {
			t.Errorf("%v", err)
		}
	}
}

// An entry shows as the row that it was made from.
func TestFormatterIsTheListing(t *testing.T) {
	const file = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n" +
		"eth1\t00000000\t09090909\t0003\t0\t0\t4\t00000000\t0\t0\t0\n" +
		"*\t07070707\t00000000\t0205\t0\t0\t1\tFFFFFFFF\t0\t0\t0\n"
	const file6 = "20010db8000000000000000000000000 20 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000001 00000000 00000001       v0\n"
	w := newWorld()
	w.files[inetFile], w.files[inet6File] = file, strings.ReplaceAll(file6, " 00000001 00000000 ", " 00000000 00000000 ")
	var f Formatter
	want := w.runWords("-n").Stdout + w.runWords("-A inet6 -n").Stdout
	var got []byte
	var list []Entry
	for i, inet6 := range []bool{false, true} {
		got = f.AppendTitle(got, inet6)
		read := Inet
		if i == 1 {
			read = Inet6
		}
		for e, err := range read(strings.NewReader(w.files[[]string{inetFile, inet6File}[i]])) {
			if err != nil {
				t.Fatal(err)
			}
			got, list = f.Append(got, e), append(list, e)
		}
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("(-route +formatter)\n%s", diff)
	}
	if diff := cmp.Diff(w.runWords("-A inet,inet6 --json").Stdout, string(AppendJSON(nil, list))); diff != "" {
		t.Errorf("(-route +AppendJSON)\n%s", diff)
	}
	if _, err := NewFormatter("nosuch"); err == nil {
		t.Error("nosuch is a dialect")
	}
}

// TestEntriesOfTheMachine: without a way to open files they are this machine's.
func TestEntriesOfTheMachine(t *testing.T) {
	for e, err := range Entries(nil) {
		if err == nil && !e.Destination.IsValid() {
			t.Error(e)
		}
	}
}

// Without /proc nobody knows whether there are routes, and a kernel without IPv6 has
// none of that.
func TestEntriesWithoutFile(t *testing.T) {
	kernel := ioctltest.New(ioctltest.Loopback())
	kernel.NoInet6 = true
	for _, test := range []struct {
		open func(string) (io.ReadCloser, error)
		want error
	}{
		{nowhere(unix.ENOENT), fs.ErrNotExist},
		{nowhere(unix.EACCES), fs.ErrPermission},
		{kernel.Open, nil},
	} {
		var got error
		for e, err := range Entries(test.open) {
			if got = errors.Join(got, err); e != (Entry{}) {
				t.Error(e)
			}
		}
		if !errors.Is(got, test.want) {
			t.Errorf("%v, want %v", got, test.want)
		}
	}
}

// nowhere opens no file.
func nowhere(errno unix.Errno) func(string) (io.ReadCloser, error) {
	return func(path string) (io.ReadCloser, error) {
		return nil, &fs.PathError{Op: "open", Path: path, Err: errno}
	}
}

// TestZeroEntry: an entry without anything is a row, not a panic.
func TestZeroEntry(t *testing.T) {
	var f Formatter
	for _, e := range []Entry{{}, {Destination: netip.PrefixFrom(netip.IPv6Unspecified(), -1)}, {Gateway: netip.IPv6Unspecified()}} {
		if got := string(f.Append(nil, e)); strings.Count(got, "\n") != 1 {
			t.Errorf("%v: %q", e, got)
		}
		if got := string(AppendJSON(nil, []Entry{e})); strings.Count(got, "\n") != 3 {
			t.Errorf("%v: %q", e, got)
		}
	}
}
