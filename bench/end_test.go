package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"classicnet/internal/scratch"
)

// TestMain is also the command itself: with this variable it measures a case with
// the programs in a folder, and with -inside it does so in namespaces.
func TestMain(m *testing.M) {
	switch {
	case os.Getenv(markVariable) == "":
		os.Exit(m.Run())
	case len(os.Args) > 1 && os.Args[1] == "-inside":
		tooLong = time.Hour
		for i := range workloads {
			if h := workloads[i].held; h != nil {
				h.processes = 20
			}
		}
		main()
	default:
		if err := measureOne(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// markVariable is in the environment of all that a run starts.
const markVariable = "CLASSICNET_BENCH_MARK"

func measureOne() error {
	folder, err := scratch.New("classicnet-bench")
	if err != nil {
		return err
	}
	defer folder.Remove()
	return separate(&workload{name: "listeners"}, 50, 1)
}

// A run that is interrupted or killed while a command is measured leaves no process,
// and so no namespace; where it can still act, no folder either.
func TestNothingIsLeft(t *testing.T) {
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM, os.Kill} {
		t.Run(fmt.Sprint(signal), func(t *testing.T) {
			dir, mark := t.TempDir(), fmt.Sprint(t.Name(), os.Getpid())
			cmd, ended := running(t, dir, mark)
			if n := len(marked(t, mark)); n < 20 {
				t.Errorf("%d processes", n)
			}
			if err := cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			<-ended
			gone(t, mark)
			left, err := filepath.Glob(filepath.Join(dir, "classicnet-bench*"))
			if err != nil || signal != os.Kill && len(left) > 0 {
				t.Errorf("%v, %v are left", err, left)
			}
		})
	}
}

// running is a run whose command has begun, and what says that the run has ended.
func running(t *testing.T, dir, mark string) (*exec.Cmd, <-chan error) {
	t.Helper()
	if _, err := exec.LookPath("ip"); err != nil {
		t.Skip(err)
	}
	begun := sleeper(t, dir, mark)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), markVariable+"="+mark, "TMPDIR="+dir, "CLASSICNET_BENCH_BIN="+dir)
	cmd.Stderr, cmd.WaitDelay = &said, time.Second
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	t.Cleanup(func() { cmd.Process.Kill() }) //nolint:errcheck // it may have ended
	for end := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		if _, err := os.Stat(begun); err == nil {
			return cmd, ended
		}
		select {
		case err := <-ended:
			t.Skipf("it can't be run here: %v\n%s", err, said.String())
		default:
		}
		if time.Now().After(end) {
			t.Fatal("it doesn't begin")
		}
	}
}

// sleeper makes a netstat that says by a file that it has begun, and sleeps.
func sleeper(t *testing.T, dir, mark string) (begun string) {
	t.Helper()
	if err := os.Mkdir(filepath.Join(dir, "0"), 0o755); err != nil {
		t.Fatal(err)
	}
	begun = filepath.Join(dir, "begun")
	script := fmt.Sprintf("#!/bin/sh\nexport %s='%s'\necho >'%s'\nexec sleep 1000\n", markVariable, mark, begun)
	if err := os.WriteFile(filepath.Join(dir, "0", "netstat"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	return begun
}

// gone fails the test unless all that a run has started ends.
func gone(t *testing.T, mark string) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		left := marked(t, mark)
		if len(left) == 0 {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("%d processes are left: %.200q", len(left), left)
		}
	}
}

// marked are the processes with a mark in their environment.
func marked(t *testing.T, mark string) (list []string) {
	t.Helper()
	environs, err := filepath.Glob("/proc/[0-9]*/environ")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range environs {
		text, err := os.ReadFile(path)
		if err == nil && strings.Contains(string(text), markVariable+"="+mark+"\x00") {
			list = append(list, path)
		}
	}
	return list
}
