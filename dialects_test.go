package classicnet_test

import (
	"testing"

	"classicnet/internal/netlab/golden"
)

// TestDialects holds what each dialect lists to the transcripts of the program
// that it stands for. Everything else stays classic in all of them, so only
// listings are compared. `go test -run Dialects/busybox/NAME .` runs one case.
func TestDialects(t *testing.T) {
	for _, d := range []struct{ name, expect, pending string }{
		{"net-tools-1.60", "net-tools-1.60", ""},
		{"net-tools-2.10", "net-tools-2.10", ""},
		{"busybox", "busybox-1.35", "testdata/golden/pending-busybox.txt"},
	} {
		t.Run(d.name, func(t *testing.T) {
			golden.Test(t, golden.Suite{
				Cases:    "testdata/golden/cases",
				Expect:   "testdata/golden/expect/" + d.expect,
				Tools:    []string{"ifconfig", "route"},
				Env:      []string{"CLASSICNET_DIALECT=" + d.name},
				Listings: true,
				Pending:  d.pending,
			})
		})
	}
}
