package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestStatic(t *testing.T) {
	text := filepath.Join(t.TempDir(), "text")
	if err := os.WriteFile(text, []byte("#!/bin/sh\n"+strings.Repeat("#", 64)+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"/nosuch": "no such file", text: "bad magic number", "/bin/sh": "needs a C library",
	} {
		err := static(path)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "busybox-static is needed: ") {
			t.Errorf("%s: %v, want %q", path, err, want)
		}
	}
}
