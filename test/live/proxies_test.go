package live

import (
	"strings"
	"testing"
)

// A published neighbour without a device outlives its namespace, unless the lab
// takes it along.
func TestForgetProxies(t *testing.T) {
	needNetTools(t)
	lab := besideLab(t, neighbourhood)
	lab.Sh("arp -s 192.168.1.77 2:3:4:5:6:7 pub")
	const shown = "cat /proc/net/arp"
	if before := lab.Sh(shown); !strings.Contains(before, "192.168.1.77 ") {
		t.Fatalf("it isn't there:\n%s", before)
	}
	lab.ForgetProxies()
	if after := lab.Sh(shown); strings.Contains(after, "192.168.1.77 ") {
		t.Errorf("it is still there:\n%s", after)
	}
}
