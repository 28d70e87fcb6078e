package netlab

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"classicnet/internal/netlab/mksock"
	"classicnet/internal/netlab/mktun"
	"classicnet/internal/scratch"
)

// The test binary plays other parts when it is started by these names.
const (
	keeperName = "netlab-keeper"
	peerName   = "netlab-peer"
)

// insideVar names the lab's home to a test binary that runs a test in it.
const insideVar = "CLASSICNET_LAB_INSIDE"

// home is this process's folder below the folder for temporary files: the tools
// built for it, and the mount points of its labs. Main sets it before any test
// runs; it can be reached by every user, as commands run as other users too.
var home string

// Main is the body of TestMain in a package that uses labs. It does not return.
func Main(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	switch filepath.Base(os.Args[0]) {
	case keeperName:
		return keep()
	case peerName:
		return peer()
	case mktun.Name, mktun.HoldName:
		if mktun.Sends(os.Args) {
			// frames that leave before the link's carrier is known are lost; that
			// there are no links is for mktun to say
			_ = settleCarriers()
		}
		return mktun.Main(os.Args, os.Stdout, os.Stderr)
	case carriersName:
		if err := settleCarriers(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		return 0
	case mksock.Name, mksock.HoldName, mksock.AcceptName:
		return mksock.Main(os.Args, os.Stdout, os.Stderr)
	}
	cleanEnvironment()
	if dir := os.Getenv(insideVar); dir != "" {
		return runInside(m, dir)
	}
	folder, err := makeHome()
	if err != nil {
		fmt.Fprintf(os.Stderr, "netlab: %v\n", err)
		return 2
	}
	defer folder.Remove()
	if err := startCover(); err != nil {
		fmt.Fprintf(os.Stderr, "netlab: %v\n", err)
		return 2
	}
	return m.Run()
}

// mustHaveMain ends a test whose package has not called Main: its binary would
// not become a lab's process but run all of its tests, over and over.
func mustHaveMain(t testing.TB) {
	t.Helper()
	if home == "" {
		t.Fatal("netlab: TestMain must call netlab.Main")
	}
}

func makeHome() (*scratch.Folder, error) {
	folder, err := scratch.New("netlab")
	if err != nil {
		return nil, err
	}
	home = folder.Path
	for _, d := range []string{home, labFolder(), toolsFolder(), selfFolder()} {
		if err := errors.Join(os.MkdirAll(d, 0o755), os.Chmod(d, 0o755)); err != nil {
			folder.Remove()
			return nil, err
		}
	}
	self, err := os.Executable()
	for _, name := range []string{mktun.Name, mksock.Name, carriersName} {
		if err == nil {
			err = os.Symlink(self, filepath.Join(selfFolder(), name))
		}
	}
	if err != nil {
		folder.Remove()
	}
	return folder, err
}

// labFolder is the mount point that all labs share: each mounts there, in its
// own mount namespace, what it has of its own.
func labFolder() string { return filepath.Join(home, "lab") }

// workFolder is $WORK in a lab.
func workFolder() string { return filepath.Join(labFolder(), "work") }

// selfFolder holds the names by which the test binary is a command in labs.
func selfFolder() string { return filepath.Join(home, "self") }

// toolsFolder holds what Tools has built.
func toolsFolder() string { return filepath.Join(home, "bin") }
