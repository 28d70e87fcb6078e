package multicall

import (
	"os"
	"path/filepath"
	"testing"
)

// A path leads where the kernel goes with it, whichever links it has.
func TestPhysical(t *testing.T) {
	root, err := filepath.EvalSymlinks(t.TempDir())
	must(t, err)
	must(t, os.MkdirAll(filepath.Join(root, "usr", "lib", "sbin"), 0o755))
	must(t, os.WriteFile(filepath.Join(root, "usr", "file"), nil, 0o644))
	for name, target := range map[string]string{
		"sbin":     "usr/lib/sbin",
		"two":      "sbin/../../three",
		"usr/up":   "..",
		"whole":    filepath.Join(root, "usr"),
		"usr/link": "../whole/file",
		"loop":     "loop",
		"gone":     "nothing",
	} {
		must(t, os.Symlink(target, filepath.Join(root, name)))
	}
	t.Chdir(filepath.Join(root, "usr"))
	for _, c := range []struct{ path, want, err string }{
		{"", "/usr", ""},
		{".", "/usr", ""},
		{"file", "/usr/file", ""},
		{"./lib//sbin/", "/usr/lib/sbin", ""},
		{"../sbin", "/usr/lib/sbin", ""},
		{"../sbin/..", "/usr/lib", ""},
		{root + "/sbin/../../file", "/usr/file", ""},
		{"link", "/usr/file", ""},
		{"up/whole/up/sbin", "/usr/lib/sbin", ""},
		{"/", "ROOT", ""},
		{"/../..", "ROOT", ""},
		{"../two", "", "SELF/usr/three: no such file or directory"},
		{"../loop", "", "readlink SELF/loop: too many levels of symbolic links"},
		{"../gone", "", "readlink SELF/nothing: no such file or directory"},
		{"file/x", "", "readlink SELF/usr/file/x: not a directory"},
	} {
		got, err := physical(c.path)
		checkError(t, err, c.err, root)
		want := root + c.want
		if c.want == "ROOT" {
			want = "/"
		}
		if err == nil && got != want {
			t.Errorf("%q is %q, want %q", c.path, got, want)
		}
	}
}

// So it is for a path as long as the kernel takes.
func TestPhysicalChain(t *testing.T) {
	t.Chdir(t.TempDir())
	must(t, os.Symlink(".", "l"))
	path := ""
	for range maxLinks {
		path += "l/"
	}
	if _, err := physical(path); err != nil {
		t.Error(err)
	}
	if _, err := physical(path + "l"); err == nil {
		t.Error("41 links are followed")
	}
	if _, err := os.Stat(path + "l"); err == nil {
		t.Error("the kernel does, too")
	}
}
