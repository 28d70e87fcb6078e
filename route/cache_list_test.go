package route

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/netflag"
	"classicnet/procnet"
)

const (
	cacheTitle = "Kernel IP routing cache\n"
	cachePlain = cacheTitle + "Source          Destination     Gateway         Flags Metric Ref    Use Iface\n"
	cacheE     = cacheTitle + "Source          Destination     Gateway         Flags   MSS Window  irtt Iface\n"
	cacheEE    = cacheTitle + "Source          Destination     Gateway         Flags Metric Ref    Use Iface    MSS   Window irtt"

	titles22 = "Iface\tDestination\tGateway \tFlags\t\tRefCnt\tUse\tMetric\tSource\t\tMTU\tWindow\tIRTT\tTOS\tHHRef\tHHUptod\tSpecDst\n"
	titles20 = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tSource\tMTU\tWindow\tIRTT\tHH\tARP\n"

	someCache = titles22 +
		"v0\t0200A8C0\t0200A8C0\t       0\t1\t22\t0\t0100A8C0\t1500\t0\t300\t00\t1\t1\t0100A8C0\n" +
		"lo\t0100A8C0\tFE01A8C0\t80000000\t0\t3\t0\t0200A8C0\t16436\t0\t0\t10\t-1\t0\t0100A8C0\n" +
		"verylongname\t00000000\t00000000\t90000203\t0\t3\t0\t0A000000\t1500\t0\t0\t10\t-1\t0\t00000000\n" +
		"v0\tbroken\n"
)

