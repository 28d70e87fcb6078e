package route

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/dialect"
	"classicnet/internal/frame"
	"classicnet/netflag"
	"classicnet/procnet"
)

const (
	routeTitles = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n"
	routeLine   = "v0\t0000000A\t00000000\t0001\t0\t0\t0\t000000FF\t0\t0\t0\n"

	inetTitle = "Kernel IP routing table\n"
	plain     = inetTitle + "Destination     Gateway         Genmask         Flags Metric Ref    Use Iface\n"
	withE     = inetTitle + "Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface\n"
	withEE    = inetTitle + "Destination     Gateway         Genmask         Flags Metric Ref    Use Iface    MSS   Window irtt\n"
)

// someRoutes are one of each kind: a gateway, a net, a host, values that
// overflow their columns, a reject route, one that is down. (The addresses are
// those of a little-endian machine.)
const someRoutes = routeTitles + `
v0	00000000	FE01A8C0	0003	0	0	0	00000000	0	0	0
v0	0001A8C0	00000000	0001	1	22	333	00FFFFFF	1240	5000	25
v0	010010AC	0200000A	0007	0	0	-1	FFFFFFFF	0	0	0
verylongifname1	0000007F	00000000	8501	12345	123456789	123456789	000000FF	1234567	1234567	1234567
*	0002A8C0	00000000	0201	0	0	12	00FFFFFF	1	2	3
v0	0003A8C0	00000000	0000	0	0	0	00FFFFFF	0	0	0
`

