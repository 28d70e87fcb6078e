package host

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestWriteAttribute(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stp_state")
	var said *fs.PathError
	if err := WriteAttribute(path, "1\n"); !errors.As(err, &said) || said.Op != "open" || said.Path != path || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that isn't there: %v", err)
	}
	if err := os.WriteFile(path, []byte("0\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := WriteAttribute(path, "1\n"); err != nil {
		t.Error(err)
	}
	if text, _ := os.ReadFile(path); string(text) != "1\n" {
		t.Errorf("it holds %q", text)
	}
	if err := WriteAttribute("/dev/full", "1\n"); !errors.As(err, &said) || said.Op != "write" || said.Path != "/dev/full" {
		t.Errorf("a write that is refused: %v", err)
	}
}

func TestReadDir(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"v1", "Z", "v0"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	names, err := ReadDir(dir)
	if err != nil || !slices.Equal(names, []string{"Z", "v0", "v1"}) {
		t.Errorf("%q, %v", names, err)
	}
	if _, err := ReadDir(filepath.Join(dir, "nosuch")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that isn't there: %v", err)
	}
}
