package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/complete"
	"classicnet/internal/manpage"
	"classicnet/internal/netlab"
	"classicnet/internal/version"
)

func TestMain(m *testing.M) { netlab.Main(m) }

// The manual page has the tools.
func TestManPage(t *testing.T) {
	page := manpage.Read(t, "../../man/classicnet.1")
	var names []string
	for _, tool := range tools {
		names = append(names, tool.Name)
	}
	manpage.Same(t, "tools", page.Commands, names...)
}

// So have the tables of shell completion.
func TestCompletion(t *testing.T) {
	var rows []complete.Row
	for _, tool := range tools {
		rows = append(rows, complete.Row{Place: "1", Word: tool.Name, About: tool.About})
	}
	complete.CheckFile(t, "../../completion/tables/tools", "classicnet", rows)
}

// build makes the real file in a folder of the test's.
func build(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "classicnet")
	if out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return path
}

// shown is what a command printed, and its exit status.
type shown struct {
	Stdout, Stderr string
	Exit           int
}

func run(t *testing.T, path string, args ...string) shown {
	t.Helper()
	var stdout, stderr strings.Builder
	c := exec.Command(path, args...)
	c.Stdout, c.Stderr = &stdout, &stderr
	var exit *exec.ExitError
	if err := c.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return shown{stdout.String(), stderr.String(), c.ProcessState.ExitCode()}
}

func names() (names []string) {
	for _, tool := range tools {
		names = append(names, tool.Name)
	}
	return names
}

// By which a machine comes up is installed only where it is named.
func TestInstallLeavesIfupAlone(t *testing.T) {
	path, sbin := build(t), t.TempDir()
	if got := run(t, path, "--install", "-s", sbin); got != (shown{}) {
		t.Fatalf("--install: %+v", got)
	}
	for _, tool := range tools {
		_, err := os.Lstat(filepath.Join(sbin, tool.Name))
		if asked := strings.HasPrefix(tool.Name, "if") && tool.Name != "ifconfig" && tool.Name != "ifenslave"; asked == (err == nil) {
			t.Errorf("%s: %v", tool.Name, err)
		}
	}
	if got := run(t, path, "--uninstall", sbin); got != (shown{}) {
		t.Fatalf("--uninstall: %+v", got)
	}
	if left, err := os.ReadDir(sbin); err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
}

// Every tool answers to its link as to its name behind the file's.
func TestFile(t *testing.T) {
	path := build(t)
	sbin := t.TempDir()
	if got := run(t, path, append([]string{"--install", "-s", sbin}, names()...)...); got != (shown{}) {
		t.Fatalf("--install: %+v", got)
	}
	for _, tool := range tools {
		byLink := run(t, filepath.Join(sbin, tool.Name), "-h")
		byLink.Stderr = strings.ReplaceAll(byLink.Stderr, sbin+"/", "") // getopt(3) says how it was called
		byName := run(t, path, tool.Name, "-h")
		if diff := cmp.Diff(byName, byLink); diff != "" {
			t.Errorf("%s (-by name +by link)\n%s", tool.Name, diff)
		}
		if text := byName.Stdout + byName.Stderr; !strings.Contains(text, tool.Name) {
			t.Errorf("%s -h is %q", tool.Name, text)
		}
	}
	if err := os.Symlink(path, filepath.Join(sbin, "iwconfig")); err != nil {
		t.Fatal(err)
	}
	if got := run(t, filepath.Join(sbin, "iwconfig")); got.Exit != 127 || got.Stdout != "" {
		t.Errorf("unknown name: %+v", got)
	}
}

// In an initramfs links are made before /proc is there. They lead to the file
// whichever links its own path and the folder's go through.
func TestInstallWithoutProc(t *testing.T) {
	root := t.TempDir()
	for _, dir := range []string{"opt/bin", "sbin", "usr/lib/sbin", "srv"} {
		if err := os.MkdirAll(filepath.Join(root, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for name, target := range map[string]string{"bin": "/opt/bin", "linked": "usr/lib/sbin"} {
		if err := os.Symlink(target, filepath.Join(root, name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Rename(build(t), filepath.Join(root, "opt/bin/classicnet")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ self, dir, folder, link string }{
		{"/bin/classicnet", "/sbin", "sbin", "../opt/bin/classicnet"},
		{"/bin/classicnet", "/linked", "usr/lib/sbin", "../../../opt/bin/classicnet"},
		{"bin/classicnet", "srv", "srv", "../opt/bin/classicnet"},
	} {
		installInside(t, root, c.self, c.dir)
		for _, tool := range tools {
			if to, err := os.Readlink(filepath.Join(root, c.folder, tool.Name)); to != c.link {
				t.Errorf("%s %s: %s leads to %q, %v, want %q", c.self, c.dir, tool.Name, to, err, c.link)
			}
		}
	}
}

// installInside makes symbolic links where root is the root, and says nothing.
// Without root's rights a user namespace allows that.
func installInside(t *testing.T, root, self, dir string) {
	t.Helper()
	c := &exec.Cmd{Path: self, Args: append([]string{self, "--install", "-s", dir}, names()...), Dir: "/"}
	c.SysProcAttr = &syscall.SysProcAttr{Chroot: root}
	if id := os.Geteuid(); id != 0 {
		c.SysProcAttr.Cloneflags = syscall.CLONE_NEWUSER
		c.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: id, Size: 1}}
		netlab.Need(t, netlab.Namespace)
	}
	said, err := c.CombinedOutput()
	if errors.Is(err, syscall.EPERM) && os.Getenv("CLASSICNET_CI") != "1" {
		t.Skipf("root here may not change its root folder: %v", err)
	}
	if err != nil || len(said) > 0 {
		t.Fatalf("%v: %s", err, said)
	}
}

// The file's list of tools is what packages make links of.
func TestList(t *testing.T) {
	want := ""
	for _, tool := range tools {
		want += tool.Name + "\n"
	}
	if diff := cmp.Diff(shown{Stdout: want}, run(t, build(t), "--list")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// docs/compat.md and README.md have a row for each tool, and what the page says of
// its version and its statuses is so.
func TestVersions(t *testing.T) {
	path := build(t)
	page, err := os.ReadFile("../../docs/compat.md")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, tool := range tools {
		if !strings.Contains(string(readme), "\n| `"+tool.Name+"` | "+tool.About+" | ") {
			t.Errorf("README.md has no row %s: %s", tool.Name, tool.About)
		}
		_, row, ok := strings.Cut(string(page), "\n| `"+tool.Name+"` | ")
		cells := strings.Split(row, " | ")
		if !ok || len(cells) < 4 {
			t.Errorf("docs/compat.md has no row of %s's versions", tool.Name)
			continue
		}
		v, h := run(t, path, tool.Name, "-V"), run(t, path, tool.Name, "-h")
		first, rest, _ := strings.Cut(v.Stdout+v.Stderr, "\n")
		if cells[0] != "no such option" {
			if want := strings.ReplaceAll(strings.Trim(cells[0], "`"), "VERSION", version.Number); first != want {
				t.Errorf("%s -V says %q, want %q", tool.Name, first, want)
			}
			if own := tool.Name + " (classicnet) " + version.Number; tool.Name != "arp" && first != own && !strings.HasPrefix(rest, own+"\n") {
				t.Errorf("%s -V goes on with %q", tool.Name, rest)
			}
		}
		if got := fmt.Sprint(v.Exit, " ", h.Exit); got != cells[1]+" "+cells[2] {
			t.Errorf("%s: statuses of -V and -h are %s, want %s", tool.Name, got, cells[1]+" "+cells[2])
		}
	}
}
