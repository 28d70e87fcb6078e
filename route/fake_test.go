package route

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"net/netip"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/tool"
)

// fakeKernel answers every request with its errors; String is what it was
// asked.
type fakeKernel struct {
	log     strings.Builder
	refuses map[string]unix.Errno // by the request's name: socket, SIOCADDRT ...
}

func (k *fakeKernel) String() string { return k.log.String() }

func (k *fakeKernel) call(request, format string, args ...any) error {
	fmt.Fprintf(&k.log, request+format+"\n", args...)
	if errno := k.refuses[request]; errno != 0 {
		return &ioctl.Error{Request: request, Err: errno}
	}
	return nil
}

func (k *fakeKernel) dial(family int) (Kernel, error) {
	if err := k.call("socket", " %d", family); err != nil {
		return nil, err
	}
	return k, nil
}

func (k *fakeKernel) AddRoute(r ioctl.Route) error { return k.call("SIOCADDRT", routeText(r)) }
func (k *fakeKernel) DelRoute(r ioctl.Route) error { return k.call("SIOCDELRT", routeText(r)) }

func (k *fakeKernel) AddRoute6(r ioctl.Route6) error { return k.call("SIOCADDRT", route6Text(r)) }
func (k *fakeKernel) DelRoute6(r ioctl.Route6) error { return k.call("SIOCDELRT", route6Text(r)) }

func (k *fakeKernel) AddX25Route(r ioctl.X25Route) error { return k.call("SIOCADDRT", " %+v", r) }
func (k *fakeKernel) DelX25Route(r ioctl.X25Route) error { return k.call("SIOCDELRT", " %+v", r) }

func (k *fakeKernel) Index(name string) (int, error) {
	return 7, k.call("SIOCGIFINDEX", " %s", name)
}

func (k *fakeKernel) Close() error { return k.call("close", "") }

// routeText shows the fields that are set.
func routeText(r ioctl.Route) string {
	b := fmt.Sprintf(" %s flags=%#x", r.Dst, uint32(r.Flags))
	if r.Gateway.IsValid() {
		b += " gw=" + r.Gateway.String()
	}
	if r.Genmask.IsValid() {
		b += " mask=" + r.Genmask.String()
	}
	if r.HostGenmask {
		b += " hostmask"
	}
	for _, f := range []struct {
		name  string
		value uint64
	}{{"mtu", r.MTU}, {"window", r.Window}, {"irtt", uint64(r.IRTT)}} {
		if f.value != 0 {
			b += fmt.Sprintf(" %s=%d", f.name, f.value)
		}
	}
	if r.Metric != 0 {
		b += fmt.Sprintf(" metric=%d", r.Metric)
	}
	if r.Device != "" {
		b += " dev=" + r.Device
	}
	if r.EmptyDevice {
		b += " dev=''"
	}
	return b
}

func route6Text(r ioctl.Route6) string {
	b := fmt.Sprintf(" %s/%d flags=%#x metric=%d", r.Dst, r.PrefixLen, uint32(r.Flags), r.Metric)
	if r.Gateway.IsValid() {
		b += " gw=" + r.Gateway.String()
	}
	if r.Index != 0 {
		b += fmt.Sprintf(" index=%d", r.Index)
	}
	return b
}

// fakeDNS knows a few names and answers nothing else.
type fakeDNS map[string]string

func (d fakeDNS) LookupIP(_ <-chan struct{}, name string, _ bool) ([]netip.Addr, error) {
	switch answer := d[name]; answer {
	case "":
		return nil, tool.ErrNoName
	case "dead":
		return nil, io.ErrUnexpectedEOF
	case "empty":
		return nil, tool.ErrNoAddress
	default:
		return []netip.Addr{netip.MustParseAddr(answer)}, nil
	}
}

func (d fakeDNS) LookupName(_ <-chan struct{}, a netip.Addr) (string, error) {
	if name := d[a.String()]; name != "" {
		return name, nil
	}
	return "", tool.ErrNoName
}

