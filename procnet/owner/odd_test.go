package owner

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// TestTenThousand: of ten thousand processes that share a socket the lowest has it,
// and one that another has is found among them.
func TestTenThousand(t *testing.T) {
	dir := proc(t, map[string][]string{"1": {"/sbin/first", "socket:[42]"}, "9999": {"/bin/other", "socket:[43]", "socket:[42]"}})
	for pid := 2; pid <= 10_000; pid++ {
		if pid != 9999 {
			link(t, "1", filepath.Join(dir, fmt.Sprint(pid)))
		}
	}
	table, err := Find(dir, nil)
	if p, _ := table.Owner(42); err != nil || p != (Process{"1", "first"}) {
		t.Errorf("%+v, %v", p, err)
	}
	if p, _ := table.Owner(43); p != (Process{"9999", "other"}) {
		t.Errorf("%+v", p)
	}
	if table, _ = Find(dir, []uint64{43}); table == nil {
		t.Fatal("no table")
	}
	if p, _ := table.Owner(43); p.PID != "9999" {
		t.Errorf("%+v", p)
	}
}

func link(t *testing.T, text, path string) {
	t.Helper()
	if err := os.Symlink(text, path); err != nil {
		t.Fatal(err)
	}
}

// TestOddFolders: links that loop, files in the place of folders, folders without
// what belongs there: the others are found.
func TestOddFolders(t *testing.T) {
	dir := proc(t, map[string][]string{"20": {"/bin/x", "socket:[50]"}, "21": {"-", "socket:[51]"}, "22": {"/bin/y", "22"}, "30": {"/bin/z", "socket:[52]"}})
	link(t, "10", filepath.Join(dir, "10"))
	link(t, "12", filepath.Join(dir, "11"))
	link(t, "11", filepath.Join(dir, "12"))
	if err := os.WriteFile(filepath.Join(dir, "13"), []byte("a file"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, pid := range []string{"14", "15", "16"} {
		if err := os.Mkdir(filepath.Join(dir, pid), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	link(t, "fd", filepath.Join(dir, "14", "fd"))
	if err := os.WriteFile(filepath.Join(dir, "15", "fd"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	link(t, "3", filepath.Join(dir, "22", "fd", "3"))
	link(t, "cmdline", filepath.Join(dir, "21", "cmdline"))
	table, err := Find(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	for inode, want := range map[uint64]string{50: "20", 51: "", 52: "30"} {
		if p, _ := table.Owner(inode); p.PID != want {
			t.Errorf("%d: %+v", inode, p)
		}
	}
}

// TestHidden: a process whose descriptors may not be seen is told of, also where all
// sockets that are wanted have been found before it.
func TestHidden(t *testing.T) {
	if seesAll() {
		t.Skip("this user sees every process")
	}
	dir := proc(t, map[string][]string{"20": {"/bin/x", "socket:[50]"}, "30": {"/bin/z", "socket:[52]"}})
	if err := os.Chmod(filepath.Join(dir, "30", "fd"), 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(filepath.Join(dir, "30", "fd"), 0o755) }) //nolint:errcheck // TempDir tells
	for _, want := range [][]uint64{nil, {50}, {50, 52}, {}} {
		table, err := Find(dir, want)
		if !errors.Is(err, ErrHidden) || !table.Seen() {
			t.Errorf("%v: %v, seen %v", want, err, table.Seen())
		}
	}
}

// To have all capabilities in a user namespace is to see no process outside of it.
func TestHiddenFromAUserNamespace(t *testing.T) {
	const within = "OWNER_TEST_WITHIN"
	if os.Getenv(within) != "" {
		if _, err := Find("/proc", []uint64{}); !errors.Is(err, ErrHidden) {
			t.Error(err)
		}
		return
	}
	c := exec.Command("/proc/self/exe", "-test.run=^TestHiddenFromAUserNamespace$")
	c.Env = append(os.Environ(), within+"=1")
	user, group := os.Getuid(), os.Getgid()
	if user == 0 {
		user, group = 65534, 65534
	}
	c.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER,
		UidMappings: []syscall.SysProcIDMap{{HostID: user, Size: 1}}, GidMappings: []syscall.SysProcIDMap{{HostID: group, Size: 1}},
		Credential: &syscall.Credential{NoSetGroups: true},
	}
	out, err := c.CombinedOutput()
	if errors.As(err, new(*exec.ExitError)) {
		t.Errorf("%s", out)
	} else if err != nil {
		t.Skip(err)
	}
}

// TestProcessesThatEnd while they are looked at are no error, and hide nothing.
func TestProcessesThatEnd(t *testing.T) {
	fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Skip(err)
	}
	defer unix.Close(fd)
	var stat unix.Stat_t
	if err := unix.Fstat(fd, &stat); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for range 30 {
			exec.Command("true").Run() //nolint:errcheck // whether it is there doesn't matter
		}
	}()
	for running := true; running; {
		select {
		case <-ended:
			running = false
		default:
		}
		table, err := Find("/proc", nil)
		if err != nil && !errors.Is(err, ErrHidden) {
			t.Skip(err)
		}
		if p, ok := table.Owner(stat.Ino); !ok || p.PID != fmt.Sprint(os.Getpid()) {
			t.Fatalf("%+v, %v", p, ok)
		}
	}
}
