package classicnet_test

import (
	"testing"

	"classicnet/internal/netlab/golden"
)

// TestGoldenMore holds netstat and arp, and what their cases use of ifconfig and
// route, to the transcripts in testdata/golden-more.
func TestGoldenMore(t *testing.T) {
	golden.Test(t, golden.Suite{
		Cases:  "testdata/golden-more/cases",
		Expect: "testdata/golden-more/expect/classic",
		Tools:  []string{"ifconfig", "route", "netstat", "arp"},
	})
}
