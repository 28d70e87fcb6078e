package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDepends(t *testing.T) {
	for _, test := range []struct {
		info string
		want []string
	}{
		{"license=GPL\x00depends=8390\x00retpoline=Y\x00", []string{"8390"}},
		{"depends=tunnel4,ip_tunnel", []string{"tunnel4", "ip_tunnel"}},
		{"depends=\x00name=dummy\x00", nil},
		{"softdepends=a\x00", nil},
		{"", nil},
	} {
		if diff := cmp.Diff(test.want, depends([]byte(test.info))); diff != "" {
			t.Errorf("%q (-want +got)\n%s", test.info, diff)
		}
	}
}

func TestLoadOrder(t *testing.T) {
	files := map[string]string{"a": "/a.ko", "b_b": "/b-b.ko", "c": "/c.ko", "d": "/d.ko"}
	needs := map[string][]string{"/a.ko": {"b_b", "c"}, "/b-b.ko": {"c"}, "/d.ko": {"gone"}}
	read := func(path string) ([]string, error) { return needs[path], nil }
	for _, test := range []struct {
		names []string
		want  []string
		err   string
	}{
		{[]string{"c"}, []string{"/c.ko"}, ""},
		{[]string{"b-b"}, []string{"/c.ko", "/b-b.ko"}, ""},
		{[]string{"a", "c"}, []string{"/c.ko", "/b-b.ko", "/a.ko"}, ""},
		{[]string{"c", "a"}, []string{"/c.ko", "/b-b.ko", "/a.ko"}, ""},
		{[]string{"e"}, nil, "the kernel has no module e"},
		{[]string{"d"}, nil, "the kernel has no module gone"},
	} {
		have, err := loadOrder(files, test.names, read)
		if err != nil && err.Error() != test.err || err == nil && test.err != "" {
			t.Errorf("%v: error %v, want %q", test.names, err, test.err)
		}
		if diff := cmp.Diff(test.want, have); diff != "" {
			t.Errorf("%v (-want +got)\n%s", test.names, diff)
		}
	}
}

func TestFindModules(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"net/ne2k-pci.ko", "net/Makefile", "8390.ko"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := findModules(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"ne2k_pci": filepath.Join(dir, "net/ne2k-pci.ko"), "8390": filepath.Join(dir, "8390.ko")}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if _, err := findModules(filepath.Join(dir, "nowhere")); err == nil {
		t.Error("a missing folder is no error")
	}
}

// A file that is no module is refused.
func TestNeededBy(t *testing.T) {
	if _, err := neededBy("module_test.go"); err == nil {
		t.Error("a source file was read as a module")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := neededBy(self); err == nil {
		t.Error("a program was read as a module")
	}
}
