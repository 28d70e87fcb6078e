package classicnet_test

import (
	"testing"

	"classicnet/internal/netlab/golden"
)

// TestGoldenNetstat holds netstat to the transcripts in testdata/golden-netstat:
// sockets, programs, counters, groups.
func TestGoldenNetstat(t *testing.T) {
	golden.Test(t, golden.Suite{
		Cases:  "testdata/golden-netstat/cases",
		Expect: "testdata/golden-netstat/expect/classic",
		Tools:  []string{"netstat"},
	})
}