func TestInetLevels(t *testing.T) {
	tests := []struct{ line, want string }{
		{"-n", plain + `
0.0.0.0         192.168.1.254   0.0.0.0         UG    0      0        0 v0
192.168.1.0     0.0.0.0         255.255.255.0   U     333    1       22 v0
172.16.0.1      10.0.0.2        255.255.255.255 UGH   -1     0        0 v0
127.0.0.0       0.0.0.0         255.0.0.0       Uin   123456789 12345 123456789 verylongifname1
192.168.2.0     -               255.255.255.0   !     12     -        0 -
`},
		{"-ne", withE + `
0.0.0.0         192.168.1.254   0.0.0.0         UG        0 0          0 v0
192.168.1.0     0.0.0.0         255.255.255.0   U      1240 5000      25 v0
172.16.0.1      10.0.0.2        255.255.255.255 UGH       0 0          0 v0
127.0.0.0       0.0.0.0         255.0.0.0       Uin   1234567 1234567 1234567 verylongifname1
192.168.2.0     -               255.255.255.0   !         - -          - -
`},
		{"-nee", withEE + `
0.0.0.0         192.168.1.254   0.0.0.0         UG    0      0        0 v0       0     0      0
192.168.1.0     0.0.0.0         255.255.255.0   U     333    1       22 v0       1240  5000   25
172.16.0.1      10.0.0.2        255.255.255.255 UGH   -1     0        0 v0       0     0      0
127.0.0.0       0.0.0.0         255.0.0.0       Uin   123456789 12345 123456789 verylo   1234567 1234567 1234567
192.168.2.0     -               255.255.255.0   !     12     -        0 -        -     -      -
`},
		{"-neee", inetTitle},
		{"-neeee", plain + `
0.0.0.0         192.168.1.254   0.0.0.0         UG    0      0        0 v0
192.168.1.0     0.0.0.0         255.255.255.0   U     333    1       22 v0
172.16.0.1      10.0.0.2        255.255.255.255 UGH   -1     0        0 v0
127.0.0.0       0.0.0.0         255.0.0.0       Uin   123456789 12345 123456789 verylongifname1
192.168.2.0     -               255.255.255.0   !     12     -        0 -
`},
		{"", plain + `
default         gw.example.test 0.0.0.0         UG    0      0        0 v0
office          *               255.255.255.0   U     333    1       22 v0
172.16.0.1      10.0.0.2        255.255.255.255 UGH   -1     0        0 v0
loopback        *               255.0.0.0       Uin   123456789 12345 123456789 verylongifname1
192.168.2.0     -               255.255.255.0   !     12     -        0 -
`},
		{"-N", plain + `
0.0.0.0         192.168.1.254   0.0.0.0         UG    0      0        0 v0
192.168.1.0     0.0.0.0         255.255.255.0   U     333    1       22 v0
172.16.0.1      10.0.0.2        255.255.255.255 UGH   -1     0        0 v0
127.0.0.0       0.0.0.0         255.0.0.0       Uin   123456789 12345 123456789 verylongifname1
192.168.2.0     -               255.255.255.0   !     12     -        0 -
`},
	}
	for _, test := range tests {
		t.Run(test.line, func(t *testing.T) {
			w := newWorld()
			w.files["/proc/net/route"] = nativeRoutes(strings.Replace(someRoutes, "\n\n", "\n", 1))
			want := result{Stdout: strings.Replace(test.want, "\n\n", "\n", 1)}
			if diff := cmp.Diff(want, w.runWords(test.line)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// In level 3 the use count of a reject row stands one byte off as soon as it
// has 7 digits: its column is wider.
func TestInetRejectUse(t *testing.T) {
	w := newWorld()
	w.files["/proc/net/route"] = routeTitles +
		"v0\t00000000\t00000000\t0001\t0\t1234567\t0\t00000000\t0\t0\t0\n" +
		"v0\t00000000\t00000000\t0201\t0\t1234567\t0\t00000000\t0\t0\t0\n"
	want := withEE +
		"0.0.0.0         0.0.0.0         0.0.0.0         U     0      0   1234567 v0       0     0      0\n" +
		"0.0.0.0         -               0.0.0.0         !     0      -  1234567 -        -     -      -\n"
	if diff := cmp.Diff(result{Stdout: want}, w.runWords("-nee")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A file that is missing, empty, unreadable, without rows or without a column.
func TestInetFiles(t *testing.T) {
	const missing = "/proc/net/route: No such file or directory\n"
	tests := []struct {
		name string
		file *string
		want result
	}{
		{"missing", nil, result{Stdout: "INET (IPv4) not configured in this system.\n", Stderr: missing, Status: 1}},
		{"empty", ptr(""), result{Stdout: plain, Status: 1}},
		{"titles", ptr(routeTitles), result{Stdout: plain}},
		{"old", ptr("Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\n" + routeLine), result{
			Stdout: plain, Stderr: "warning: /proc/net/route does not contain required field MTU\n", Status: 1,
		}},
		{"not UP", ptr(routeTitles + strings.Replace(routeLine, "0001", "0000", 1)), result{Stdout: plain}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := newWorld()
			if test.file != nil {
				w.files["/proc/net/route"] = *test.file
			}
			if diff := cmp.Diff(test.want, w.runWords("-n")); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func ptr(s string) *string { return &s }

// A malformed line is shown as the classic tools do, or not at all; with -v
// stderr names its file and number.
func TestInetMalformedLines(t *testing.T) {
	w := newWorld()
	w.files["/proc/net/route"] = nativeRoutes(routeTitles + "garbage\n" + routeLine + "v0\t00010A0A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\n")
	stdout := plain +
		"10.0.0.0        0.0.0.0         255.0.0.0       U     0      0        0 v0\n" +
		"10.10.1.0       0.0.0.0         255.255.255.0   U     0      0        0 v0\n"
	if diff := cmp.Diff(result{Stdout: stdout}, w.runWords("-n")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	got := w.runWords("-nv")
	lines := strings.SplitAfter(got.Stderr, "\n")
	if got.Stdout != stdout || got.Status != 0 || len(lines) != 3 ||
		!strings.HasPrefix(lines[0], "route: /proc/net/route:2: ") ||
		!strings.HasPrefix(lines[1], "route: /proc/net/route:4: IRTT: ") {
		t.Errorf("-v: %+v", got)
	}
}

// failingReader gives its text and then an error.
type failingReader struct {
	io.Reader
	err error
}

func (r failingReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if err == io.EOF {
		err = r.err
	}
	return n, err
}

// What can't be read at all is as good as empty. A failure behind a row must
// not pass for the end of the table.
func TestEachReadErrors(t *testing.T) {
	broken := errors.New("broken")
	tests := []struct {
		text string
		want error // that the command ends with
	}{{"", &frame.Failure{Status: 1}}, {routeTitles + routeLine, &frame.Failure{Message: "FILE: broken", Status: 1}}}
	for _, test := range tests {
		c := newWorld().command(t)
		routes := procnet.Routes(failingReader{strings.NewReader(test.text), broken})
		got := failedTable("FILE", c.listing(dialect.Routes2003).inetRoutes(routes))
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("after %d bytes: (-want +got)\n%s", len(test.text), diff)
		}
	}
}

// All flags at once, and those that no letter shows.
func TestInetFlags(t *testing.T) {
	tests := []struct {
		flags uint32
		want  string
	}{
		{0xffffffff, "!HRDMdacoecfpluwin"}, {0xfffffdff, "UGHRDMdacoecfpluwin"},
		{0x00000001, "U"}, {0x00000201, "!"}, {0x00000207, "!H"}, {0x7888f800 &^ 0x400, ""}, {0, ""},
	}
	for _, test := range tests {
		if got := string(putFlags(nil, &inetRow{Route: procnet.Route{Flags: netflag.Route(test.flags)}})); got != test.want {
			t.Errorf("%#x: %s, want %s", test.flags, got, test.want)
		}
	}
}

// Formatting a row allocates nothing.
func TestInetRowAllocations(t *testing.T) {
	w := newWorld()
	w.files["/proc/net/route"] = routeTitles
	var row inetRow
	for row.Route = range procnet.Routes(strings.NewReader(routeTitles + routeLine)) {
		break
	}
	line := make([]byte, 0, 200)
	for level := 1; level <= 3; level++ {
		if n := testing.AllocsPerRun(100, func() { line = shapes[0].appendInet(line[:0], level, &row) }); n != 0 {
			t.Errorf("level %d: %v allocations", level, n)
		}
	}
}
