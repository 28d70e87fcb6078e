package resolve

import (
	"errors"
	"fmt"
	"io"
	"net/netip"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

func addr(s string) netip.Addr { return netip.MustParseAddr(s) }

// line is an entry as the tests write it.
func line(e entry) string { return e.addr.String() + " " + strings.Join(e.names, " ") }

func TestHostLines(t *testing.T) {
	for _, c := range []struct {
		line string
		want []string
	}{
		{"127.0.0.1\tlocalhost", []string{"127.0.0.1 localhost"}},
		{"  10.0.0.7 \v a\fb \r\n", []string{"10.0.0.7 a b"}},
		{"10.0.0.7 a#b c", []string{"10.0.0.7 a"}},
		{"2001:DB8::1 six", []string{"2001:db8::1 six"}},
		{"::ffff:10.0.0.8 m", []string{"::ffff:10.0.0.8 m", "10.0.0.8 m"}},
		{"::1 six", []string{"::1 six", "127.0.0.1 six"}},
		{"10.0.0.7 sp\u00a0ace \xff\x00", []string{"10.0.0.7 sp\u00a0ace \xff\x00"}},
		// No lines.
		{"", nil},
		{"\t \r\n", nil},
		{"# 10.0.0.7 a", nil},
		{"10.0.0.7", nil},
		{"10.0.0.7 # a", nil},
		{"10.1 short", nil},
		{"010.0.0.1 octal", nil},
		{"0x0a000001 hex", nil},
		{"10.0.0.256 large", nil},
		{"fe80::5%lo zone", nil},
		{"10.0.0.0/8 mask", nil},
		{"name 10.0.0.7", nil},
	} {
		var got []string
		for _, e := range hostEntries(Words(uncomment(c.line))) {
			got = append(got, line(e))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.line, diff)
		}
	}
}

func TestNetworkLines(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"loopback 127.0.0.0", "127.0.0.0 loopback"},
		{" tens\t10 ten TEN # x", "10.0.0.0 tens ten TEN"},
		{"bnet 172.21\r\n", "172.21.0.0 bnet"},
		{"hex 0xa.0X1F", "10.31.0.0 hex"},
		{"octal 012.017", "10.15.0.0 octal"},
		{"zero 0", "0.0.0.0 zero"},
		{"four 1.2.3.4", "1.2.3.4 four"},
		{"glued 9#x y", "9.0.0.0 glued"},
		{"0x7f 5", "5.0.0.0 0x7f"},
		// What is no number is all ones, as in glibc.
		{"large 256", "255.255.255.255 large"},
		{"large 65536", "255.255.255.255 large"},
		{"five 1.2.3.4.5", "255.255.255.255 five"},
		{"dot 10.", "255.255.255.255 dot"},
		{"dots 1..2", "255.255.255.255 dots"},
		{"octal 08", "255.255.255.255 octal"},
		{"hex 0x", "255.255.255.255 hex"},
		{"sign -1", "255.255.255.255 sign"},
		{"sign 1.+2", "255.255.255.255 sign"},
		{"text foo", "255.255.255.255 text"},
		{"alone", "255.255.255.255 alone"},
		{"", ""},
		{"# loopback 127.0.0.0", ""},
	} {
		got := ""
		for _, e := range networkEntries(Words(uncomment(c.line))) {
			got += line(e)
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.line, got, c.want)
		}
	}
}

func TestFirstLineCounts(t *testing.T) {
	table := parseTable(strings.NewReader("10.0.0.1 a b\n10.0.0.2 B c\n10.0.0.1 d\n2001:db8::1 b\n"), hostEntries)
	for _, c := range []struct {
		name string
		v6   bool
		want string
		why  Reason
	}{
		{"a", false, "10.0.0.1", NoError},
		{"b", false, "10.0.0.1", NoError},
		{"B", true, "2001:db8::1", NoError},
		{"c", false, "10.0.0.2", NoError},
		{"D", false, "10.0.0.1", NoError},
		{"a", true, "invalid IP", NoHost},
	} {
		if got, why := table.addr(c.name, c.v6); got.String() != c.want || why != c.why {
			t.Errorf("%q, IPv6 %v: %v, %v, want %s, %v", c.name, c.v6, got, why, c.want, c.why)
		}
	}
	for a, want := range map[string]string{"10.0.0.1": "a", "10.0.0.2": "B", "2001:db8::1": "b", "10.0.0.3": ""} {
		if got, _ := table.name(addr(a)); got != want {
			t.Errorf("%s: %q, want %q", a, got, want)
		}
	}
}

// Names are compared byte by byte in ASCII: what Unicode takes for the same
// letter is another name, and bytes that are no text are names, too.
func TestNamesAreBytes(t *testing.T) {
	table := parseTable(strings.NewReader("10.0.0.1 \u212a \xff\n10.0.0.2 k \xfe\n"), hostEntries)
	for name, want := range map[string]string{"K": "10.0.0.2", "\u212a": "10.0.0.1", "\xff": "10.0.0.1", "\xfe": "10.0.0.2"} {
		if got, _ := table.addr(name, false); got != addr(want) {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}

func TestLastLineWithoutNewline(t *testing.T) {
	r := New(etc("10.0.0.1 a\n10.0.0.2 b", "n 10", "files").open, nil)
	if got := show(r.Inet("b", false)); got != "10.0.0.2" {
		t.Errorf("got %s", got)
	}
	if got := show(r.Inet("n", false)); got != "net 10.0.0.0" {
		t.Errorf("got %s", got)
	}
}

func TestReadError(t *testing.T) {
	broken := io.MultiReader(strings.NewReader("10.0.0.1 a\n"), iotest.ErrReader(errors.New("is a directory")))
	table := parseTable(broken, hostEntries)
	if got, _ := table.addr("a", false); got != addr("10.0.0.1") {
		t.Errorf("what was read before the error is lost: %v", got)
	}
}

// endless is a file without an end or a line.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	e.read += len(p)
	return len(p), nil
}

func TestEndlessFileEnds(t *testing.T) {
	e := &endless{}
	for range Lines(e) {
	}
	if e.read < sizeLimit || e.read > sizeLimit+64<<10 {
		t.Errorf("read %d bytes, want about %d", e.read, sizeLimit)
	}
}

// A long file is read once and indexed once, whatever is looked up how often.
func TestLongFile(t *testing.T) {
	const n = 100_000
	var hosts strings.Builder
	for i := range n {
		fmt.Fprintf(&hosts, "10.%d.%d.%d host%d alias%d\n", i>>16, i>>8&255, i&255, i, i)
	}
	files := etc(hosts.String(), "", "files")
	r := New(files.open, nil)
	for i := range n {
		a := netip.AddrFrom4([4]byte{10, byte(i >> 16), byte(i >> 8), byte(i)})
		want := fmt.Sprintf("host%d", i)
		if name, _ := r.HostName(nil, a); name != want {
			t.Fatalf("%v is %q, want %q", a, name, want)
		}
		if got, _, _ := r.Inet(fmt.Sprintf("Alias%d", i), true); got != a {
			t.Fatalf("alias%d is %v, want %v", i, got, a)
		}
	}
	if want := "/etc/nsswitch.conf /etc/hosts"; files.String() != want {
		t.Errorf("opened %q, want %q", files, want)
	}
}
