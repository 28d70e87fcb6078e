package live

import (
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

// TestJSONBeside: --json of netstat and arp has each field that jc reads from
// their tables. It can't read the row of an alias.
func TestJSONBeside(t *testing.T) {
	netlab.Need(t, "jc")
	lab := besideLab(t, neighbourhood, "ip route add unreachable 10.66.0.0/16\nip neigh add 192.168.1.9 lladdr 02:aa:00:00:00:02 dev eth1 nud permanent\n")
	for _, c := range []struct{ parser, ours, listing string }{
		{"--netstat", "netstat -r --json", "netstat -rn"},
		{"--netstat", "netstat -r --json", "netstat -rne"},
		{"--netstat", "netstat -i --json", "netstat -i"},
		{"--netstat", "netstat -ia --json", "netstat -ia"},
		{"--arp", "arp -n --json", "arp -n"},
	} {
		agree(t, c.ours+" by "+c.listing, func() string {
			theirs := jc(t, lab, c.parser, strings.Fields(c.listing)...)
			if len(theirs) == 0 {
				return "jc reads nothing"
			}
			return compareLists(theirs, parse(t, lab.Run(strings.Fields(c.ours)...).Stdout), besideField)
		})
	}
}

// besideField: for a reject route jc has numbers and texts as they are shown.
func besideField(key string, theirs, ours object) string {
	if ours[key] == nil && theirs[key] == "-" {
		return ""
	}
	return equal(key, theirs, ours)
}
