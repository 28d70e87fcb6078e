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
