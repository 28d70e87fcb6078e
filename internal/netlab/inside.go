package netlab

import (
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"
)

// Inside runs the calling test once more in a lab: in a process that is in new
// namespaces itself, so that the test's own sockets are there too. In that
// process it returns the lab. Otherwise it waits for that process, fails or
// skips the test as it did, and returns nil. bin is as for New.
func Inside(t *testing.T, bin ...string) *Lab {
	t.Helper()
	if os.Getenv(insideVar) != "" {
		return newLab(t, handle, bin)
	}
	Need(t, Namespace)
	cmd := insideCommand(t)
	cover, addCover := childCover(t)
	cmd.Args = append(cmd.Args, cover...)
	out, err := cmd.CombinedOutput()
	addCover()
	switch {
	case err == nil && ended(string(out), "PASS", t.Name()):
		t.Logf("in the lab:\n%s", out)
	case err == nil && ended(string(out), "SKIP", t.Name()):
		t.Skipf("in the lab:\n%s", out)
	default:
		t.Errorf("in the lab: %v\n%s", err, out)
	}
	return nil
}

// ended tells whether the output of -test.v says that a test ended this way.
func ended(out, way, name string) bool {
	for line := range strings.Lines(out) {
		if strings.HasPrefix(strings.TrimSpace(line), "--- "+way+": "+name+" (") {
			return true
		}
	}
	return false
}

// insideCommand is the test binary with this one test, in new namespaces. Its
// stdin is a pipe that ends when this process dies.
func insideCommand(t *testing.T) *exec.Cmd {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self,
		"-test.run="+anchored(t.Name()), "-test.v", "-test.count=1")
	if end, ok := t.Deadline(); ok {
		cmd.Args = append(cmd.Args, "-test.timeout="+time.Until(end).String())
	}
	cmd.Env = append(os.Environ(), insideVar+"="+home)
	cmd.SysProcAttr = namespaces(userNamespace())
	cmd.WaitDelay = time.Second
	if _, err := cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	return cmd
}

// anchored is the pattern of -test.run for exactly one test.
func anchored(name string) string {
	words := strings.Split(name, "/")
	for i, w := range words {
		words[i] = "^" + regexp.QuoteMeta(w) + "$"
	}
	return strings.Join(words, "/")
}

// runInside is Main in the process that Inside started.
func runInside(m *testing.M, dir string) int {
	home = dir
	if err := makeWorld(); err != nil {
		os.Stderr.WriteString("netlab: " + err.Error() + "\n")
		return 2
	}
	go func() {
		io.Copy(io.Discard, os.Stdin) //nolint:errcheck // its end is what counts
		os.Exit(2)
	}()
	return m.Run()
}
