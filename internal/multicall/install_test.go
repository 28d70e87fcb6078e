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

// into is what a user other than root does, who reaches what is his own.
func into(self, dir string, symbolic bool) installation {
	uid := os.Getuid()
	if uid == 0 {
		uid = -1 // root's files are fit for everybody
	}
	return installation{self: self, dir: dir, symbolic: symbolic, uid: uid, gid: os.Getgid()}
}

func made(t *testing.T, in installation, names ...string) {
	t.Helper()
	copied, err := in.install(names)
	must(t, err)
	if copied != "" {
		t.Errorf("copied: %s", copied)
	}
}

// copies is what is there where links lead to a copy.
var copies = map[string]string{
	"ifconfig": "classicnet-copy", "route": "classicnet-copy", "classicnet": "classicnet-copy", "classicnet-copy": "the file",
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
		copied   string            // why, its beginning
	}{
		{name: "hard", dir: "sbin", want: map[string]string{"ifconfig": "the file*", "route": "the file*"}},
		{name: "symbolic", dir: "sbin", symbolic: true,
			want: map[string]string{"ifconfig": "../bin/classicnet", "route": "../bin/classicnet"}},
		{name: "through a link to the folder", dir: "link", symbolic: true,
			want: map[string]string{"ifconfig": "../bin/classicnet", "route": "../bin/classicnet"}},
		{name: "again", dir: "sbin", symbolic: true,
			prepare: func(sbin, self string) error {
				_, err := into(self, sbin, true).install(names)
				return err
			},
			want: map[string]string{"ifconfig": "../bin/classicnet", "route": "../bin/classicnet"}},
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
		{name: "no folder", dir: "nowhere", want: map[string]string{}, err: "/nowhere: No such file or directory"},
		{name: "no folder, symbolic", dir: "nowhere", symbolic: true, want: map[string]string{}, err: "/nowhere: No such file or directory"},
		{name: "a file for a folder", dir: "bin/classicnet", want: map[string]string{}, err: "SELF: Not a directory"},
		{name: "from a file that others can write", dir: "sbin",
			prepare: func(_, self string) error { return os.Chmod(self, 0o757) },
			want:    copies, copied: "others can write SELF"},
		{name: "from a folder that others can write, symbolic", dir: "sbin", symbolic: true,
			prepare: func(_, self string) error { return os.Chmod(filepath.Dir(self), 0o777) },
			want:    copies, copied: "others can write "},
		{name: "from a folder where others can put files", dir: "sbin", symbolic: true,
			prepare: func(_, self string) error { return os.Chmod(filepath.Dir(self), 0o777|os.ModeSticky) },
			want:    map[string]string{"ifconfig": "../bin/classicnet", "route": "../bin/classicnet"}},
		{name: "from a folder that others can write, hard", dir: "sbin",
			prepare: func(_, self string) error { return os.Chmod(filepath.Dir(self), 0o777) },
			want:    map[string]string{"ifconfig": "the file*", "route": "the file*"}},
		{name: "over an earlier copy", dir: "sbin", symbolic: true,
			prepare: func(sbin, self string) error {
				must(t, os.WriteFile(filepath.Join(sbin, "classicnet-copy"), []byte("old"), 0o755))
				must(t, os.Symlink("classicnet-copy", filepath.Join(sbin, "route")))
				return os.Chmod(self, 0o757)
			},
			want: copies, copied: "others can write SELF"},
		{name: "itself in the place of an earlier copy", dir: "sbin", symbolic: true,
			prepare: func(sbin, self string) error {
				must(t, os.WriteFile(filepath.Join(sbin, "classicnet-copy"), []byte("old"), 0o755))
				return os.Symlink("classicnet-copy", filepath.Join(sbin, "route"))
			},
			want: map[string]string{"ifconfig": "../bin/classicnet", "route": "../bin/classicnet", "classicnet-copy": "old"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			root, self := tree(t)
			sbin := filepath.Join(root, "sbin")
			if test.prepare != nil {
				must(t, test.prepare(sbin, self))
			}
			copied, err := into(self, filepath.Join(root, test.dir), test.symbolic).install(names)
			checkError(t, err, test.err, self)
			if want := strings.ReplaceAll(test.copied, "SELF", self); !strings.HasPrefix(copied, want) || copied != "" && want == "" {
				t.Errorf("copied, as %q, want %q", copied, want)
			}
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
	made(t, into(self, filepath.Join(root, "sbin"), true), "route")
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
	made(t, into("./classicnet", ".", true), "route")
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
	made(t, into(alias, filepath.Join(root, "sbin"), false), "route")
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

// What root installs is for all: nobody else owns it, and everybody gets there.
func TestRootInstalls(t *testing.T) {
	for _, test := range []struct {
		name    string
		prepare func(self string) error
		why     string
	}{
		{"root's", func(string) error { return nil }, ""},
		{"a user's file", func(self string) error { return os.Chown(self, 1000, 0) }, "SELF is another user's"},
		{"a user's folder", func(self string) error { return os.Chown(filepath.Dir(self), 1000, 0) }, "DIR is another user's"},
		{"a home folder", func(self string) error { return os.Chmod(filepath.Dir(self), 0o700) }, "others can't use DIR"},
		{"a group's", func(self string) error {
			must(t, os.Chown(self, 0, 1000))
			return os.Chmod(self, 0o775)
		}, "others can write SELF"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if os.Getuid() != 0 {
				t.Skip("needs root, to give files to others")
			}
			root, self := tree(t)
			if err := os.Chown(self, 1000, 1000); err != nil {
				t.Skipf("root here can't give files to others: %v", err)
			}
			must(t, os.Chown(self, 0, 0))
			must(t, test.prepare(self))
			why, err := installation{self: self, dir: filepath.Join(root, "sbin"), symbolic: true}.unfit()
			must(t, err)
			why = strings.ReplaceAll(strings.ReplaceAll(why, self, "SELF"), filepath.Dir(self), "DIR")
			if why != test.why {
				t.Errorf("%q, want %q", why, test.why)
			}
		})
	}
}

// What --install made goes, and nothing else.
func TestUninstall(t *testing.T) {
	tools := []string{"ifconfig", "route"}
	for _, test := range []struct {
		name  string
		names []string
		copy  bool
		want  map[string]string
	}{
		{"all", tools, false, map[string]string{"netstat": "other"}},
		{"one", tools[:1], false, map[string]string{"route": "../bin/classicnet", "netstat": "other"}},
		{"all of a copy", tools, true, map[string]string{"netstat": "other"}},
		{"one of a copy", tools[1:], true, map[string]string{"netstat": "other",
			"ifconfig": "classicnet-copy", "classicnet": "classicnet-copy", "classicnet-copy": "the file"}},
		{"none of ours", []string{"netstat"}, false, map[string]string{"netstat": "other",
			"ifconfig": "../bin/classicnet", "route": "../bin/classicnet"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			root, self := tree(t)
			if test.copy {
				must(t, os.Chmod(self, 0o757))
			}
			sbin := filepath.Join(root, "sbin")
			must(t, os.WriteFile(filepath.Join(sbin, "netstat"), []byte("other"), 0o755))
			in := into(self, sbin, true)
			_, err := in.install(tools)
			must(t, err)
			must(t, in.uninstall(test.names, append(tools, "netstat")))
			if diff := cmp.Diff(test.want, files(t, sbin, self)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// The copy takes itself away when it is asked to.
func TestUninstallByTheCopy(t *testing.T) {
	root, self := tree(t)
	must(t, os.Chmod(self, 0o757))
	sbin := filepath.Join(root, "sbin")
	_, err := into(self, sbin, false).install([]string{"route"})
	must(t, err)
	must(t, into(filepath.Join(sbin, "classicnet-copy"), sbin, false).uninstall([]string{"route"}, []string{"route"}))
	if have := files(t, sbin, self); len(have) > 0 {
		t.Errorf("left: %v", have)
	}
}

func TestUninstallNowhere(t *testing.T) {
	root, self := tree(t)
	checkError(t, into(self, filepath.Join(root, "nowhere"), false).uninstall(nil, nil), "/nowhere: No such file or directory", self)
}
