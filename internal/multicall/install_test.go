package multicall

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree is a folder in which nothing of the machine's is touched: bin/classicnet
// is the file, sbin an empty folder beside it, link a link to sbin.
func tree(t *testing.T) (root, self string) {
	t.Helper()
	root = t.TempDir()
	for _, dir := range []string{"bin", "sbin"} {
		must(t, os.Mkdir(filepath.Join(root, dir), 0o755))
	}
	self = filepath.Join(root, "bin", "classicnet")
	must(t, os.WriteFile(self, []byte("the file"), 0o755))
	must(t, os.Symlink("sbin", filepath.Join(root, "link")))
	return root, self
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// files tells what is in a folder: of symbolic links where they lead, of other
// files what is in them, with a * if they are the file self.
func files(t *testing.T, dir, self string) map[string]string {
	t.Helper()
	have := map[string]string{}
	entries, err := os.ReadDir(dir)
	must(t, err)
	own, err := os.Stat(self)
	must(t, err)
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if e.Type() == fs.ModeSymlink {
			have[e.Name()], err = os.Readlink(path)
			must(t, err)
			continue
		}
		b, err := os.ReadFile(path)
		must(t, err)
		have[e.Name()] = string(b)
		if info, err := e.Info(); err == nil && os.SameFile(own, info) {
			have[e.Name()] += "*"
		}
	}
	return have
}

func TestInstall(t *testing.T) {
	names := []string{"ifconfig", "route"}
	for _, test := range []struct {
		name     string
		symbolic bool
		prepare  func(sbin, self string) error
		dir      string
		want     map[string]string // in sbin
		err      string            // its end
	}{
		{name: "hard", dir: "sbin", want: map[string]string{"ifconfig": "the file*", "route": "the file*"}},
		{name: "symbolic", dir: "sbin", symbolic: true,
			want: map[string]string{"ifconfig": "../bin/classicnet", "route": "../bin/classicnet"}},
		{name: "through a link to the folder", dir: "link", symbolic: true,
			want: map[string]string{"ifconfig": "../bin/classicnet", "route": "../bin/classicnet"}},
		{name: "again", dir: "sbin", symbolic: true,
			prepare: func(sbin, self string) error { return install(self, sbin, names, true) },
			want:    map[string]string{"ifconfig": "../bin/classicnet", "route": "../bin/classicnet"}},
		{name: "beside links of the other kind", dir: "sbin",
			prepare: func(sbin, self string) error { return os.Symlink(self, filepath.Join(sbin, "route")) },
			want:    map[string]string{"ifconfig": "the file*", "route": "SELF"}},
		{name: "over another tool", dir: "sbin",
			prepare: func(sbin, _ string) error { return os.WriteFile(filepath.Join(sbin, "route"), []byte("other"), 0o755) },
			want:    map[string]string{"route": "other"},
			err:     "/sbin/route is there and isn't a link to SELF"},
		{name: "over a link to another tool", dir: "sbin", symbolic: true,
			prepare: func(sbin, _ string) error {
				return os.Symlink("/dev/null", filepath.Join(sbin, "ifconfig"))
			},
			want: map[string]string{"ifconfig": "/dev/null"},
			err:  "/sbin/ifconfig is there and isn't a link to SELF"},
		{name: "over a link to nothing", dir: "sbin",
			prepare: func(sbin, _ string) error { return os.Symlink("gone", filepath.Join(sbin, "route")) },
			want:    map[string]string{"route": "gone"},
			err:     "/sbin/route is there and isn't a link to SELF"},
		{name: "over a copy of itself", dir: "sbin",
			prepare: func(sbin, self string) error {
				return os.WriteFile(filepath.Join(sbin, "ifconfig"), []byte("the file"), 0o755)
			},
			want: map[string]string{"ifconfig": "the file"},
			err:  "/sbin/ifconfig is there and isn't a link to SELF"},
		{name: "no folder", dir: "nowhere", want: map[string]string{}, err: "/nowhere/ifconfig: no such file or directory"},
		{name: "no folder, symbolic", dir: "nowhere", symbolic: true, want: map[string]string{}, err: "/nowhere: no such file or directory"},
		{name: "a file for a folder", dir: "bin/classicnet", want: map[string]string{}, err: "/ifconfig: not a directory"},
	} {
		t.Run(test.name, func(t *testing.T) {
			root, self := tree(t)
			sbin := filepath.Join(root, "sbin")
			if test.prepare != nil {
				must(t, test.prepare(sbin, self))
			}
			checkError(t, install(self, filepath.Join(root, test.dir), names, test.symbolic), test.err, self)
			have := files(t, sbin, self)
			for name, text := range have {
				have[name] = strings.ReplaceAll(text, self, "SELF")
			}
			if diff := cmp.Diff(test.want, have); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// checkError compares the end of a message: its beginning are folders that the
// test didn't choose.
func checkError(t *testing.T, err error, end, self string) {
	t.Helper()
	switch {
	case err == nil && end != "":
		t.Errorf("no error, want %q", end)
	case err != nil && (end == "" || !strings.HasSuffix(strings.ReplaceAll(err.Error(), self, "SELF"), end)):
		t.Errorf("error %q, want %q", err, end)
	}
}

// Links stay right when the folder that held the image becomes the root.
func TestInstalledImageMoves(t *testing.T) {
	root, self := tree(t)
	must(t, install(self, filepath.Join(root, "sbin"), []string{"route"}, true))
	moved := filepath.Join(t.TempDir(), "image")
	must(t, os.Rename(root, moved))
	b, err := os.ReadFile(filepath.Join(moved, "sbin", "route"))
	must(t, err)
	if string(b) != "the file" {
		t.Errorf("leads to %q", b)
	}
}

// A relative path leads there too.
func TestInstallHere(t *testing.T) {
	root, self := tree(t)
	t.Chdir(filepath.Join(root, "bin"))
	must(t, install("./classicnet", ".", []string{"route"}, true))
	want := map[string]string{"classicnet": "the file*", "route": "classicnet"}
	if diff := cmp.Diff(want, files(t, ".", self)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A hard link is one to the file itself, also where a symbolic link led to it.
func TestInstallFromALink(t *testing.T) {
	root, self := tree(t)
	alias := filepath.Join(root, "bin", "alias")
	must(t, os.Symlink("classicnet", alias))
	must(t, install(alias, filepath.Join(root, "sbin"), []string{"route"}, false))
	want := map[string]string{"route": "the file*"}
	if diff := cmp.Diff(want, files(t, filepath.Join(root, "sbin"), self)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// The file is found by the path it was called by where /proc can't tell it.
func TestInstallWithoutProc(t *testing.T) {
	root, self := tree(t)
	var stderr strings.Builder
	p := program(&stderr, &stderr)
	if status := p.Main([]string{self, "--install", filepath.Join(root, "sbin")}); status != statusOK {
		t.Fatalf("status %d: %s", status, &stderr)
	}
	want := map[string]string{"ifconfig": "the file*", "route": "the file*"}
	if diff := cmp.Diff(want, files(t, filepath.Join(root, "sbin"), self)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
