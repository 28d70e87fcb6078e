package route

import (
	"bytes"
	"encoding/binary"
	"io"
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/internal/tools/toolstest"
	"classicnet/ioctl/ioctltest"
	"classicnet/tool"
)

// newKernel has the devices that tests name, X.25, and a table that takes any
// route: what is sent is what counts.
func newKernel() *ioctltest.Kernel {
	k := ioctltest.New(
		ioctltest.Interface{Name: "eth0", Index: 7}, ioctltest.Interface{Name: "verylongifname1"}, ioctltest.Interface{Name: "reject"},
	)
	k.Families = []int{unix.AF_X25}
	k.Accept("SIOCADDRT")
	k.Accept("SIOCDELRT")
	return k
}

// world is what a test command runs in.
type world struct {
	kernel   *ioctltest.Kernel
	files    map[string]string
	dns      tool.DNS
	environ  map[string]string
	terminal bool
	opened   *[]string // what was opened, if anyone asks
}

// newWorld has the files of the golden cases: names are in files alone.
func newWorld() *world {
	return &world{kernel: newKernel(), files: map[string]string{
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

func (w *world) dial(family int) (Kernel, error) { return w.kernel.Dial(family) }

// result is all that is seen of a run.
type result struct {
	Stdout, Stderr string
	Status         int
	Calls          string // of the kernel
}

// reasoned drops the reason in front of a usage text where want doesn't say which
// it is; there must be one.
func (r result) reasoned(want result) result {
	r.Stderr = toolstest.Reasoned("route", r.Stderr, want.Stderr)
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
	return &command{dial: w.dial, Run: route.New(tool.Env{Open: w.open, DNS: w.dns})}
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
