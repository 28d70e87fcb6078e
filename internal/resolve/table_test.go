package resolve

import (
	"errors"
	"fmt"
	"io"
	"net/netip"
	"strings"
	"testing"
	"testing/iotest"
)

func addr(s string) netip.Addr { return netip.MustParseAddr(s) }

// bookOf is a database with this content.
func bookOf(kind int, content string) *book {
	f := &fakeFiles{content: map[string]string{books[kind].path: content}}
	return &New(f.open, nil).books[kind]
}

// value is what a database has for a key, "" for nothing; an address as text.
func (b *book) value(key []byte) string {
	v, _ := b.find(key)
	return v
}

func (b *book) addrOf(name string) string {
	a, ok := netip.AddrFromSlice([]byte(b.value(appendLower(nil, name))))
	if !ok {
		return ""
	}
	return a.String()
}

// say is what a line of /etc/hosts says of its first word as an address and of
// its names.
func say(line, name string) (text string) {
	for _, kind := range []int{hostAddrs4, hostAddrs6} {
		if a := bookOf(kind, line).addrOf(name); a != "" {
			text += a + " "
			a, _ := netip.ParseAddr(a)
			text += bookOf(hostNames, line).value(appendAddr(nil, a)) + " "
		}
	}
	return strings.TrimSuffix(text, " ")
}

func TestHostLines(t *testing.T) {
	for _, c := range []struct{ line, name, want string }{
		{"127.0.0.1\tlocalhost", "localhost", "127.0.0.1 localhost"},
		{"  10.0.0.7 \v a\fb \r\n", "b", "10.0.0.7 a"},
		{"10.0.0.7 a#b c", "a", "10.0.0.7 a"},
		{"10.0.0.7 a#b c", "b", ""},
		{"255.249.99.0 a", "a", "255.249.99.0 a"},
		{"2001:DB8::1 six", "six", "2001:db8::1 six"},
		{"::ffff:10.0.0.8 m", "m", "10.0.0.8 m ::ffff:10.0.0.8 m"},
		{"::1 six", "six", "127.0.0.1 six ::1 six"},
		{"10.0.0.7 sp\u00a0ace \xff\x00", "\xff\x00", "10.0.0.7 sp\u00a0ace"},
		// No lines.
		{"", "", ""},
		{"\t \r\n", "", ""},
		{"# 10.0.0.7 a", "a", ""},
		{"10.0.0.7", "10.0.0.7", ""},
		{"10.0.0.7 # a", "a", ""},
		{"10.1 a", "a", ""},
		{"1.2.3. a", "a", ""},
		{"1.2.3.4.5 a", "a", ""},
		{"1..3.4 a", "a", ""},
		{"010.0.0.1 a", "a", ""},
		{"00.0.0.1 a", "a", ""},
		{"0x0a000001 a", "a", ""},
		{"10.0.0.256 a", "a", ""},
		{"fe80::5%lo a", "a", ""},
		{"10.0.0.0/8 a", "a", ""},
		{"name 10.0.0.7 a", "a", ""},
	} {
		if got := say(c.line, c.name); got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.name, c.line, got, c.want)
		}
	}
}

func TestParseQuad(t *testing.T) {
	for _, text := range []string{"0.0.0.0", "1.2.3.4", "255.255.255.255", "256.1.1.1", "01.1.1.1", "1.1.1.00", "1.1.1", "1.1.1.", "", ".", "1.1.1.1.1", "1.1.1.1x", "-1.1.1.1"} {
		want, err := netip.ParseAddr(text)
		if got, ok := parseQuad([]byte(text)); ok != (err == nil) || ok && got != want {
			t.Errorf("%q: %v, %v", text, got, ok)
		}
	}
}

