package host

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

func TestMakeFolder(t *testing.T) {
	dir := t.TempDir()
	deep := filepath.Join(dir, "run", "network", "of")
	for range 2 {
		if err := MakeFolder(deep); err != nil {
			t.Fatal(err)
		}
	}
	if !isFolder(deep) {
		t.Errorf("%s isn't there", deep)
	}
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]error{
		file:                         unix.EEXIST,
		filepath.Join(file, "below"): unix.ENOTDIR,
		"":                           unix.ENOENT,
	} {
		var said *fs.PathError
		if err := MakeFolder(path); !errors.As(err, &said) || said.Op != "mkdir" || said.Path != path || said.Err != want {
			t.Errorf("%q: %v, want %v", path, err, want)
		}
	}
}

func TestMakeFolderOfARelativePath(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := MakeFolder("a/b"); err != nil || !isFolder("a/b") {
		t.Error(err)
	}
}

func TestRename(t *testing.T) {
	dir := t.TempDir()
	from, to := filepath.Join(dir, "new"), filepath.Join(dir, "old")
	for path, text := range map[string]string{from: "new", to: "old"} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := Rename(from, to); err != nil {
		t.Fatal(err)
	}
	if text, _ := os.ReadFile(to); string(text) != "new" {
		t.Errorf("it holds %q", text)
	}
	var said *os.LinkError
	if err := Rename(from, to); !errors.As(err, &said) || said.Op != "rename" || said.Old != from || said.New != to || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that isn't there: %v", err)
	}
}
