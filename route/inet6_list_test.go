package route

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/netflag"
	"classicnet/procnet"
)

const (
	none6  = "00000000000000000000000000000000"
	plain6 = "Kernel IPv6 routing table\n" + inet6Header
	cache6 = "Kernel IPv6 routing cache\n" + inet6Header

	someRoutes6 = "20010db8000000000000000000000000 40 " + none6 + " 00 " + none6 + " 00000100 00000001 00000000 00000001       v0\n" +
		none6 + " 00 " + none6 + " 00 fe800000000000000000000000000002 00000400 00000005 000002a6 00000003       v0\n" +
		"ff000000000000000000000000000000 08 " + none6 + " 00 " + none6 + " 00000100 0000007b 0012d687 00000001       v0\n" +
		none6 + " 00 " + none6 + " 00 " + none6 + " ffffffff 00000001 00000000 00200200       lo\n" +
		"00000000000000000000ffff01020304 80 " + none6 + " 00 " + none6 + " 00000001 00000001 00000001 01000005       v0\n" +
		"20010db8aaaabbbbccccddddeeeeffff 80 " + none6 + " 00 20010db8111122223333444455556666 00000001 00000001 00000001 00000007 averylongdevice\n"

	shown6 = `2001:db8::/64                  ::                         U    256 1     0 v0
::/0                           fe80::2                    UG   1024 5   678 v0
ff00::/8                       ::                         U    256 1231234567 v0
::/0                           ::                         !n   -1  1     0 lo
2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff/128 2001:db8:1111:2222:3333:4444:5555:6666 UGH  1   1     1 averylongdevice
`
	cached6 = "1.2.3.4/128                    ::                         UHC  1   1     1 v0\n"
)

// Entries of the cache are shown with -C alone, the others without it.
// Neither names nor levels make a difference.
func TestInet6Table(t *testing.T) {
	tests := []struct{ line, want string }{
		{"-6", plain6 + shown6}, {"-6n", plain6 + shown6}, {"-6e", plain6 + shown6}, {"-6eee", plain6 + shown6},
		{"-6C", cache6 + cached6}, {"-6FCn", plain6 + shown6 + cache6 + cached6},
	}
	for _, test := range tests {
		w := newWorld()
		w.files["/etc/hosts"] += "2001:db8:: sixnet\nfe80::2 router\n"
		w.files["/proc/net/ipv6_route"] = someRoutes6
		if diff := cmp.Diff(result{Stdout: test.want}, w.runWords(test.line)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.line, diff)
		}
	}
}

func TestInet6Files(t *testing.T) {
	missing := result{
		Stdout: "INET6 (IPv6) not configured in this system.\n",
		Stderr: "/proc/net/ipv6_route: No such file or directory\n", Status: 1,
	}
	for _, line := range []string{"-6", "-6C", "-6FC"} {
		if diff := cmp.Diff(missing, runLine(line)); diff != "" {
			t.Errorf("%s missing: (-want +got)\n%s", line, diff)
		}
	}
	w := newWorld()
	w.files["/proc/net/ipv6_route"] = ""
	if diff := cmp.Diff(result{Stdout: plain6}, w.runWords("-6n")); diff != "" {
		t.Errorf("empty: (-want +got)\n%s", diff)
	}
	w.files["/proc/net/ipv6_route"] = "garbage\n" + someRoutes6[:20] + "\n"
	got := w.runWords("-6nv")
	if got.Stdout != plain6 || strings.Count(got.Stderr, "route: /proc/net/ipv6_route:") != 2 {
		t.Errorf("garbage: %+v", got)
	}
}

// All flags at once, and those that no letter shows.
func TestInet6Flags(t *testing.T) {
	for flags, want := range map[uint32]string{
		0xffffffff: "U!GHDACaemnf", 0x201: "U!", 0xfc98fdd8: "", 0x00200200: "!n",
	} {
		if got := string(putFlags6(nil, &inet6Row{Route6: procnet.Route6{Flags: netflag.Route(flags)}})); got != want {
			t.Errorf("%#x: %q, want %q", flags, got, want)
		}
	}
}

func TestInet6RowAllocations(t *testing.T) {
	var row inet6Row
	for row.Route6 = range procnet.Routes6(strings.NewReader(someRoutes6)) {
		break
	}
	line := make([]byte, 0, 200)
	if n := testing.AllocsPerRun(100, func() { line = appendColumns(line[:0], inet6Columns, &row) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
