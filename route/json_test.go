package route

import (
	"encoding/json"
	"net/netip"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/netflag"
	"classicnet/procnet"
)

// The fields and values are jc's for `route -ee -n`, then ours.
func TestJSONInet(t *testing.T) {
	w := village()
	w.files["/proc/net/route"] = nativeRoutes(routeTitles +
		"averylongdevice\t010010AC\t0200000A\t0007\t1\t22\t-1\tFFFFFFFF\t1240\t5000\t25\n" +
		"*\t0002A8C0\t00000000\t0201\t0\t7\t12\t00FFFFFF\t1\t2\t3\n" +
		"v0\t0003A8C0\t00000000\t0000\t0\t0\t0\t00FFFFFF\t0\t0\t0\n")
	want := "[\n" +
		`{"destination":"172.16.0.1","gateway":"10.0.0.2","genmask":"255.255.255.255","flags":"UGH","metric":4294967295,"ref":1,"use":22,` +
		`"iface":"averylongdevice","mss":1240,"window":5000,"irtt":25,"flags_pretty":["UP","GATEWAY","HOST"],` +
		`"family":"inet","cache":false,"flags_value":7}` + ",\n" +
		`{"destination":"192.168.2.0","gateway":"-","genmask":"255.255.255.0","flags":"!","metric":12,"ref":null,"use":7,` +
		`"iface":"-","mss":null,"window":null,"irtt":null,"flags_pretty":["REJECT"],` +
		`"family":"inet","cache":false,"flags_value":513}` + "\n]\n"
	for _, line := range []string{"--json", "--json -n", "-eee --json", "--json --dialect=busybox", "-A inet --json --dialect=net-tools-2.10"} {
		if diff := cmp.Diff(result{Stdout: want}, w.runWords(line)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", line, diff)
		}
	}
}

