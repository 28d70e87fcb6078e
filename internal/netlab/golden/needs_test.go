package golden

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

func TestCaseNeeds(t *testing.T) {
	c := Case{Setup: `ip link add name v0 type veth peer name p0 netns $PEERNS
nsenter -t $PEERNS -n ip link set p0 up
mktun --rx tap0 1 60
tc qdisc replace dev v0 root blackhole
ip link add link v0 name m0 type macvlan
`}
	want := []string{"ip", "sysctl", "tc", netlab.Veth, "nsenter", netlab.Tun, netlab.Macvlan}
	if diff := cmp.Diff(want, c.needs()); diff != "" {
		t.Error(diff)
	}
}

// What steps make is needed as well as what they find.
func TestCaseNeedsOfSteps(t *testing.T) {
	for line, want := range map[string][]string{
		"brctl addbr br0":             {netlab.Bridge},
		"tunctl -t t0":                {netlab.Tun},
		"sh -c 'tunctl -u 1000 -t a'": {netlab.Tun, netlab.OtherUser},
		"ifconfig":                    nil,
	} {
		c := Case{Steps: []Step{{Line: "route"}, {Line: line}}}
		if diff := cmp.Diff(append([]string{"ip", "sysctl"}, want...), c.needs()); diff != "" {
			t.Errorf("%s: %s", line, diff)
		}
	}
}

func TestStepNeed(t *testing.T) {
	for line, want := range map[string]string{
		"ifconfig v0 txqueuelen 5":                  netlab.TxQueueLen,
		"ifconfig v0 10.0.0.1 irq 5":                netlab.Map,
		"ip link set v0 txqueuelen 5":               "",
		"route -n":                                  "",
		"setpriv --reuid 65534 --clear-groups true": netlab.OtherUser,
	} {
		words, err := splitWords(line)
		if got := (Step{Args: words}).need(); err != nil || got != want {
			t.Errorf("%s: %q, %v; want %q", line, got, err, want)
		}
	}
}