func TestInetCache(t *testing.T) {
	tests := []struct{ line, want string }{
		{"-Cn", cachePlain +
			"192.168.0.1     192.168.0.2     192.168.0.2           0      1       22 v0\n" +
			"192.168.0.2     192.168.0.1     192.168.1.254   l     0      0        3 lo\n" +
			"0.0.0.10        0.0.0.0         0.0.0.0         !-bl  0      0        3 verylongname\n"},
		{"-Cne", cacheE +
			"192.168.0.1     192.168.0.2     192.168.0.2            1500 0        300 v0\n" +
			"192.168.0.2     192.168.0.1     192.168.1.254   l     16436 0          0 lo\n" +
			"0.0.0.10        0.0.0.0         0.0.0.0         !-bl   1500 0          0 verylongname\n"},
		{"-Cnee", cacheEE + "  TOS HHRef HHUptod     SpecDst\n" +
			"192.168.0.1     192.168.0.2     192.168.0.2           0      1       22 v0       1500  0      300   0   1     1       192.168.0.1\n" +
			"192.168.0.2     192.168.0.1     192.168.1.254   l     0      0        3 lo       16436 0      0     10  -1    0       192.168.0.1\n" +
			"0.0.0.10        0.0.0.0         0.0.0.0         !-bl  0      0        3 verylo   1500  0      0     10  -1    0           0.0.0.0\n"},
		{"-Cneee", cacheTitle},
		{"-Cee", cacheEE + "  TOS HHRef HHUptod     SpecDst\n" +
			"one             192.168.0.2     192.168.0.2           0      1       22 v0       1500  0      300   0   1     1               one\n" +
			"192.168.0.2     one             gw.example.test l     0      0        3 lo       16436 0      0     10  -1    0               one\n" +
			"oldnet          *               *               !-bl  0      0        3 verylo   1500  0      0     10  -1    0                 *\n"},
	}
	for _, test := range tests {
		t.Run(test.line, func(t *testing.T) {
			w := newWorld()
			w.files["/etc/hosts"] += "192.168.0.1 one\n0.0.0.10 never\n"
			w.files["/etc/networks"] += "oldnet 0.0.0.10\n"
			w.files["/proc/net/rt_cache"] = nativeRoutes(someCache)
			if diff := cmp.Diff(result{Stdout: test.want}, w.runWords(test.line)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// The layout of kernel 2.0 has flags and an end of its own, and one address less.
func TestInetCache20(t *testing.T) {
	w := newWorld()
	w.files["/etc/hosts"] += "192.168.0.1 one\n"
	w.files["/proc/net/rt_cache"] = nativeRoutes(titles20 +
		"v0\t0200A8C0\t0200A8C0\t400007\t1\t22\t3\t0100A8C0\t1500\t0\t300\t00\t1\n" +
		"v0\t0200A8C0\t0200A8C0\t000225\t1\t22\t3\t0100A8C0\t1500\t0\t300\t01\t0\n")
	want := cacheEE + "  HH  Arp\n" +
		"192.168.0.1     192.168.0.2     192.168.0.2     UHGq  3      1       22 v0       1500  0      300   0   1\n" +
		"192.168.0.1     192.168.0.2     192.168.0.2     !M    3      1       22 v0       1500  0      300   1   0\n"
	for line, want := range map[string]string{
		"-Cnee": want,
		"-Cee":  strings.ReplaceAll(want, "192.168.0.1    ", "one            "),
	} {
		if diff := cmp.Diff(result{Stdout: want}, w.runWords(line)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", line, diff)
		}
	}
}

// A file that is missing, empty, without rows, of no known layout or without a
// column.
func TestInetCacheFiles(t *testing.T) {
	tests := []struct {
		line string
		file *string
		want result
	}{
		{"-C", nil, result{
			Stdout: "INET (IPv4) not configured in this system.\n",
			Stderr: "/proc/net/rt_cache: No such file or directory\n", Status: 1,
		}},
		{"-C", ptr(""), result{Stdout: cacheTitle, Stderr: "/proc/net/rt_cache: Success\n", Status: 255}},
		{"-C", ptr(titles22), result{Stdout: cachePlain}},
		{"-Cee", ptr(titles20), result{Stdout: cacheEE + "  HH  Arp\n"}},
		{"-C", ptr("Iface IRTT TOS\nv0 1 2\n"), result{Stdout: unknownCache(cachePlain, "3")}},
		{"-Ce", ptr("Iface\n"), result{Stdout: unknownCache(cacheE, "0")}},
		{"-Cee", ptr("HHRef ARP"), result{Stdout: unknownCache(cacheTitle, "100")}},
		{"-C", ptr(strings.Replace(titles22, "Metric", "Meter", 1)), result{
			Stdout: cachePlain, Stderr: "warning: /proc/net/rt_cache does not contain required field Metric\n",
		}},
	}
	for _, test := range tests {
		w := newWorld()
		if test.file != nil {
			w.files["/proc/net/rt_cache"] = *test.file
		}
		if diff := cmp.Diff(test.want, w.runWords(test.line)); diff != "" {
			t.Errorf("%s %q: (-want +got)\n%s", test.line, deref(test.file), diff)
		}
	}
}

// unknownCache puts the classic complaint below the title.
func unknownCache(titles, layout string) string {
	return strings.Replace(titles, cacheTitle,
		cacheTitle+"ERROR: proc_guess_fmt(/proc/net/rt_cache,... returned: "+layout+"\n", 1)
}

func deref(s *string) string {
	if s == nil {
		return "(none)"
	}
	return *s
}

// The table comes before the cache; one that fails ends both.
func TestInetTableAndCache(t *testing.T) {
	w := newWorld()
	w.files["/proc/net/route"], w.files["/proc/net/rt_cache"] = routeTitles, titles22
	if diff := cmp.Diff(result{Stdout: plain + cachePlain}, w.runWords("-FCn")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	w.files["/proc/net/route"] = ""
	if diff := cmp.Diff(result{Stdout: plain, Status: 1}, w.runWords("-CFn")); diff != "" {
		t.Errorf("empty table: (-want +got)\n%s", diff)
	}
}

// All flags of both layouts, and the letters that a reject route hides.
func TestCacheFlags(t *testing.T) {
	tests := []struct {
		layout int
		flags  uint32
		want   string
	}{
		{63, 0xffffffff, "!RDM-ondtfqNsriNdbm#l"}, {63, 0x2, "G"}, {63, 0x7, "G-o"}, {63, 0x203, "!-"},
		{63, 0x80000000, "l"}, {63, 0x90000000, "bl"}, {63, 0, ""},
		{97, 0xffffffff, "!RDMndtfqNsriNdbm#l"}, {97, 0x7, "UHG"}, {97, 0x207, "!"},
	}
	for _, test := range tests {
		row := cacheRow{layout: procnet.CacheLayout(test.layout)}
		row.Flags = netflag.Route(test.flags)
		if got := string(putCachedFlags(nil, &row)); got != test.want {
			t.Errorf("%d %#x: %q, want %q", test.layout, test.flags, got, test.want)
		}
	}
}
