package brctl

import (
	"bytes"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
	"classicnet/tool"
)

// world is what a test command runs in: a kernel and a /sys.
type world struct {
	kernel  *ioctltest.Kernel
	sys     map[string]string // by path
	refused map[string]error  // of writes, by path
	environ map[string]string
	stdout  io.Writer // nil: kept
}

// newWorld has two bridges, of which the younger has ports, and no /sys. A third
// goes when its name is asked for. What is changed is taken as it is.
func newWorld() *world {
	k := ioctltest.New()
	k.Families = []int{unix.AF_UNIX}
	add := func(index int, i ioctltest.Interface) {
		i.Index, i.HwAddr.Data = index, [14]byte{2, 0, 0, 0, 1, 1}
		k.Add(i)
	}
	add(2, ioctltest.Ethernet("v0", [6]byte{}))
	add(3, ioctltest.Ethernet("v1", [6]byte{}))
	add(6, ioctltest.Ethernet("Long-bridge-nam", [6]byte{}))
	add(4, ioctltest.Bridged("z9"))
	add(5, ioctltest.Bridged("a", "v1", "v0"))
	add(999, ioctltest.Bridged("gone"))
	for _, port := range []string{"v0", "v1"} {
		k.Interface("a").Bridge.State[port] = ioctl.BridgePort{ID: 0x8000, State: ioctl.PortForwarding, PathCost: 2}
	}
	k.Meanwhile = func(request string) {
		if request == "SIOCGIFNAME #999" {
			k.Remove("gone")
		}
	}
	for _, request := range []string{"SIOCBRADDBR", "SIOCBRDELBR", "SIOCBRADDIF", "SIOCBRDELIF", "SIOCDEVPRIVATE"} {
		k.Accept(request)
	}
	return &world{kernel: k}
}

func (w *world) open(path string) (io.ReadCloser, error) {
	text, ok := w.sys[path]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: path, Err: unix.ENOENT}
	}
	return io.NopCloser(strings.NewReader(text)), nil
}

func (w *world) readDir(folder string) ([]string, error) {
	names := map[string]bool{}
	for file := range w.sys {
		if rest, ok := strings.CutPrefix(file, folder+"/"); ok {
			name, _, _ := strings.Cut(rest, "/")
			names[name] = true
		}
	}
	if len(names) == 0 {
		return nil, &fs.PathError{Op: "open", Path: folder, Err: unix.ENOENT}
	}
	return slices.Sorted(maps.Keys(names)), nil
}

func (w *world) write(file, text string) error {
	if err := w.refused[file]; err != nil {
		return err
	}
	if _, ok := w.sys[file]; !ok {
		return &fs.PathError{Op: "open", Path: file, Err: unix.ENOENT}
	}
	w.sys[file] = text
	return w.kernel.Note(path.Base(file) + " = " + strings.TrimSuffix(text, "\n"))
}

// result is all that is seen of a run.
type result struct {
	Stdout, Stderr string
	Status         int
	Log            string
}

func (w *world) run(args ...string) result {
	var stdout, stderr bytes.Buffer
	e := &Env{
		Dial:    func(family int) (Kernel, error) { return w.kernel.Dial(family) },
		ReadDir: w.readDir, WriteAttribute: w.write,
		Env: tool.Env{Stdout: &stdout, Stderr: &stderr, Open: w.open, Getenv: func(key string) string { return w.environ[key] }},
	}
	if w.stdout != nil {
		e.Stdout = w.stdout
	}
	status := Main(e, append([]string{"brctl"}, args...))
	return result{strings.ReplaceAll(stdout.String(), usage(), "(usage)\n"), stderr.String(), status, w.kernel.Changes()}
}

func check(t *testing.T, what string, want, got result) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got)\n%s", what, diff)
	}
}
