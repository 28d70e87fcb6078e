package classicnet_test

import (
	"strings"
	"testing"

	"classicnet/arp"
	"classicnet/ifconfig"
	"classicnet/ifupdown"
	"classicnet/netstat"
	"classicnet/route"
)

// TestZeroWorld: the zero Env of each tool is a world in which there is nothing. A
// command ends there, and says nothing to nobody.
func TestZeroWorld(t *testing.T) {
	for _, tool := range []struct {
		run   func(args []string) int
		lines string
	}{
		{func(args []string) int { return ifconfig.Main(&ifconfig.Env{}, args) }, "ifconfig|ifconfig -a|ifconfig --json lo|ifconfig lo up|ifconfig lo add ::1/128|ifconfig -V"},
		{func(args []string) int { return route.Main(&route.Env{}, args) }, "route|route -n|route -6|route --json|route add default dev lo|route add nosuch gw x|route -A inet6 add ::/0 dev lo|route -h"},
		{func(args []string) int { return netstat.Main(&netstat.Env{}, args) }, "netstat|netstat -r|netstat -ie|netstat -an|netstat -V"},
		{func(args []string) int { return arp.Main(&arp.Env{}, args) }, "arp|arp -a|arp -d x|arp -s 10.0.0.1 0:0:0:0:0:1|arp -f|arp -h"},
		{func(args []string) int { return ifupdown.Main(&ifupdown.Env{}, args) }, "ifup|ifup -a|ifup lo|ifdown -a|ifquery --list|ifquery --state|ifquery lo|ifup --help"},
	} {
		tool.run(nil)
		for line := range strings.SplitSeq(tool.lines, "|") {
			if status := tool.run(strings.Fields(line)); status < 0 || status > 255 {
				t.Errorf("%s: status %d", line, status)
			}
		}
	}
}