func TestNetworkLines(t *testing.T) {
	for _, c := range []struct{ line, name, want, first string }{
		{"loopback 127.0.0.0", "loopback", "127.0.0.0", "loopback"},
		{" tens\t10 ten TEN # x", "ten", "10.0.0.0", "tens"},
		{"bnet 172.21\r\n", "bnet", "172.21.0.0", "bnet"},
		{"hex 0xa.0X1F", "hex", "10.31.0.0", "hex"},
		{"octal 012.017", "octal", "10.15.0.0", "octal"},
		{"zero 0", "zero", "0.0.0.0", "zero"},
		{"four 1.2.3.4", "four", "1.2.3.4", "four"},
		{"glued 9#x y", "glued", "9.0.0.0", "glued"},
		{"0x7f 5", "0X7F", "5.0.0.0", "0x7f"},
		{"n 5", "5", "", ""}, // a number is no name
		// What is no number is all ones, as in glibc.
		{"large 256", "large", "255.255.255.255", "large"},
		{"large 65536", "large", "255.255.255.255", "large"},
		{"five 1.2.3.4.5", "five", "255.255.255.255", "five"},
		{"dot 10.", "dot", "255.255.255.255", "dot"},
		{"dots 1..2", "dots", "255.255.255.255", "dots"},
		{"octal 08", "octal", "255.255.255.255", "octal"},
		{"hex 0x", "hex", "255.255.255.255", "hex"},
		{"sign -1", "sign", "255.255.255.255", "sign"},
		{"sign 1.+2", "sign", "255.255.255.255", "sign"},
		{"text foo", "text", "255.255.255.255", "text"},
		{"alone", "alone", "255.255.255.255", "alone"},
		{"", "", "", ""},
		{"# loopback 127.0.0.0", "loopback", "", ""},
	} {
		got := bookOf(networkAddrs, c.line).addrOf(c.name)
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.line, got, c.want)
		}
		if got == "" {
			continue
		}
		if first := bookOf(networkNames, c.line).value(appendAddr(nil, addr(got))); first != c.first {
			t.Errorf("%q: the name is %q, want %q", c.line, first, c.first)
		}
	}
}

const fewHosts = "10.0.0.1 a b\n10.0.0.2 B c\n10.0.0.1 d\n2001:db8::1 b\n"

// Whether a file is kept or read for what is asked alone, the first line counts.
func TestFirstLineCounts(t *testing.T) {
	for _, content := range []string{fewHosts, fewHosts + strings.Repeat("# long\n", shortFile/7+1)} {
		r := New(etc(content, "", "files").open, nil)
		for range 2 {
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
				{"e", false, "invalid IP", NoHost},
			} {
				a, _, why := r.host(c.name, c.v6)
				if a.String() != c.want || why != c.why {
					t.Errorf("%q, IPv6 %v: %v, %v, want %s, %v", c.name, c.v6, a, why, c.want, c.why)
				}
			}
			for a, want := range map[string]string{"10.0.0.1": "a", "10.0.0.2": "B", "2001:db8::1": "b", "10.0.0.3": ""} {
				if got, _ := r.HostName(nil, addr(a)); got != want {
					t.Errorf("%s: %q, want %q", a, got, want)
				}
			}
		}
	}
}

