package netlab_test

import (
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"classicnet/internal/netlab"
)

// A tool is made once per process, so each test here has a name of its own for
// those that it doesn't build.

func TestToolsPrebuilt(t *testing.T) {
	netlab.Need(t, netlab.Namespace)
	dir := t.TempDir()
	t.Setenv("CLASSICNET_BIN", dir)
	writeProgram(t, filepath.Join(dir, "prebuilt"), `echo "prebuilt $*"`)
	lab := netlab.New(t, netlab.Tools(t, "prebuilt"))
	if got := lab.Run("prebuilt", "a", "b"); got.Stdout != "prebuilt a b\n" {
		t.Errorf("got %+v", got)
	}
	if err := os.Remove(filepath.Join(dir, "prebuilt")); err != nil {
		t.Fatal(err)
	}
	netlab.Tools(t, "prebuilt") // is there already
}

// Another user can run a tool wherever the prebuilt one lies.
func TestToolsOfOtherUser(t *testing.T) {
	netlab.Need(t, netlab.OtherUser)
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("CLASSICNET_BIN", dir)
	writeProgram(t, filepath.Join(dir, "hidden"), "id -u")
	lab := netlab.New(t, netlab.Tools(t, "hidden"))
	got := lab.Do(netlab.Command{Args: []string{"hidden"}, UID: 65534})
	if got.Stdout != "65534\n" {
		t.Errorf("got %+v", got)
	}
}

func TestToolsRunner(t *testing.T) {
	netlab.Need(t, netlab.Namespace)
	dir := t.TempDir()
	t.Setenv("CLASSICNET_BIN", dir)
	t.Setenv("CLASSICNET_EXEC", "env TOOL={name} sh")
	writeProgram(t, filepath.Join(dir, "emulated"), `echo "$TOOL: $1, $2"; exit 5`)
	lab := netlab.New(t, netlab.Tools(t, "emulated"))
	got := lab.Run("emulated", "a b", "*")
	if want := (netlab.Result{Stdout: "emulated: a b, *\n", Exit: "5"}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// A tool that is built needs no libraries.
func TestToolsBuilt(t *testing.T) {
	needGo(t)
	f, err := elf.Open(filepath.Join(netlab.Tools(t, "ifconfig"), "ifconfig"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if f.Section(".interp") != nil {
		t.Error("it is linked to libraries")
	}
}

func TestToolsArchitecture(t *testing.T) {
	needGo(t)
	t.Setenv("CLASSICNET_GOARCH", "z80")
	got := ending(t, func(tb testing.TB) { netlab.Tools(tb, "route") })
	if !strings.Contains(got, "linux/z80") {
		t.Errorf("got %q, want that there is no linux/z80", got)
	}
}

// needGo makes Tools build for this machine.
func needGo(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip(err)
	}
	for _, name := range []string{"CLASSICNET_BIN", "CLASSICNET_EXEC", "CLASSICNET_GOARCH"} {
		t.Setenv(name, "")
	}
}

func TestToolsMissing(t *testing.T) {
	for _, bin := range []string{"", t.TempDir()} {
		t.Setenv("CLASSICNET_BIN", bin)
		got := ending(t, func(tb testing.TB) { netlab.Tools(tb, "nosuch") })
		if !strings.HasPrefix(got, "fatal: netlab: tool nosuch: ") {
			t.Errorf("CLASSICNET_BIN=%s: %q", bin, got)
		}
	}
}

func writeProgram(t testing.TB, path, script string) {
	t.Helper()
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
}
