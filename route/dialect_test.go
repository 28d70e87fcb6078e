package route

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// village has every kind of row, and names for most addresses. What the tests
// below want of it is what net-tools 2.10 and busybox 1.35 print there.
func village() *world {
	w := newWorld()
	w.files["/etc/hosts"] = "192.168.1.254 gw.example.test gw\n" +
		"172.16.0.1 a-very-long-hostname.example.test\n" +
		"10.0.0.2 ten-two-hostname.example.test\n" +
		"10.1.0.0 hostnet\n192.168.1.0 hostforanet\n" +
		"2001:db8:7::1 sixhost\n" +
		"2001:db8:8:: a-very-long-hostname-for-a-six-network.example.test\n"
	w.files["/etc/networks"] = "loopback 127.0.0.0\noffice 192.168.1.0\nzero 0.0.0.0\nzeroone 0.0.0.1\n"
	w.files["/proc/net/route"] = nativeRoutes(routeTitles +
		"v0\t00000000\tFE01A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0\n" +
		"v0\t00000000\t00000000\t0001\t0\t0\t0\t00000080\t0\t0\t0\n" +
		"v0\t0001A8C0\t00000000\t0001\t1\t22\t333\t00FFFFFF\t1240\t5000\t25\n" +
		"v0\t010010AC\t0200000A\t0007\t0\t0\t-1\tFFFFFFFF\t0\t0\t0\n" +
		"v0\t020010AC\t0200000A\t0003\t0\t0\t-1\t00FFFFFF\t0\t0\t0\n" +
		"v0\t0000010A\t0200000A\t0007\t0\t0\t7\t0000FFFF\t0\t0\t0\n" +
		"lo\t0000007F\t00000000\t8501\t0\t0\t0\t000000FF\t0\t0\t0\n" +
		"*\t0002A8C0\t00000000\t0201\t0\t0\t12\t00FFFFFF\t1\t2\t3\n" +
		"v0\t0003A8C0\t00000000\t0000\t0\t0\t0\t00FFFFFF\t0\t0\t0\n" +
		"v0\t0005A8C0\t00000000\t023F\t0\t0\t0\t00FFFFFF\t0\t0\t0\n")
	w.files["/proc/net/rt_cache"] = nativeRoutes(
		"Iface\tDestination\tGateway \tFlags\t\tRefCnt\tUse\tMetric\tSource\t\tMTU\tWindow\tIRTT\tTOS\tHHRef\tHHUptod\tSpecDst\n" +
			"v0\t010010AC\t0200000A\t00000001\t0\t3\t0\t020010AC\t1500\t0\t0\t10\t-1\t0\t0200000A\n" +
			"lo\t00000000\t00000000\t00000000\t0\t3\t0\t00000000\t16436\t0\t0\t10\t-1\t0\t00000000\n" +
			"v0\t01000000\t01000000\t00000000\t0\t3\t0\t00000100\t1500\t0\t0\t10\t-1\t0\t0200000A\n")
	w.files["/proc/net/ipv6_route"] = "" +
		"20010db8000700000000000000000001 80 00000000000000000000000000000000 00 00000000000000000000000000000000 00000400 00000001 00000000 00000001 v0\n" +
		"20010db8000800000000000000000000 40 00000000000000000000000000000000 00 20010db8000700000000000000000001 ffffffff 00000003 00000005 00450003 v0\n" +
		"00000000000000000000000000000000 00 00000000000000000000000000000000 00 00000000000000000000000000000000 ffffffff 00000001 00000000 00200200 lo\n" +
		"00000000000000000000ffff01020304 80 00000000000000000000000000000000 00 00000000000000000000ffffc0a80101 00000400 00012345 00123456 01000007 averylongdevice\n" +
		"000000000000000000000000c0a80101 80 00000000000000000000000000000000 00 00000000000000000000ffffc0a801fe 00000400 00000001 00000000 00000007 v0\n"
	return w
}

