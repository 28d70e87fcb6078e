package arp

import (
	"bytes"
	"io"
	"io/fs"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/internal/tools/toolstest"
	"classicnet/ioctl/ioctltest"
	"classicnet/tool"
)

// newKernel has two interfaces, and a table that any entry can be put into and
// taken from: what is sent is what counts.
func newKernel() *ioctltest.Kernel {
	k := ioctltest.New(ioctltest.Ethernet("v0", [6]byte{2, 0, 0, 0, 0, 1}), ioctltest.Loopback())
	k.Accept("SIOCSARP")
	k.Accept("SIOCDARP")
	return k
}

// world is what a test command runs in.
type world struct {
	kernel   *ioctltest.Kernel
	files    map[string]string
	broken   map[string]bool // files that fail behind their text
	dns      tool.DNS
	environ  map[string]string
	terminal bool
	stdout   io.Writer // nil: kept
}

const someEntries = "IP address       HW type     Flags       HW address            Mask     Device\n" +
	"10.0.0.2         0x1         0x6         02:aa:00:00:00:02     *        v0\n" +
	"10.0.0.3         0x1         0x0         00:00:00:00:00:00     *        v0\n" +
	"192.168.1.9      0x1         0x2         02:aa:00:00:00:09     *        v1\n" +
	"10.0.0.5         0x1         0xc         00:00:00:00:00:00     *        v0\n"

// newWorld has a small table. Names are in files alone.
func newWorld() *world {
	return &world{
		kernel: newKernel(),
		files: map[string]string{
			"/etc/nsswitch.conf": "hosts: files\n",
			"/etc/hosts":         "127.0.0.1 localhost\n10.0.0.2 printer printer.lan\n192.168.1.9 a-host-with-a-very-long-name.example.org\n10.0.0.77 absent\n",
			"/etc/networks":      "loopback 127.0.0.0\n",
			tableFile:            someEntries,
		},
	}
}

// brokenReader fails behind its text.
type brokenReader struct{ io.Reader }

func (r brokenReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if err == io.EOF {
		err = &fs.PathError{Op: "read", Path: "it", Err: unix.EIO}
	}
	return n, err
}

func (w *world) open(path string) (io.ReadCloser, error) {
	text, ok := w.files[path]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: path, Err: unix.ENOENT}
	}
	if w.broken[path] {
		return io.NopCloser(brokenReader{strings.NewReader(text)}), nil
	}
	return io.NopCloser(strings.NewReader(text)), nil
}

func (w *world) dial(family int) (Kernel, error) { return w.kernel.Dial(family) }

// result is all that is seen of a run.
type result struct {
	Stdout, Stderr string
	Status         int
	Calls          string // of the kernel, without the socket's
}

// reasoned drops the reason in front of a usage text where want doesn't say which
// it is; there must be one.
func (r result) reasoned(want result) result {
	r.Stderr = toolstest.Reasoned("arp", r.Stderr, want.Stderr)
	return r
}

// run runs a command line.
func (w *world) run(args ...string) result {
	var stdout, stderr bytes.Buffer
	w.kernel.Forget()
	e := &Env{Dial: w.dial, Env: tool.Env{
		Stdout: &stdout, Stderr: &stderr, Open: w.open, DNS: w.dns,
		Getenv:   func(key string) string { return w.environ[key] },
		Terminal: func(io.Writer) bool { return w.terminal },
	}}
	if w.stdout != nil {
		e.Stdout = w.stdout
	}
	status := Main(e, append([]string{"arp"}, args...))
	return result{short(stdout.String()), short(stderr.String()), status, plain(w.kernel.String())}
}

// plain checks that a socket was opened and closed once if at all, and drops
// that.
func plain(calls string) string {
	rest, opened := strings.CutPrefix(calls, "socket 2\n")
	rest, closed := strings.CutSuffix(rest, "close\n")
	if opened != closed || strings.Contains(rest, "socket") {
		return "socket leaked: " + calls
	}
	return rest
}

// runWords runs a command line that is written as words.
func (w *world) runWords(line string) result { return w.run(strings.Fields(line)...) }

// runLine is runWords in a world of its own.
func runLine(line string) result { return newWorld().runWords(line) }

// short replaces the usage text, which isn't interface, by its name.
func short(text string) string {
	text = strings.ReplaceAll(text, usage(), "(usage)\n")
	return strings.ReplaceAll(text, hardwareTypes(), "(types)\n")
}

// The names must stand for texts that are there.
func TestUsageText(t *testing.T) {
	text := usage()
	for _, want := range []string{"Usage: arp ", "-H, --hw-type TYPE", "[netmask MASK]", "--json"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q isn't in the usage text:\n%s", want, text)
		}
	}
	for _, hidden := range []string{" -t", " -p", "-?"} {
		if strings.Contains(text, hidden) {
			t.Errorf("%q is in the usage text", hidden)
		}
	}
}

// The list of types is recorded in the transcripts.
func TestHardwareTypes(t *testing.T) {
	const want = "    ash (Ash) ether (Ethernet) ax25 (AMPR AX.25) \n" +
		"    netrom (AMPR NET/ROM) rose (AMPR ROSE) arcnet (ARCnet) \n" +
		"    dlci (Frame Relay DLCI) fddi (Fiber Distributed Data Interface) hippi (HIPPI) \n" +
		"    irda (IrLAP) x25 (generic X.25) eui64 (Generic EUI-64) \n"
	if got := hardwareTypes(); got != want {
		t.Errorf("%s", got)
	}
}
