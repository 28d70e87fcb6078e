// Package classicnet_test holds the tools to the recorded transcripts in
// testdata/golden.
package classicnet_test

import (
	"testing"

	"classicnet/internal/netlab"
	"classicnet/internal/netlab/golden"
)

func TestMain(m *testing.M) { netlab.Main(m) }

// TestGolden is the main test of the default output: every byte, status and
// effect is that of the classic tools. `go test -run Golden/NAME .` runs one case.
func TestGolden(t *testing.T) {
	golden.Test(t, golden.Suite{
		Cases:   "testdata/golden/cases",
		Expect:  "testdata/golden/expect/classic",
		Tools:   []string{"ifconfig", "route"},
		Pending: "testdata/golden/pending.txt",
	})
}
