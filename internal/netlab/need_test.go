package netlab_test

import (
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

func TestNeed(t *testing.T) {
	for _, c := range []struct {
		ci, want string
		need     []string
	}{
		{"", "", []string{"sh", "cat"}},
		{"1", "", []string{"sh", "cat"}},
		{"", "", nil},
		{"", "skip: needs nosuch: no command nosuch in ", []string{"sh", "nosuch"}},
		{"0", "skip: needs nosuch: no command nosuch in ", []string{"nosuch"}},
		{"1", "fatal: needs nosuch: no command nosuch in ", []string{"nosuch"}},
	} {
		t.Setenv("CLASSICNET_CI", c.ci)
		got := ending(t, func(tb testing.TB) { netlab.Need(tb, c.need...) })
		if !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("CLASSICNET_CI=%s, %q: %q, want %q", c.ci, c.need, got, c.want)
		}
	}
}

// Root lacks nothing of what the kernel may refuse to others.
func TestLacks(t *testing.T) {
	t.Parallel()
	netlab.Need(t, netlab.Root)
	for _, what := range []string{netlab.Namespace, netlab.OtherUser, netlab.TxQueueLen, netlab.Map} {
		if err := netlab.Lacks(what); err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// What is refused is told with the reason, and no probe is left unknown.
func TestLacksLinks(t *testing.T) {
	t.Parallel()
	netlab.Need(t, netlab.Namespace, "ip")
	for _, what := range []string{netlab.Tun, netlab.Veth, netlab.Bridge, netlab.Ifb, netlab.Macvlan, netlab.Vxlan} {
		err := netlab.Lacks(what)
		if err != nil && strings.Contains(err.Error(), "no command") {
			t.Errorf("%s is taken for a command: %v", what, err)
		}
		t.Logf("%s: %v", what, err)
	}
}