// Names are compared byte by byte in ASCII: what Unicode takes for the same
// letter is another name, and bytes that are no text are names, too.
func TestNamesAreBytes(t *testing.T) {
	b := bookOf(hostAddrs4, "10.0.0.1 \u212a \xff\n10.0.0.2 k \xfe\n")
	for name, want := range map[string]string{"K": "10.0.0.2", "\u212a": "10.0.0.1", "\xff": "10.0.0.1", "\xfe": "10.0.0.2"} {
		if got := b.addrOf(name); got != want {
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
	b := bookOf(hostAddrs4, "")
	b.open = func(string) (io.ReadCloser, error) {
		return io.NopCloser(io.MultiReader(strings.NewReader("10.0.0.1 a\n"), iotest.ErrReader(errors.New("is a directory")))), nil
	}
	if got := b.addrOf("a"); got != "10.0.0.1" {
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

// A line without an end is a line, of which no more than lineLimit is kept.
func TestEndlessLine(t *testing.T) {
	lines, longest := 0, 0
	scan(io.MultiReader(strings.NewReader("a\n"), strings.NewReader(strings.Repeat("x", 8<<20)), strings.NewReader("\nb\n")), func(line []byte) bool {
		lines, longest = lines+1, max(longest, len(line))
		return true
	})
	if lines != 3 || longest != lineLimit {
		t.Errorf("%d lines, the longest of %d bytes", lines, longest)
	}
}

// longHosts is a block list of n lines.
func longHosts(n int) string {
	var b strings.Builder
	for i := range n {
		a := host(i).As4()
		fmt.Fprintf(&b, "%d.%d.%d.%d host%d alias%d\n", a[0], a[1], a[2], a[3], i, i)
	}
	return b.String()
}

// A long file is read once for all that was announced, and not kept.
func TestLongFile(t *testing.T) {
	const n = 20_000
	files := etc(longHosts(n), "", "files")
	r := New(files.open, nil)
	names := NewNames(r, 1, second)
	defer names.Close()
	for i := range n {
		names.Ask(host(i))
	}
	for i := range n {
		if name, _ := names.Name(host(i)); name != fmt.Sprintf("host%d", i) {
			t.Fatalf("%v is %q", host(i), name)
		}
	}
	if want := "/etc/hosts /etc/nsswitch.conf /etc/hosts"; files.String() != want {
		t.Errorf("opened %q, want %q", files, want)
	}
	for _, i := range []int{7, n - 1, 0, n} {
		a, _, ok := r.Inet(fmt.Sprintf("Alias%d", i), true)
		if ok != (i < n) || ok && a != host(i) {
			t.Errorf("alias%d is %v, %v", i, a, ok)
		}
	}
	if known := len(r.books[hostAddrs4].known); known > 4 {
		t.Errorf("%d names are kept of 4 that were asked for", known)
	}
}

// Listing many hosts beside a long file reads it a few times, not once a row.
func TestLongFileInAListing(t *testing.T) {
	const n = 20_000
	files := etc(longHosts(n), "", "files")
	names := NewNames(New(files.open, nil), ListingParallel, second)
	defer names.Close()
	rows := Ahead(numbers(n), ListingAhead, func(i *int, _ error) { names.Ask(host(*i)) })
	for i := range rows {
		if name, _ := names.Name(host(i)); name != fmt.Sprintf("host%d", i) {
			t.Fatalf("%v is %q", host(i), name)
		}
	}
	if len(files.log) > 15 {
		t.Errorf("%d files opened for %d rows", len(files.log), n)
	}
}

// A short file is read once, whatever is asked how often.
func TestShortFile(t *testing.T) {
	files := etc(longHosts(900), "", "files")
	r := New(files.open, nil)
	for i := range 900 {
		if name, _ := r.HostName(nil, host(i)); name != fmt.Sprintf("host%d", i) {
			t.Fatalf("%v is %q", host(i), name)
		}
	}
	if want := "/etc/nsswitch.conf /etc/hosts"; files.String() != want {
		t.Errorf("opened %q, want %q", files, want)
	}
}

// A pass through a long file costs no more memory than the question.
func TestLongFileTakesNoMemory(t *testing.T) {
	b := bookOf(hostAddrs4, longHosts(50_000))
	if n := testing.AllocsPerRun(1, func() { b.addrOf("nosuch") }); n > 20 {
		t.Errorf("%v allocations for a pass", n)
	}
}

func TestNumberNames(t *testing.T) {
	f := &fakeFiles{content: map[string]string{
		"/etc/services":  "# x\nssh 22/tcp # y\nssh2 22/tcp\ndomain 53/tcp\ndomain 53/udp dns\nbad 70000/tcp\nworse x/tcp\nnone\nsp 9\n",
		"/etc/protocols": "ip 0 IP\nicmp\t1\tICMP\nbad x\ntcp 6 TCP\n",
		"/etc/passwd":    "root:x:0:0:root:/root:/bin/sh\n#x:x:5:\n+:x:6:0::\ndaemon:x:1:1:::\nsecond:x:1:1:::\nshort:x:7\n",
	}}
	r := New(f.open, nil)
	r.AskService(53, "udp")
	r.AskUser(1)
	for _, c := range []struct {
		what string
		find func() (string, bool)
		want string
	}{
		{"22/tcp", func() (string, bool) { return r.ServiceName(22, "tcp") }, "ssh"},
		{"53/udp", func() (string, bool) { return r.ServiceName(53, "udp") }, "domain"},
		{"22/udp", func() (string, bool) { return r.ServiceName(22, "udp") }, ""},
		{"4464/tcp", func() (string, bool) { return r.ServiceName(70000-65536, "tcp") }, ""},
		{"protocol 0", func() (string, bool) { return r.ProtocolName(0) }, "ip"},
		{"protocol 1", func() (string, bool) { return r.ProtocolName(1) }, "icmp"},
		{"protocol 6", func() (string, bool) { return r.ProtocolName(6) }, "tcp"},
		{"protocol 7", func() (string, bool) { return r.ProtocolName(7) }, ""},
		{"uid 0", func() (string, bool) { return r.UserName(0) }, "root"},
		{"uid 1", func() (string, bool) { return r.UserName(1) }, "daemon"},
		{"uid 5", func() (string, bool) { return r.UserName(5) }, ""},
		{"uid 6", func() (string, bool) { return r.UserName(6) }, ""},
		{"uid 7", func() (string, bool) { return r.UserName(7) }, ""},
	} {
		if got, ok := c.find(); got != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q, %v, want %q", c.what, got, ok, c.want)
		}
	}
	f.content["/etc/nsswitch.conf"] = "services: db\npasswd: sss\n"
	r = New(f.open, nil)
	if got, ok := r.ServiceName(22, "tcp"); ok {
		t.Errorf("files are no source of services: %q", got)
	}
	if got, ok := r.UserName(0); ok {
		t.Errorf("files are no source of users: %q", got)
	}
}