const (
	// names of net-tools 2.10: default only without a mask, no star
	route210 = plain +
		"default         gw.example.test 0.0.0.0         UG    0      0        0 v0\n" +
		"0.0.0.0         0.0.0.0         128.0.0.0       U     0      0        0 v0\n" +
		"office          0.0.0.0         255.255.255.0   U     333    1       22 v0\n" +
		"a-very-long-hos ten-two-hostnam 255.255.255.255 UGH   -1     0        0 v0\n" +
		"172.16.0.2      ten-two-hostnam 255.255.255.0   UG    -1     0        0 v0\n" +
		"hostnet         ten-two-hostnam 255.255.0.0     UGH   7      0        0 v0\n" +
		"loopback        0.0.0.0         255.0.0.0       Uin   0      0        0 lo\n" +
		"192.168.2.0     -               255.255.255.0   !     12     -        0 -\n" +
		"192.168.5.0     -               255.255.255.0   !HRDM 0      -        0 -\n"
	// no networks, no hosts but by their bits, flags that touch what follows
	routeBusybox = plain +
		"default         gw.example.test 0.0.0.0         UG    0      0        0 v0\n" +
		"default         *               128.0.0.0       U     0      0        0 v0\n" +
		"192.168.1.0     *               255.255.255.0   U     333    1       22 v0\n" +
		"172.16.0.1      ten-two-hostnam 255.255.255.255 UGH   -1     0        0 v0\n" +
		"172.16.0.2      ten-two-hostnam 255.255.255.0   UG    -1     0        0 v0\n" +
		"10.1.0.0        ten-two-hostnam 255.255.0.0     UGH   7      0        0 v0\n" +
		"127.0.0.0       *               255.0.0.0       U     0      0        0 lo\n" +
		"192.168.2.0     *               255.255.255.0   !     12     0        0 *\n" +
		"192.168.5.0     *               255.255.255.0   !GHRDM0      0        0 v0\n"
	routeBusyboxE = withE +
		"0.0.0.0         192.168.1.254   0.0.0.0         UG        0 0          0 v0\n" +
		"0.0.0.0         0.0.0.0         128.0.0.0       U         0 0          0 v0\n" +
		"192.168.1.0     0.0.0.0         255.255.255.0   U      1240 5000      25 v0\n" +
		"172.16.0.1      10.0.0.2        255.255.255.255 UGH       0 0          0 v0\n" +
		"172.16.0.2      10.0.0.2        255.255.255.0   UG        0 0          0 v0\n" +
		"10.1.0.0        10.0.0.2        255.255.0.0     UGH       0 0          0 v0\n" +
		"127.0.0.0       0.0.0.0         255.0.0.0       U         0 0          0 lo\n" +
		"192.168.2.0     0.0.0.0         255.255.255.0   !         1 2          3 *\n" +
		"192.168.5.0     0.0.0.0         255.255.255.0   !GHRDM    0 0          0 v0\n"
	cache210 = "Kernel IP routing cache\n" +
		"Source          Destination     Gateway         Flags Metric Ref    Use Iface    MSS   Window irtt  TOS HHRef HHUptod     SpecDst\n" +
		"172.16.0.2      a-very-long-hostname.example.test ten-two-hostname.example.test -     0      0        3 v0       1500  0      0     10  -1    0   ten-two-hostname.example.test\n" +
		"0.0.0.0         0.0.0.0         0.0.0.0               0      0        3 lo       16436 0      0     10  -1    0           0.0.0.0\n" +
		"0.1.0.0         zeroone         zeroone               0      0        3 v0       1500  0      0     10  -1    0   ten-two-hostname.example.test\n"

	title6    = "Kernel IPv6 routing table\n"
	wide6     = title6 + "Destination                                 Next Hop                                Flags Metric Ref    Use Iface\n"
	header210 = "Destination                    Next Hop                   Flag Met Ref  Use If\n"
	route6210 = title6 + header210 +
		"sixhost/128                    [::]                       U    1024 1      0 v0\n" +
		"a-very-long-hostname-for-a-six-network.example.test/64 sixhost                    UGDAe -1  3      5 v0\n" +
		"[::]/0                         [::]                       !n   -1  1      0 lo\n" +
		"::192.168.1.1/128              192.168.1.254              UGH  1024 1      0 v0\n"
	route6210n = title6 + header210 +
		"2001:db8:7::1/128              ::                         U    1024 1      0 v0\n" +
		"2001:db8:8::/64                2001:db8:7::1              UGDAe -1  3      5 v0\n" +
		"::/0                           ::                         !n   -1  1      0 lo\n" +
		"::192.168.1.1/128              192.168.1.254              UGH  1024 1      0 v0\n"
	cache6210n = "Kernel IPv6 routing cache\n" + header210 +
		"1.2.3.4/128                    192.168.1.1                UGHC 1024 74565 1193046 averylongdevice\n"
	route6Busybox = wide6 +
		"2001:db8:7::1/128                           ::                                      U     1024   1        0 v0      \n" +
		"2001:db8:8::/64                             2001:db8:7::1                           UGDA  -1     3        5 v0      \n" +
		"::/0                                        ::                                      !n    -1     1        0 lo      \n" +
		"::ffff:1.2.3.4/128                          ::ffff:192.168.1.1                      UGHC  1024   74565 1193046 averylongdevice\n" +
		"::192.168.1.1/128                           ::ffff:192.168.1.254                    UGH   1024   1        0 v0      \n"
	// reference count and use confused, routes that aren't up left out
	route6160 = wide6 +
		"2001:db8:7::1/128                           ::                                      U     1024   0        1 v0      \n" +
		"2001:db8:8::/64                             2001:db8:7::1                           UGDA  -1     5        3 v0      \n" +
		"::ffff:1.2.3.4/128                          ::ffff:192.168.1.1                      UGHC  1024   1193046   74565 averylongdevice\n" +
		"::192.168.1.1/128                           ::ffff:192.168.1.254                    UGH   1024   0        1 v0      \n"
)

