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

// A kernel that isn't there is told; one that xz hasn't packed is booted as it is, from
// either of the places where Debian has it.
func TestUnpackImage(t *testing.T) {
	for _, place := range []string{"boot/vmlinuz-6.1", "usr/lib/modules/7.2/vmlinuz"} {
		dir := t.TempDir()
		if err := unpackImage(dir); err == nil {
			t.Error("no kernel is no error")
		}
		name := filepath.Join(dir, place)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("MZ"), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := unpackImage(dir); err != nil {
			t.Error(err)
		}
		if image, err := os.ReadFile(filepath.Join(dir, "vmlinux")); string(image) != "MZ" {
			t.Errorf("%s: %q, %v", place, image, err)
		}
	}
}

// Modules are found below / and below /usr, and are one kernel's.
func TestOpenKernel(t *testing.T) {
	for _, place := range []string{"lib/modules/6.1.0-1-amd64", "usr/lib/modules/7.2.13+deb14-amd64"} {
		dir := t.TempDir()
		if _, err := openKernel(dir, &arches[0]); err == nil {
			t.Error("no modules are no error")
		}
		if err := os.MkdirAll(filepath.Join(dir, place), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, place, "veth.ko.xz"), nil, 0o644); err != nil {
			t.Fatal(err)
		}
		k, err := openKernel(dir, &arches[0])
		if err != nil {
			t.Fatal(err)
		}
		if k.release != filepath.Base(place) || len(k.has([]string{"veth", "tun"})) != 1 {
			t.Errorf("%+v", k)
		}
	}
}
