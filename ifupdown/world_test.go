package ifupdown

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"classicnet/ioctl/ioctltest"
	"classicnet/tool"
)

// world is a machine in memory. What is done to it is logged in its kernel, an
// entry each.
type world struct {
	files   map[string]string // by path
	scripts map[string]bool   // executable paths
	output  map[string]string // by command: what it prints
	failing map[string]error  // by log entry
	store   map[string]string // the state folder
	vars    map[string]string
	kernel  *ioctltest.Kernel
	onRun   func(Invocation)
	noSpace bool   // the state folder takes nothing
	signal  string // the name of one that has come
	full    bool   // stdout takes nothing
	locks   map[string]int
}

// crash is what ends a run that dies.
type crash struct{}

func newWorld(devices ...string) *world {
	return &world{
		kernel: newKernel(devices...),
		files:  map[string]string{}, scripts: map[string]bool{}, output: map[string]string{},
		failing: map[string]error{}, store: map[string]string{}, vars: map[string]string{}, locks: map[string]int{},
	}
}

// do logs an entry and returns the error that it is to have.
func (w *world) do(format string, args ...any) error {
	entry := fmt.Sprintf(format, args...)
	if err := w.kernel.Note(entry); err != nil {
		return err
	}
	return w.failing[entry]
}

// String is the log.
func (w *world) String() string { return strings.TrimSuffix(w.kernel.Changes(), "\n") }

// log are the entries of the log.
func (w *world) log() []string {
	return slices.DeleteFunc(strings.Split(w.String(), "\n"), func(entry string) bool { return entry == "" })
}

// result is what came of a run.
type result struct {
	Stdout, Stderr string
	Status         int
}

// run runs a command with the file "interfaces".
func (w *world) run(args ...string) result {
	return w.runPlain(append([]string{args[0], "-i", "interfaces"}, args[1:]...)...)
}

// runPlain runs a command as it is.
func (w *world) runPlain(args ...string) (r result) {
	var stdout, stderr bytes.Buffer
	e := &Env{
		Env: tool.Env{
			Stdout: &stdout, Stderr: &stderr, Open: w.open,
			Getenv: func(key string) string { return w.vars[key] },
		},
		Dial:   w.dial,
		Runner: w, State: func(string) Store { return memory{w} },
		ReadDir: w.readDir, Executable: func(p string) bool { return w.scripts[p] },
		WriteFile: w.attribute,
		Environ:   func() (list []string) { return w.environ() },
		Sleep:     func(d time.Duration) { w.do("sleep %s", d) },
		Random:    bytes.NewReader([]byte{0xff, 1, 2, 3, 4, 5}),
		Kill:      func(pid int, s unix.Signal) error { return w.do("kill -%d %d", s, pid) },
		Hooks:     "/hooks",
		Catch:     func() (func() string, func()) { return func() string { return w.signal }, func() {} },
	}
	defer func() { r = result{stdout.String(), stderr.String(), r.Status} }()
	if w.full {
		e.Stdout = fullDisk{}
	}
	r.Status = Main(e, args)
	return r
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, unix.ENOSPC }

func (w *world) environ() (list []string) {
	for _, k := range slices.Sorted(maps.Keys(w.vars)) {
		list = append(list, k+"="+w.vars[k])
	}
	return list
}

func (w *world) dial(family int) (Kernel, error) {
	c, err := w.kernel.Dial(family)
	if err != nil {
		return nil, err
	}
	return c, nil
}

// dies runs a command that crashes before the entry of that number, requests that
// only ask among them, and tells whether it did.
func (w *world) dies(at int, args ...string) (died bool) {
	w.kernel.Meanwhile = func(request string) {
		if request == "close" {
			return // all is done
		}
		if at--; at == 0 {
			panic(crash{})
		}
	}
	defer func() {
		w.kernel.Forget()
		w.kernel.Meanwhile = nil
		clear(w.locks)
		if e := recover(); e != nil {
			if _, died = e.(crash); !died {
				panic(e)
			}
		}
	}()
	w.run(args...)
	return false
}

func (w *world) open(path string) (io.ReadCloser, error) {
	if err := w.failing["open "+path]; err != nil {
		return nil, err
	}
	text, ok := w.files[path]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: path, Err: unix.ENOENT}
	}
	return io.NopCloser(strings.NewReader(text)), nil
}

func (w *world) readDir(folder string) (names []string, err error) {
	for name := range w.files {
		below, ok := strings.CutPrefix(name, path.Clean(folder)+"/")
		base, _, _ := strings.Cut(below, "/")
		if ok && !slices.Contains(names, base) {
			names = append(names, base)
		}
	}
	if names == nil {
		return nil, &fs.PathError{Op: "open", Path: folder, Err: unix.ENOENT}
	}
	return names, nil
}

// Run logs a command. A shell's is logged by its text.
func (w *world) Run(i Invocation) error {
	if w.onRun != nil {
		w.onRun(i)
	}
	text := strings.Join(i.Args, " ")
	text = strings.TrimPrefix(text, "/bin/sh -c ")
	if i.Stdin != nil {
		input, _ := io.ReadAll(i.Stdin)
		text += " <" + string(input)
	}
	if i.Stdout != nil {
		io.WriteString(i.Stdout, w.output[text])
	}
	return w.do("run %s", text)
}

// memory is the state folder.
type memory struct{ *world }

func (m memory) Read(name string) ([]byte, error) {
	text, ok := m.store[name]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return []byte(text), nil
}

func (m memory) Write(name string, data []byte) error {
	if m.noSpace {
		return unix.ENOSPC
	}
	err := m.do("state %s: %q", name, data)
	if err == nil {
		m.store[name] = string(data)
	}
	return err
}

func (m memory) Stamp(name string) (Stamp, error) {
	text, ok := m.store[name]
	if !ok {
		return Stamp{}, fs.ErrNotExist
	}
	return Stamp{Size: int64(len(text)), Modified: int64(crc32.ChecksumIEEE([]byte(text)))}, nil
}

func (m memory) Append(name string, size int64, data []byte) error {
	if text := m.store[name]; int64(len(text)) != size {
		panic("appended to " + name + " at another size than it has")
	}
	return m.Write(name, append([]byte(m.store[name]), data...))
}

func (m memory) Cut(name string, size int64) error {
	return m.Write(name, []byte(m.store[name][:size]))
}

func (m memory) Lock(name string) (Lock, error) {
	if m.noSpace {
		return nil, unix.ENOSPC
	}
	m.locks[name]++
	return held{m, name}, nil
}

func (m memory) TryLock(name string) (Lock, error) {
	if m.locks[name] > 0 {
		return nil, unix.EAGAIN
	}
	return m.Lock(name)
}

type held struct {
	memory
	name string
}

func (h held) Text() (string, error) { return h.store[h.name], nil }

func (h held) Note(text string) error {
	if h.noSpace {
		return unix.ENOSPC
	}
	h.store[h.name] = text
	return nil
}

func (h held) Append(text string) error {
	if h.noSpace {
		return unix.ENOSPC
	}
	h.store[h.name] += text
	return nil
}

func (h held) Unlock() { h.locks[h.name]-- }

// write puts a configuration file into a new world.
func write(t *testing.T, w *world, text string) *world {
	t.Helper()
	w.files["interfaces"] = text
	return w
}
