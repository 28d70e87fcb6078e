package classicnet_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
)

// takenForChanged are words that chkrootkit and rkhunter take for an intruder's
// netstat or ifconfig when they are in the file.
var takenForChanged = regexp.MustCompile(`/dev/(hdl0/dev/xdta|ttyoa|pty[pqrsx]|cui|hdn0|dszy|ddth3|caca|tux|proc/fuckit)|\n/prof|[\x20-\x7e]*grep|` +
	`[\x20-\x7e]*addr\.h[\x20-\x7e]*|__bzero|/session\.null|/lib/\.sso|/usr/lib/ldlibns\.so|\bsyg\b`)

// TestCheckersOfRootKits: the file isn't taken for an intruder's by what its strings are,
// names of functions among them, and has the word by which ifconfig is known.
func TestCheckersOfRootKits(t *testing.T) {
	bin := filepath.Join(t.TempDir(), "classicnet")
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", bin, "./cmd/classicnet")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	b, err := os.ReadFile(bin)
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range takenForChanged.FindAll(b, 10) {
		t.Errorf("the file has %.80q", word)
	}
	if !regexp.MustCompile("PROMISC").Match(b) {
		t.Error("the file has no PROMISC")
	}
}