// world is what a test command runs in.
type world struct {
	kernel   fakeKernel
	files    map[string]string
	dns      tool.DNS
	environ  map[string]string
	terminal bool
	opened   *[]string // what was opened, if anyone asks
}

// newWorld has the files of the golden cases: names are in files alone.
func newWorld() *world {
	return &world{files: map[string]string{
		"/etc/nsswitch.conf": "hosts: files\n",
		"/etc/hosts":         "127.0.0.1 localhost\n192.168.1.254 gw.example.test gw\n2001:db8:7::1 sixhost\n",
		"/etc/networks":      "loopback 127.0.0.0\noffice 192.168.1.0\ntens 10\n",
	}}
}

func (w *world) open(path string) (io.ReadCloser, error) {
	if w.opened != nil {
		*w.opened = append(*w.opened, path)
	}
	text, ok := w.files[path]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: path, Err: unix.ENOENT}
	}
	return io.NopCloser(strings.NewReader(text)), nil
}

// result is all that is seen of a run.
type result struct {
	Stdout, Stderr string
	Status         int
	Calls          string // of the kernel
}

// reasoned drops the reason in front of a usage text where want doesn't say which
// it is; there must be one.
func (r result) reasoned(want result) result {
	reason, rest, ok := strings.Cut(r.Stderr, "\n")
	if ok && strings.HasPrefix(want.Stderr, "(") && rest == want.Stderr && strings.HasPrefix(reason, "route: ") {
		r.Stderr = rest
	}
	return r
}

// run runs a command line.
func (w *world) run(args ...string) result {
	var stdout, stderr bytes.Buffer
	w.kernel.log.Reset()
	e := &Env{Dial: w.kernel.dial, Env: tool.Env{
		Stdout: &stdout, Stderr: &stderr, Open: w.open, DNS: w.dns,
		Getenv:   func(key string) string { return w.environ[key] },
		Terminal: func(io.Writer) bool { return w.terminal },
	}}
	status := Main(e, append([]string{"route"}, args...))
	return result{stdout.String(), short(stderr.String()), status, w.kernel.String()}
}

// runWords runs a command line that is written as words.
func (w *world) runWords(line string) result { return w.run(strings.Fields(line)...) }

// runLine is runWords in a world of its own.
func runLine(line string) result { return newWorld().runWords(line) }

// usages are the usage texts, which aren't interface, and what tests call them.
var usages = []struct {
	text func() string
	name string
}{{mainText, "(usage)\n"}, {inetText, "(inet usage)\n"}, {inet6Text, "(inet6 usage)\n"}, {x25Text, "(x25 usage)\n"}}

// short replaces usage texts by their names.
func short(stderr string) string {
	for _, u := range usages {
		stderr = strings.ReplaceAll(stderr, u.text(), u.name)
	}
	return stderr
}

// The names must stand for texts that are there and differ.
func TestUsageTextsDiffer(t *testing.T) {
	seen := map[string]bool{}
	for _, u := range usages {
		text := u.text()
		if !strings.HasPrefix(text, "Usage: ") || !strings.HasSuffix(text, "\n") || seen[text] {
			t.Errorf("%s is %q", u.name, text)
		}
		seen[text] = true
	}
}

// command returns one that wasn't run yet.
func (w *world) command(t *testing.T) *command {
	t.Helper()
	return &command{dial: w.kernel.dial, Run: route.New(tool.Env{Open: w.open, DNS: w.dns})}
}

// nativeRoutes turns the addresses of a table of a little-endian machine into
// those of this one.
func nativeRoutes(table string) string {
	if binary.NativeEndian.Uint16([]byte{1, 0}) == 1 {
		return table
	}
	return addressWord.ReplaceAllStringFunc(table, func(word string) string {
		return word[6:8] + word[4:6] + word[2:4] + word[0:2]
	})
}

var addressWord = regexp.MustCompile(`\b[0-9A-F]{8}\b`)
