package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/spdx/tools-golang/json"
	"github.com/spdx/tools-golang/spdxlib"
)

// tool builds the one file as packaging/build does, but in no time.
func tool(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	c := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-o", path, "./cmd/classicnet")
	c.Dir, c.Env = "../..", append(os.Environ(), "CGO_ENABLED=0")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return path
}

// A document of two files reads back, is valid, has all modules, and is the same
// each time.
func TestDocument(t *testing.T) {
	files := []string{tool(t, "classicnet-a"), tool(t, "classicnet-b")}
	var first, second bytes.Buffer
	for _, to := range []*bytes.Buffer{&first, &second} {
		d, err := document("1.2.3", files, time.Unix(0, 0))
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Write(d, to); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("not the same twice")
	}
	d, err := json.Read(&first)
	if err != nil {
		t.Fatal(err)
	}
	if err := spdxlib.ValidateDocument(d); err != nil {
		t.Error(err)
	}
	have := map[string]int{}
	for _, p := range d.Packages {
		have[p.PackageName]++
		if p.PackageVersion == "" || p.PackageLicenseDeclared != "BSD-3-Clause" {
			t.Errorf("%s: version %q, licence %q", p.PackageName, p.PackageVersion, p.PackageLicenseDeclared)
		}
	}
	for name, want := range map[string]int{"classicnet": 2, "golang.org/x/sys": 1, "github.com/jessevdk/go-flags": 1, "std": 1} {
		if have[name] != want {
			t.Errorf("%d of %s, want %d: %v", have[name], name, want, have)
		}
	}
	if len(have) != 4 {
		t.Errorf("packages: %v", have)
	}
}

// What it knows no licence of ends it: this test links such a module.
func TestUnknownLicence(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := document("1", []string{self}, time.Unix(0, 0)); err == nil {
		t.Error("no error")
	}
	if _, err := document("1", []string{"main.go"}, time.Unix(0, 0)); err == nil {
		t.Error("a text is a program")
	}
}
