package netlab_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

// What a user has set reaches neither a test nor a lab.
func TestEnvironment(t *testing.T) {
	t.Parallel()
	if os.Getenv("CLASSICNET_ASKED") != "" {
		t.Log("has", os.Environ())
		return
	}
	cmd := exec.Command(executable(t), "-test.v", "-test.run=^TestEnvironment$")
	cmd.Env = append(os.Environ(), "CLASSICNET_ASKED=1", "CLASSICNET_DIALECT=busybox", "LC_ALL=de_DE.UTF-8", "RES_OPTIONS=debug")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, word := range []string{"busybox", "de_DE", "RES_OPTIONS"} {
		if strings.Contains(string(out), word) {
			t.Errorf("%s is left:\n%s", word, out)
		}
	}
}

// A process that isn't in namespaces of its own mounts nothing, by whichever way
// this binary is made to believe that it is in a lab.
func TestNoMountsOutside(t *testing.T) {
	t.Parallel()
	before := mounts(t)
	for _, c := range []struct{ name, variable string }{
		{"netlab-keeper", "NOTHING=1"},
		{"test", "CLASSICNET_LAB_INSIDE=" + t.TempDir()},
	} {
		cmd := exec.Command(executable(t))
		cmd.Args = []string{c.name, t.TempDir()}
		cmd.Env = append(os.Environ(), c.variable)
		out, err := cmd.CombinedOutput()
		if err == nil || !strings.Contains(string(out), "isn't the first in namespaces of its own") {
			t.Errorf("%s: %v, %q", c.name, err, out)
		}
	}
	if after := mounts(t); after != before {
		t.Errorf("mounts before\n%s\nand after\n%s", before, after)
	}
}

func mounts(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("/proc/self/mounts")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// What is hidden is nowhere, and stays for others.
func TestHide(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "id")
	lab := netlab.New(t)
	lab.Hide("id", "nosuch")
	if got := lab.Sh("command -v id || echo none"); got != "none\n" {
		t.Errorf("id is %q", got)
	}
	if got := netlab.New(t).Sh("id -u"); got != "0\n" {
		t.Errorf("id -u elsewhere: %q", got)
	}
}
