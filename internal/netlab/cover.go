package netlab

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
)

// coverFlag is the flag of test binaries that names the folder for counters.
const coverFlag = "test.gocoverdir"

// startCover gives the test binary of `go test -cover` a folder for counters, to
// which those of the processes that Inside starts are added.
func startCover() error {
	flag.Parse()
	if testing.CoverMode() == "" || coverFolder() != "" {
		return nil
	}
	dir := filepath.Join(home, "cover")
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	return flag.Set(coverFlag, dir)
}

func coverFolder() string { return flag.Lookup(coverFlag).Value.String() }

// childCover returns the argument by which a process leaves its counters in a
// folder of its own, and what adds them to the test binary's when it has ended:
// a process reads all counters in its folder, half written ones too.
func childCover(t *testing.T) (args []string, add func()) {
	if testing.CoverMode() == "" {
		return nil, func() {}
	}
	dir, err := os.MkdirTemp(coverFolder(), "lab")
	if err != nil {
		t.Fatal(err)
	}
	return []string{"-" + coverFlag + "=" + dir}, func() {
		if err := moveUp(dir); err != nil {
			t.Error(err)
		}
	}
}

// moveUp puts a folder's files beside the folder, which is then gone.
func moveUp(dir string) error {
	files, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := os.Rename(filepath.Join(dir, f.Name()), filepath.Join(dir, "..", f.Name())); err != nil {
			return err
		}
	}
	return os.Remove(dir)
}