func TestJSONInet6(t *testing.T) {
	w := village()
	w.files["/proc/net/ipv6_route"] = "" +
		"20010db8000800000000000000000000 40 20010db8000900000000000000000000 30 20010db8000700000000000000000001 ffffffff 00000003 00000005 00450003 v0\n" +
		"00000000000000000000000000000000 00 00000000000000000000000000000000 00 00000000000000000000000000000000 ffffffff 00000001 00000000 00200200 lo\n" +
		"20010db8000700000000000000000001 80 00000000000000000000000000000000 00 00000000000000000000000000000000 00000400 00000001 00000000 01000001 v0\n"
	want := "[\n" +
		`{"destination":"2001:db8:8::/64","next_hop":"2001:db8:7::1","flags":"UGDAe","metric":4294967295,"ref":3,"use":5,"iface":"v0",` +
		`"flags_pretty":["UP","GATEWAY","DYNAMIC","ADDRCONF"],"family":"inet6","cache":false,"flags_value":4521987,"source":"2001:db8:9::/48"}` + ",\n" +
		`{"destination":"::/0","next_hop":"::","flags":"!n","metric":4294967295,"ref":1,"use":0,"iface":"lo",` +
		`"flags_pretty":["REJECT"],"family":"inet6","cache":false,"flags_value":2097664,"source":"::/0"}` + "\n]\n"
	if diff := cmp.Diff(result{Stdout: want}, w.runWords("-6 --json")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	want = "[\n" +
		`{"destination":"2001:db8:7::1/128","next_hop":"::","flags":"UC","metric":1024,"ref":1,"use":0,"iface":"v0",` +
		`"flags_pretty":["UP","CACHE"],"family":"inet6","cache":true,"flags_value":16777217,"source":"::/0"}` + "\n]\n"
	if diff := cmp.Diff(result{Stdout: want}, w.runWords("-6C --json")); diff != "" {
		t.Errorf("cache (-want +got)\n%s", diff)
	}
}

func TestJSONCache(t *testing.T) {
	want := "[\n" +
		`{"source":"172.16.0.2","destination":"172.16.0.1","gateway":"10.0.0.2","flags":"-","metric":0,"ref":0,"use":3,"iface":"v0",` +
		`"mss":1500,"window":0,"irtt":0,"tos":10,"hhref":-1,"hhuptod":0,"specdst":"10.0.0.2",` +
		`"flags_pretty":[],"family":"inet","cache":true,"flags_value":1}`
	got := village().runWords("-C --json")
	if first, _, _ := strings.Cut(got.Stdout, ",\n"); first != want || got.Status != 0 {
		t.Errorf("got  %s\nwant %s", first, want)
	}
	w := village()
	w.files["/proc/net/rt_cache"] = nativeRoutes(
		"Iface\tDestination\tGateway \tFlags\t\tRefCnt\tUse\tMetric\tSource\t\tMTU\tWindow\tIRTT\tHH\tARP\n" +
			"v0\t010010AC\t0200000A\t00000001\t0\t3\t0\t020010AC\t1500\t0\t0\t-1\t1\n")
	if got := w.runWords("-C --json"); !strings.Contains(got.Stdout, `"irtt":0,"hh":-1,"arp":1,"flags_pretty":["UP"]`) {
		t.Errorf("layout of kernel 2.0: %+v", got)
	}
}

// Several tables are one array, and what goes wrong leaves it JSON.
func TestJSONIsOneArray(t *testing.T) {
	const missing = "/proc/net/route: No such file or directory\n"
	for _, test := range []struct {
		line, missing string
		rows          int
		stderr        string
		status        int
	}{
		{"--json", "", 9, "", 0},
		{"--json -A inet6,inet -FC", "", 4 + 1 + 9 + 3, "", 0},
		{"--json", "/proc/net/route", 0, missing, 1},
		{"--json -A inet6,inet", "/proc/net/route", 4, missing, 1},
		{"--json -A inet6,ax25", "", 4, "route: no JSON for address family `ax25'\n", 4},
		{"--json -A unix", "", 0, "No routing for address family `unix'.\n(usage)\n", 4},
	} {
		w := village()
		delete(w.files, test.missing)
		got := w.runWords(test.line)
		var rows []map[string]any
		if err := json.Unmarshal([]byte(got.Stdout), &rows); err != nil {
			t.Errorf("%s: %v in %s", test.line, err, got.Stdout)
		}
		if len(rows) != test.rows || got.Stderr != test.stderr || got.Status != test.status {
			t.Errorf("%s: %d rows, %+v", test.line, len(rows), got)
		}
	}
}

// An edit takes no notice of the option.
func TestJSONEdit(t *testing.T) {
	const line = "add default gw 10.0.0.1 dev v0"
	if diff := cmp.Diff(runLine(line), runLine("--json "+line)); diff != "" {
		t.Errorf("(-without +with)\n%s", diff)
	}
}

// New options are no candidates for abbreviations.
func TestNewOptionsMatchInFull(t *testing.T) {
	for _, line := range []string{"--js", "--dia=classic"} {
		if got := runLine(line); got.Status != 4 || !strings.HasPrefix(got.Stderr, "route: unrecognized option '") {
			t.Errorf("%s: %+v", line, got)
		}
	}
	if got := runLine("--d"); got.Status != 1 || !strings.Contains(got.Stderr, "DDP") {
		t.Errorf("--d isn't ddp: %+v", got)
	}
}

func TestJSONAllocatesNothing(t *testing.T) {
	j := &jsonTables{keys: &routeKeys}
	b := make([]byte, 0, 1024)
	r := inetRow{Route: procnet.Route{
		Iface: "eth0", Destination: netip.MustParseAddr("10.0.0.0"), Gateway: netip.MustParseAddr("10.0.0.1"),
		Mask: netip.MustParseAddr("255.0.0.0"), Flags: 0xffffffff &^ 0x200,
	}}
	if n := testing.AllocsPerRun(100, func() { b = j.appendInet(b[:0], &r) }); n != 0 {
		t.Errorf("IPv4: %v allocations", n)
	}
	r6 := inet6Row{Route6: procnet.Route6{
		Iface: "eth0", Destination: netip.MustParseAddr("2001:db8::"), NextHop: netip.IPv6Unspecified(),
		Source: netip.IPv6Unspecified(), Flags: 0xffffffff,
	}}
	if n := testing.AllocsPerRun(100, func() { b = j.appendInet6(b[:0], &r6) }); n != 0 {
		t.Errorf("IPv6: %v allocations", n)
	}
}

// FuzzJSONInet: any row gives an object with the numbers and the name that went in.
func FuzzJSONInet(f *testing.F) {
	f.Add("eth0", uint32(3), int32(-1), int32(7), int32(1240))
	f.Add("\xff\"\\\x1b", uint32(0xffffffff), int32(0), int32(-7), int32(0))
	f.Fuzz(func(t *testing.T, iface string, flags uint32, metric, use, mss int32) {
		zero := netip.IPv4Unspecified()
		r := inetRow{Route: procnet.Route{
			Iface: iface, Destination: zero, Gateway: zero, Mask: zero, Flags: netflag.Route(flags), Metric: metric, Use: use, MTU: mss,
		}}
		text := (&jsonTables{keys: &routeKeys}).appendInet(nil, &r)
		var got struct {
			Metric, Use uint32
			MSS         *uint32
			FlagsValue  uint32 `json:"flags_value"`
		}
		if err := json.Unmarshal(text, &got); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		reject := flags&0x200 != 0
		if got.Metric != uint32(metric) || got.Use != uint32(use) || got.FlagsValue != flags || reject != (got.MSS == nil) {
			t.Errorf("%s", text)
		}
	})
}
