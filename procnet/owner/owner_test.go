package owner

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// proc makes a folder like /proc: for each process its command line and the texts
// of its descriptors' links.
func proc(t *testing.T, processes map[string][]string) string {
	t.Helper()
	dir := t.TempDir()
	for pid, links := range processes {
		fd := filepath.Join(dir, pid, "fd")
		if err := os.MkdirAll(fd, 0o755); err != nil {
			t.Fatal(err)
		}
		if links[0] != "-" {
			if err := os.WriteFile(filepath.Join(dir, pid, "cmdline"), []byte(links[0]), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		for i, text := range links[1:] {
			if err := os.Symlink(text, filepath.Join(fd, fmt.Sprint(i))); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

func TestFind(t *testing.T) {
	dir := proc(t, map[string][]string{
		"12":   {"/usr/sbin/sshd\x00-D\x00", "socket:[3001]", "/dev/null", "pipe:[77]"},
		"13":   {"sshd: root@pts/0", "socket:[3002]", "[0000]:3003"},
		"14":   {"-", "socket:[3004]"},
		"15":   {"", "socket:[3005]"},
		"self": {"x", "socket:[3006]"},
	})
	table, err := Find(dir, nil)
	if err != nil || !table.Seen() {
		t.Fatal(table.Seen(), err)
	}
	for inode, want := range map[uint64]Process{
		3001: {"12", "sshd"}, 3002: {"13", "sshd: root@pts/0"}, 3003: {"13", "sshd: root@pts/0"},
		3004: {}, 3005: {"15", ""}, 3006: {}, 77: {}, 0: {},
	} {
		got, ok := table.Owner(inode)
		if got != want || ok != (want.PID != "") {
			t.Errorf("%d: %+v, %v", inode, got, ok)
		}
	}
	if table, _ = Find(dir, []uint64{3002, 9999}); !table.Seen() {
		t.Error("no socket was seen")
	}
	if _, ok := table.Owner(3001); ok {
		t.Error("one that isn't wanted was kept")
	}
	if p, ok := table.Owner(3002); !ok || p.PID != "13" {
		t.Errorf("%+v, %v", p, ok)
	}
}

// Where processes share a socket, the lowest has it, however many look and whatever
// the order of the folder.
func TestFirstProcessKeepsIt(t *testing.T) {
	all := map[string][]string{}
	for pid := 95; pid < 400; pid++ {
		all[fmt.Sprint(pid)] = []string{fmt.Sprint("/bin/p", pid), "socket:[42]", fmt.Sprintf("socket:[%d]", 1000+pid)}
	}
	dir := proc(t, all)
	for range 5 {
		table, err := Find(dir, nil)
		if p, _ := table.Owner(42); err != nil || p.PID != "95" {
			t.Fatalf("%+v, %v", p, err)
		}
		for pid := 95; pid < 400; pid++ {
			if p, _ := table.Owner(uint64(1000 + pid)); p != (Process{fmt.Sprint(pid), fmt.Sprint("p", pid)}) {
				t.Fatalf("%d: %+v", pid, p)
			}
		}
	}
}

func TestNoProc(t *testing.T) {
	table, err := Find(filepath.Join(t.TempDir(), "none"), nil)
	if !errors.Is(err, fs.ErrNotExist) || table.Seen() {
		t.Errorf("%v, %v", table, err)
	}
	if _, ok := (*Table)(nil).Owner(1); ok {
		t.Error("no table has an owner")
	}
}

// This process' own socket is found in the real /proc.
func TestOwn(t *testing.T) {
	fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Skip(err)
	}
	defer unix.Close(fd)
	var stat unix.Stat_t
	if err := unix.Fstat(fd, &stat); err != nil {
		t.Fatal(err)
	}
	table, err := Find("/proc", []uint64{stat.Ino})
	if err != nil && !errors.Is(err, ErrHidden) {
		t.Skip(err)
	}
	if err != nil && !errors.Is(err, fs.ErrPermission) {
		t.Errorf("%v is no lack of permission", err)
	}
	if p, ok := table.Owner(stat.Ino); !ok || p.PID != fmt.Sprint(os.Getpid()) || p.Program != filepath.Base(os.Args[0]) {
		t.Errorf("%+v, %v", p, ok)
	}
}

func TestInodeOf(t *testing.T) {
	for link, want := range map[string]uint64{
		"socket:[12345]": 12345, "socket:[0x1391]": 5009, "socket:[011622]": 5010, "socket:[ 5012]": 5012,
		"[0000]:5007": 5007, "[0000]:8": 8, "socket:[42]": 42, "socket:[18446744073709551614]": 1<<64 - 2,
	} {
		if got, ok := inodeOf([]byte(link)); !ok || got != want {
			t.Errorf("%q: %d, %v", link, got, ok)
		}
	}
	for _, link := range []string{
		"", "socket:[", "socket:[]", "socket:[7]", "socket:[5011]x", "socket:[5008", "Socket:[5016]", "pipe:[12345]",
		"[0000]:", "socket:[12x]", "socket:[18446744073709551615]", "socket:[99999999999999999999]", "anon_inode:[eventpoll]",
	} {
		if got, ok := inodeOf([]byte(link)); ok {
			t.Errorf("%q: %d", link, got)
		}
	}
}

func TestProgramOf(t *testing.T) {
	for cmdline, want := range map[string]string{
		"/usr/sbin/sshd\x00-D\x00": "sshd", "sshd: /usr/sbin/sshd -D\x00": "sshd: /usr/sbin/sshd -D",
		"/bin/a/\x00x": "", "": "", "\x00x": "", "-bash\x00": "-bash", "relative/prog": "relative/prog", "/": "",
	} {
		if got := programOf([]byte(cmdline)); got != want {
			t.Errorf("%q: %q", cmdline, got)
		}
	}
}

// The index is a map.
func TestIndex(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	want := map[uint64]uint32{}
	var x index
	for range 20_000 {
		key, value := r.Uint64N(30_000), r.Uint32N(1000)
		if was, ok := want[key]; !ok || value < was {
			want[key] = value
		}
		x.addFirst(key, value)
	}
	for key := range uint64(30_000) {
		got, ok := x.get(key)
		value, known := want[key]
		if ok != known || ok && got != value {
			t.Fatalf("%d: %d, %v instead of %d, %v", key, got, ok, value, known)
		}
	}
	if x.count != len(want) {
		t.Errorf("%d instead of %d", x.count, len(want))
	}
}

// FuzzInodeOf holds whatever a link says to the text that the kernel writes.
func FuzzInodeOf(f *testing.F) {
	f.Add("socket:[0x12]", uint64(7001))
	f.Add("[0000]:-0", uint64(10))
	f.Fuzz(func(t *testing.T, link string, inode uint64) {
		inodeOf([]byte(link))
		if inode < 10 || inode == 1<<64-1 {
			return
		}
		if got, ok := inodeOf(fmt.Appendf(nil, "socket:[%d]", inode)); !ok || got != inode {
			t.Errorf("%d: %d, %v", inode, got, ok)
		}
	})
}

// TestFindNamesTheFolder: a folder that can't be read is told by name.
func TestFindNamesTheFolder(t *testing.T) {
	table, err := Find("/nosuch", nil)
	var path *fs.PathError
	if !errors.As(err, &path) || path.Path != "/nosuch" || !errors.Is(err, fs.ErrNotExist) || table == nil || table.Seen() {
		t.Errorf("%v, %v", table, err)
	}
}
