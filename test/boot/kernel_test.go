package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What isn't a kernel of an older day stays in the cache.
func TestForgetOthers(t *testing.T) {
	cache := t.TempDir()
	for _, name := range []string{"linux-image-6.1.0-1=6.1.1-1", "linux-image-6.1.0-2=6.1.2-1", "golden"} {
		if err := os.MkdirAll(filepath.Join(cache, name, "lib"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	forgetOthers(filepath.Join(cache, "linux-image-6.1.0-2=6.1.2-1"))
	entries, err := os.ReadDir(cache)
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	for _, e := range entries {
		have = append(have, e.Name())
	}
	if diff := cmp.Diff([]string{"golden", "linux-image-6.1.0-2=6.1.2-1"}, have); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A kernel that isn't packed by xz, or isn't there, is told.
func TestUnpackImage(t *testing.T) {
	dir := t.TempDir()
	if err := unpackImage(dir); err == nil {
		t.Error("no kernel is no error")
	}
	if err := os.Mkdir(filepath.Join(dir, "boot"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "boot", "vmlinuz-6.1"), []byte("MZ"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := unpackImage(dir); err == nil {
		t.Error("a kernel that isn't packed is no error")
	}
}
