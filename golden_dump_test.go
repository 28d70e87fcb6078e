package classicnet_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestGoldenByDump runs the transcripts on an ifconfig that has all IPv4 addresses
// from one RTM_GETADDR, however few they are.
func TestGoldenByDump(t *testing.T) {
	if os.Getenv("CLASSICNET_BIN") != "" || os.Getenv("CLASSICNET_EXEC") != "" {
		t.Skip("the tools are given")
	}
	dir := t.TempDir()
	for _, name := range []string{"ifconfig", "route"} {
		build := exec.Command("go", "build", "-trimpath", "-tags", "classicnet_dump", "-o", dir, "./cmd/"+name)
		build.Env = append(os.Environ(), "CGO_ENABLED=0")
		if out, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	run := exec.Command(os.Args[0], "-test.run=^TestGolden$", "-test.v")
	run.Env = append(os.Environ(), "CLASSICNET_BIN="+dir)
	out, err := run.CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	if n := strings.Count(string(out), "--- PASS: TestGolden/"); n < 100 && !strings.Contains(string(out), "--- SKIP") {
		t.Errorf("%d transcripts were run", n)
	}
}
