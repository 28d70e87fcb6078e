package golden_test

import (
	"os/exec"
	"strings"
	"testing"

	"classicnet/internal/netlab"
	"classicnet/internal/netlab/golden"
)

func TestMain(m *testing.M) { netlab.Main(m) }

// suite is the transcripts of net-tools 2.10, to be replayed with the net-tools
// 2.10 of this machine.
func suite(t *testing.T) golden.Suite {
	t.Helper()
	netlab.Need(t, "ifconfig", "route")
	out, _ := exec.Command("ifconfig", "--version").CombinedOutput()
	if !strings.HasPrefix(string(out), "net-tools 2.10") {
		t.Skipf("needs net-tools 2.10, not %s", out)
	}
	return golden.Suite{
		Cases:  "../../../testdata/golden/cases",
		Expect: "../../../testdata/golden/expect/net-tools-2.10",
	}
}

// Every byte and every packet count has to come out again, or the replaying is
// wrong.
func TestReplay(t *testing.T) {
	s := suite(t)
	s.Only = []string{"tutorial-*", "stat-*", "type-*", "proc-*", "ipv6-*", "kw-user*"}
	golden.Test(t, s)
}

func TestReplayListings(t *testing.T) {
	s := suite(t)
	s.Only, s.Listings = []string{"list-a*", "route-list-*"}, true
	golden.Test(t, s)
}
