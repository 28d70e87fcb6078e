package brctl

import (
	"bytes"
	"fmt"
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
	"classicnet/tool"
)

// fakeKernel has interfaces, some of them bridges; String is what it was asked
// to change.
type fakeKernel struct {
	log     strings.Builder
	indexes map[string]int
	bridges []string         // in the order in which they were made
	ports   map[string][]int // of a bridge, by number
	info    ioctl.BridgeInfo
	macs    []ioctl.BridgeMAC
	refuses map[string]unix.Errno // by the request's name
}

func (k *fakeKernel) call(request, format string, args ...any) error {
	fmt.Fprintf(&k.log, request+format+"\n", args...)
	return k.refused(request)
}

func (k *fakeKernel) refused(request string) error {
	if errno := k.refuses[request]; errno != 0 {
		return &ioctl.Error{Request: request, Err: errno}
	}
	return nil
}

func (k *fakeKernel) Index(name string) (int, error) {
	if index := k.indexes[name]; index != 0 {
		return index, nil
	}
	return 0, &ioctl.Error{Request: "SIOCGIFINDEX", Name: name, Err: unix.ENODEV}
}

func (k *fakeKernel) Name(index int) (string, error) {
	for name, i := range k.indexes {
		if i == index {
			return name, nil
		}
	}
	return "", &ioctl.Error{Request: "SIOCGIFNAME", Err: unix.ENODEV}
}

func (k *fakeKernel) bridge(name string) error {
	if slices.Contains(k.bridges, name) {
		return nil
	}
	if _, err := k.Index(name); err != nil {
		return err
	}
	return &ioctl.Error{Request: "SIOCDEVPRIVATE", Name: name, Err: unix.EOPNOTSUPP}
}

func (k *fakeKernel) AddBridge(name string) error { return k.call("SIOCBRADDBR", " %s", name) }
func (k *fakeKernel) DelBridge(name string) error { return k.call("SIOCBRDELBR", " %s", name) }

func (k *fakeKernel) AddBridgePort(b string, i int) error {
	return k.call("SIOCBRADDIF", " %s %d", b, i)
}
func (k *fakeKernel) DelBridgePort(b string, i int) error {
	return k.call("SIOCBRDELIF", " %s %d", b, i)
}

func (k *fakeKernel) Bridges() (list []int, err error) {
	for _, name := range k.bridges {
		list = append(list, k.indexes[name])
	}
	return append(list, 999), k.refused("SIOCGIFBR") // the last has just gone
}

func (k *fakeKernel) BridgeInfo(name string) (ioctl.BridgeInfo, error) {
	return k.info, k.bridge(name)
}
func (k *fakeKernel) BridgePorts(name string) ([]int, error) { return k.ports[name], k.bridge(name) }

func (k *fakeKernel) BridgePort(name string, port int) (ioctl.BridgePort, error) {
	return ioctl.BridgePort{ID: uint16(0x8000 + port), State: ioctl.PortForwarding, PathCost: 2}, k.bridge(name)
}
func (k *fakeKernel) BridgeMACs(name string) ([]ioctl.BridgeMAC, error) {
	return k.macs, k.bridge(name)
}

func (k *fakeKernel) SetBridge(name string, s ioctl.BridgeSetting, v uint64) error {
	if err := k.bridge(name); err != nil {
		return err
	}
	return k.call("SIOCDEVPRIVATE", " %s %d %d", name, s, v)
}

func (k *fakeKernel) SetBridgePort(name string, s ioctl.BridgeSetting, port int, v uint64) error {
	return k.call("SIOCDEVPRIVATE", " %s %d port %d %d", name, s, port, v)
}

func (k *fakeKernel) Close() error { return nil }

// world is what a test command runs in: a kernel and a /sys.
type world struct {
	kernel  fakeKernel
	sys     map[string]string // by path
	refused map[string]error  // of writes, by path
	environ map[string]string
	stdout  io.Writer // nil: kept
}

// newWorld has two bridges, of which the younger has ports, and no /sys.
func newWorld() *world {
	return &world{kernel: fakeKernel{
		indexes: map[string]int{"v0": 2, "v1": 3, "z9": 4, "a": 5, "Long-bridge-nam": 6},
		bridges: []string{"z9", "a"},
		ports:   map[string][]int{"a": {0, 3, 2}},
		info:    ioctl.BridgeInfo{ID: ioctl.BridgeID{0x80, 0, 2, 0, 0, 0, 1, 1}},
	}}
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
	fmt.Fprintf(&w.kernel.log, "%s = %s", path.Base(file), text)
	return nil
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
		Dial: func(int) (Kernel, error) {
			if err := w.kernel.refused("socket"); err != nil {
				return nil, err
			}
			return &w.kernel, nil
		},
		ReadDir: w.readDir, WriteAttribute: w.write,
		Env: tool.Env{Stdout: &stdout, Stderr: &stderr, Open: w.open, Getenv: func(key string) string { return w.environ[key] }},
	}
	if w.stdout != nil {
		e.Stdout = w.stdout
	}
	status := Main(e, append([]string{"brctl"}, args...))
	return result{strings.ReplaceAll(stdout.String(), usage(), "(usage)\n"), stderr.String(), status, w.kernel.log.String()}
}

func check(t *testing.T, what string, want, got result) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got)\n%s", what, diff)
	}
}
