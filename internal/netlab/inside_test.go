package netlab_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

func TestInsideSubtest(t *testing.T) {
	t.Run("a (b) c", func(t *testing.T) {
		if lab := netlab.Inside(t); lab != nil {
			lab.Sh("test $$ != 1; grep -q lo: /proc/net/dev")
		}
	})
}

// insideEndVar tells TestInsideEnd how to end; see TestInsideEnds.
const insideEndVar = "CLASSICNET_TEST_INSIDE_END"

func TestInsideEnd(t *testing.T) {
	how := os.Getenv(insideEndVar)
	if how == "" {
		t.Skip("is run by TestInsideEnds")
	}
	if netlab.Inside(t) == nil {
		return
	}
	switch how {
	case "fail":
		t.Error("failed in there")
	case "skip":
		t.Skip("skipped in there")
	case "exit":
		os.Exit(0)
	}
}

// A test ends as it did in the lab; one that did not come to its end has failed.
func TestInsideEnds(t *testing.T) {
	t.Parallel()
	netlab.Need(t, netlab.Namespace)
	for _, c := range []struct{ how, end, text string }{
		{"pass", "PASS", "in the lab:"},
		{"fail", "FAIL", "failed in there"},
		{"skip", "SKIP", "skipped in there"},
		{"exit", "FAIL", "in the lab:"},
	} {
		cmd := exec.Command(executable(t), "-test.v", "-test.run=^TestInsideEnd$")
		cmd.Env = append(os.Environ(), insideEndVar+"="+c.how)
		out, _ := cmd.CombinedOutput()
		if !strings.Contains(string(out), "\n--- "+c.end+": TestInsideEnd (") || !strings.Contains(string(out), c.text) {
			t.Errorf("%s: want %s, %q in\n%s", c.how, c.end, c.text, out)
		}
	}
}
