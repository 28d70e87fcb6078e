package host

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"testing/iotest"

	"golang.org/x/sys/unix"
)

func TestOpenReadsAFile(t *testing.T) {
	want := bytes.Repeat([]byte("0123456789\n"), 10000)
	path := filepath.Join(t.TempDir(), "dev")
	if err := os.WriteFile(path, want, 0o644); err != nil {
		t.Fatal(err)
	}
	f, err := Env().Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := iotest.TestReader(f, want); err != nil {
		t.Error(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	if _, err := f.Read(make([]byte, 1)); !errors.Is(err, unix.EBADF) {
		t.Errorf("read of a closed file: %v", err)
	}
}

// TestReader: whatever closes it, what is read is the file itself.
func TestReader(t *testing.T) {
	f, err := Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	other := io.NopCloser(bytes.NewReader(nil))
	for _, f := range []io.ReadCloser{f, other} {
		if got := Reader(f); got != f.(io.Reader) {
			t.Errorf("%T is read as %T", f, got)
		}
	}
}

func TestOpenSaysWhatFails(t *testing.T) {
	dir := t.TempDir()
	_, err := Env().Open(filepath.Join(dir, "nosuch"))
	var path *fs.PathError
	if !errors.As(err, &path) || path.Op != "open" || !errors.Is(err, unix.ENOENT) {
		t.Errorf("missing file: %v", err)
	}
	f, err := Env().Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	_, err = io.ReadAll(f)
	if !errors.As(err, &path) || path.Op != "read" || !errors.Is(err, unix.EISDIR) {
		t.Errorf("folder: %v", err)
	}
}

func TestTerminal(t *testing.T) {
	null, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	if Env().Terminal(null) || Env().Terminal(&bytes.Buffer{}) {
		t.Error("neither is a terminal")
	}
	tty, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("no pseudo-terminals here")
	}
	defer tty.Close()
	if !Env().Terminal(tty) {
		t.Error("a pseudo-terminal is one")
	}
}

// onFirstThread is where the kernel has the file that Open opened on the first thread
// of the process, which only the main goroutine is sure to have.
var onFirstThread string

func init() { runtime.LockOSThread() }

func TestMain(m *testing.M) {
	onFirstThread = place("/proc/net/dev")
	runtime.UnlockOSThread()
	os.Exit(m.Run())
}

// place is the path that the kernel calls an open file by, "" without one.
func place(path string) string {
	f, err := Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	at, _ := os.Readlink("/proc/self/fd/" + strconv.Itoa(f.(*file).fd))
	return at
}

// TestOpenOnAThread: the first thread goes the short way, each other that of its own.
func TestOpenOnAThread(t *testing.T) {
	self, err := os.Readlink("/proc/self")
	if err != nil || onFirstThread == "" {
		t.Skipf("no /proc here: %v", err)
	}
	if want := "/proc/" + self + "/net/dev"; onFirstThread != want {
		t.Errorf("the first thread opened %s, not %s", onFirstThread, want)
	}
	for range 2 { // one of two goroutines at most is on the first thread
		done := make(chan struct{})
		go func() {
			defer close(done)
			runtime.LockOSThread() // the thread dies with the goroutine
			thread, err := os.Readlink("/proc/thread-self")
			want := "/proc/" + thread + "/net/dev"
			if err != nil || unix.Gettid() == os.Getpid() {
				want = onFirstThread
			}
			if at := place("/proc/net/dev"); at != want {
				t.Errorf("%s opened %s, not %s", thread, at, want)
			}
		}()
		<-done
	}
}

// A file that the calling thread's namespace lacks isn't that of another's; the
// error has the path that was asked for.
func TestOpenOfANamespace(t *testing.T) {
	f, err := Open("/proc/net/dev")
	if err != nil {
		t.Skipf("no /proc here: %v", err)
	}
	defer f.Close()
	if name := f.(interface{ Name() string }).Name(); name != "/proc/net/dev" {
		t.Errorf("the file is called %s", name)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread() // the thread dies with the goroutine
		if err := unix.Unshare(unix.CLONE_NEWNET); err != nil {
			t.Logf("no namespaces here: %v", err)
			return
		}
		f, err := Open("/proc/net/dev")
		if err != nil {
			t.Error(err)
			return
		}
		defer f.Close()
		text, err := io.ReadAll(f)
		if n := bytes.Count(text, []byte(":")); err != nil || n != 1 {
			t.Errorf("%d interfaces in a new namespace, %v", n, err)
		}
	}()
	<-done
	var path *fs.PathError
	if _, err := Open("/proc/net/nosuch"); !errors.As(err, &path) || path.Path != "/proc/net/nosuch" || !errors.Is(err, unix.ENOENT) {
		t.Errorf("%v", err)
	}
}

// TestOpenOfALongTable: what is read in one way and then in the other is the whole
// file.
func TestOpenOfALongTable(t *testing.T) {
	const path = "/proc/kallsyms"
	want, err := os.ReadFile(path)
	if err != nil || len(want) < 2*long {
		t.Skipf("%s: %d bytes, %v", path, len(want), err)
	}
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got, err := io.ReadAll(f)
	if err != nil || len(got) != len(want) || !f.(*file).now {
		t.Errorf("%d bytes instead of %d, %v", len(got), len(want), err)
	}
	if n, err := f.Read(make([]byte, 10)); n != 0 || err != io.EOF {
		t.Errorf("behind the end: %d, %v", n, err)
	}
}
