package scratch

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestMain is also a process that makes a folder, says where, and waits.
func TestMain(m *testing.M) {
	if os.Getenv("SCRATCH_WAIT") == "" {
		os.Exit(m.Run())
	}
	f, err := New("waits")
	if err != nil {
		panic(err)
	}
	os.Stdout.WriteString(f.Path + "\n")
	os.Stdin.Read(make([]byte, 1)) //nolint:errcheck // its end is what is waited for
	f.Remove()
}

// waiting is that process and its folder.
func waiting(t *testing.T) (cmd *exec.Cmd, path string, stop func()) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd = exec.Command(self)
	cmd.Env = append(os.Environ(), "SCRATCH_WAIT=1")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	path = strings.TrimSpace(line)
	if !exists(path) {
		t.Fatal(path, "isn't there")
	}
	return cmd, path, func() { in.Close() }
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func TestGoesWithItsProcess(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	for _, s := range []os.Signal{nil, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		cmd, path, stop := waiting(t)
		if s == nil {
			stop()
		} else if err := cmd.Process.Signal(s); err != nil {
			t.Fatal(err)
		}
		err := cmd.Wait()
		if exists(path) {
			t.Errorf("%v: %s is left", s, path)
		}
		if (err == nil) != (s == nil) {
			t.Errorf("%v: %v", s, err)
		}
	}
}

// What a killed process leaves goes with the next, and what another still has stays.
func TestSweep(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	cmd, dead, _ := waiting(t)
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	cmd.Wait() //nolint:errcheck // it was killed
	other, alive, stop := waiting(t)
	foreign := filepath.Join(os.TempDir(), "waits-else")
	if err := os.Mkdir(foreign, 0o755); err != nil {
		t.Fatal(err)
	}
	sweep("waits", young)
	if !exists(dead) {
		t.Error("a young folder went")
	}
	sweep("waits", 0)
	if exists(dead) || !exists(alive) || !exists(foreign) {
		t.Errorf("of the dead one: %v, of a living one: %v, another's: %v", exists(dead), exists(alive), exists(foreign))
	}
	stop()
	if err := other.Wait(); err != nil {
		t.Error(err)
	}
}