func TestDialects(t *testing.T) {
	for _, test := range []struct{ dialect, line, want string }{
		{"net-tools-2.10", "", route210},
		{"net-tools-2.10", "-Cee", cache210},
		{"net-tools-2.10", "-A inet6", route6210},
		{"net-tools-2.10", "-A inet6 -n", route6210n},
		{"net-tools-2.10", "-A inet6 -N", route6210n},
		{"net-tools-2.10", "-6Cn", cache6210n},
		{"net-tools-2.10", "-eee", inetTitle},
		{"busybox", "", routeBusybox},
		{"busybox", "-ne", routeBusyboxE},
		{"busybox", "-nee", routeBusyboxE},
		{"busybox", "-neee", routeBusyboxE},
		{"busybox", "-neeee", routeBusyboxE},
		{"busybox", "-A inet6", route6Busybox},
		{"busybox", "-A inet6 -ne", route6Busybox},
		{"net-tools-1.60", "-A inet6", route6160},
		{"net-tools-1.60", "-eee", inetTitle},
	} {
		t.Run(test.dialect+" "+test.line, func(t *testing.T) {
			want := result{Stdout: test.want}
			got := village().runWords("--dialect=" + test.dialect + " " + test.line)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// The dialects of distributions have the classic tables, as has 1.60 but for
// IPv6; and busybox, which lists no cache, shows the classic one.
func TestDialectsAreElseClassic(t *testing.T) {
	w := village()
	for _, line := range []string{"", "-n", "-e", "-nee", "-eee", "-C", "-Cnee", "-FC", "-A inet6", "-6C", "-6FC", "-A inet,inet6"} {
		for _, dialect := range []string{"debian", "ubuntu", "redhat", "net-tools-1.60", "busybox"} {
			v6 := strings.Contains(line, "6") && (dialect == "net-tools-1.60" || dialect == "busybox")
			if v6 || dialect == "busybox" && !strings.HasPrefix(line, "-C") {
				continue
			}
			if diff := cmp.Diff(w.runWords(line), w.runWords(line+" --dialect="+dialect)); diff != "" {
				t.Errorf("%s %s (-classic +got)\n%s", dialect, line, diff)
			}
		}
	}
}

func TestDialectChoice(t *testing.T) {
	w := village()
	list := w.runWords("--dialect=list")
	if list.Status != 0 || list.Stderr != "" || strings.Count(list.Stdout, "\n") != 8 || !strings.HasPrefix(list.Stdout, "classic ") {
		t.Errorf("list: %+v", list)
	}
	w.environ = map[string]string{"CLASSICNET_DIALECT": "busybox"}
	if diff := cmp.Diff(result{Stdout: routeBusybox}, w.run()); diff != "" {
		t.Errorf("variable (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(result{Stdout: route210}, w.run("--dialect", "net-tools-2.10")); diff != "" {
		t.Errorf("option and variable (-want +got)\n%s", diff)
	}
}

// An unknown name of the option ends the command before it does anything. One of
// the variable, where `list` is one too, or of the machine's file ends listings
// alone.
func TestUnknownDialect(t *testing.T) {
	want := result{Status: 4, Stderr: "route: unknown dialect `1.60'; known are: " +
		"classic net-tools-1.60 debian ubuntu redhat busybox net-tools-2.10 net-tools-git\n"}
	w := village()
	for _, line := range []string{"--dialect=1.60", "--dialect 1.60 -n", "add default dev v0 --dialect=1.60"} {
		if diff := cmp.Diff(want, w.runWords(line)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", line, diff)
		}
	}
	w.files["/etc/classicnet/dialect"] = "1.60\n"
	for _, name := range []string{"1.60", "list", ""} {
		w.environ = map[string]string{"CLASSICNET_DIALECT": name}
		if name != "" {
			want.Stderr = strings.Replace(want.Stderr, "1.60", name, 1)
		}
		if diff := cmp.Diff(want, w.runWords("-n")); diff != "" {
			t.Errorf("listing with %q (-want +got)\n%s", name, diff)
		}
		if got := w.runWords("del default"); got.Status != 0 || got.Stderr != "" {
			t.Errorf("edit with %q: %v", name, got)
		}
		want.Stderr = strings.Replace(want.Stderr, "`"+name+"'", "`1.60'", 1)
	}
}

// Messages and statuses stay classic.
func TestDialectsChangeNoMessages(t *testing.T) {
	for _, dialect := range []string{"busybox", "net-tools-2.10", "net-tools-1.60"} {
		for _, line := range []string{"add", "add nosuch dev v0", "add -net 10.0.0.1 netmask 255.0.0.0", "-A frob", "--n", "frob"} {
			if diff := cmp.Diff(runLine(line), runLine("--dialect="+dialect+" "+line)); diff != "" {
				t.Errorf("%s %s (-classic +got)\n%s", dialect, line, diff)
			}
		}
	}
}

// A metric is 32 bits without a sign, which kernels up to 6.12 write with one:
// the classic texts show that of either, JSON and net-tools-git none.
func TestMetricsWithoutSign(t *testing.T) {
	w := village()
	w.files["/proc/net/route"] = nativeRoutes(routeTitles +
		"v0\t0000020A\t00000000\t0001\t0\t0\t-16689024\t0000FFFF\t0\t0\t0\n" +
		"v0\t0000030A\t00000000\t0001\t0\t0\t4278278272\t0000FFFF\t0\t0\t0\n" +
		"*\t0000040A\t00000000\t0201\t0\t0\t4278278272\t0000FFFF\t0\t0\t0\n")
	w.files["/proc/net/ipv6_route"] = "20010db8000800000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 ff013880 00000000 80000000 00000001 v0\n"
	for _, c := range []struct {
		line, metric string
		count        int
	}{
		{"-n", " -16689024 ", 3},
		{"-neee --dialect=net-tools-2.10", " -16689024 ", 0}, // a title
		{"-nee --dialect=net-tools-2.10", " -16689024 ", 3},
		{"-n --dialect=busybox", " -16689024 ", 3},
		{"-n -6 --dialect=net-tools-2.10", " -16697216 ", 1},
		{"-n --dialect=net-tools-git", " 4278278272 ", 3},
		{"-nee --dialect=net-tools-git", " 4278278272 ", 3},
		{"-n -6 --dialect=net-tools-git", " 4278270080 ", 1},
		{"--json", `"metric":4278278272,`, 3},
		{"-6 --json", `"metric":4278270080,"ref":0,"use":2147483648,`, 1},
	} {
		if got := w.runWords(c.line); strings.Count(got.Stdout, c.metric) != c.count || got.Status != 0 {
			t.Errorf("%s: %s", c.line, got.Stdout)
		}
	}
}
