package classicnet_test

import (
	"testing"

	"classicnet/internal/netlab/golden"
)

// smallTools are the tools beside ifconfig, route, netstat and arp, each with the
// start of its cases' names.
var smallTools = []struct{ name, cases string }{
	{"nameif", "nameif-*"},
	{"ipmaddr", "ipmaddr-*"},
	{"iptunnel", "iptunnel-*"},
	{"mii-tool", "mii-*"},
	{"plipconfig", "plip-*"},
	{"rarp", "rarp-*"},
	{"slattach", "slattach-*"},
	{"brctl", "brctl-*"},
	{"ifenslave", "ifenslave-*"},
	{"tunctl", "tunctl-*"},
	{"vconfig", "vconfig-*"},
}

// TestGoldenSmall holds the small tools to the transcripts in
// testdata/golden-small.
func TestGoldenSmall(t *testing.T) {
	for _, tool := range smallTools {
		t.Run(tool.name, func(t *testing.T) {
			golden.Test(t, golden.Suite{
				Cases:  "testdata/golden-small/cases",
				Expect: "testdata/golden-small/expect/classic",
				Only:   []string{tool.cases},
				Tools:  []string{tool.name},
			})
		})
	}
}
