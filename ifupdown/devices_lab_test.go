package ifupdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

// A bridge on the real kernel, with /sys of the namespace, without one and with
// one that can only be read: it comes up the same, and goes without a trace.
func TestBridgeInTheKernel(t *testing.T) {
	t.Parallel()
	netlab.Need(t, netlab.Bridge)
	const file = `iface br0 inet static
 address 10.0.0.1/24
 bridge_ports eth1 eth2 nosuch
 bridge_stp on
 bridge_fd 4
 bridge_pathcost eth2 77
 bridge_hw 02:00:00:00:00:77
 bridge_maxwait 0
iface br0:0 inet static
 address 10.0.1.1/24
`
	for _, mount := range []string{"mount -t sysfs sysfs /sys", "mount -t tmpfs none /sys", "mount -t sysfs -o ro sysfs /sys"} {
		l := newTools(t, file)
		l.Sh(mount)
		before := l.State()
		r := l.try("ifup", "br0", "br0:0")
		if want := "ifup: interfaces:3:15: port nosuch of br0 isn't there\n"; r.Exit != "0" || r.Stderr != want {
			t.Errorf("%s: %+v", mount, r)
		}
		up := l.Run("sh", "-c", "ip -d link show br0; ip -d link show eth2; ip -4 addr show br0").Stdout
		for _, want := range []string{"forward_delay 400 ", "stp_state 1 ", "02:00:00:00:00:77", "cost 77 ", "master br0", "10.0.0.1/24", "10.0.1.1/24", "br0:0"} {
			if !strings.Contains(up, want) {
				t.Errorf("%s: no %s in\n%s", mount, want, up)
			}
		}
		l.do("ifdown", "br0:0", "br0")
		if diff := cmp.Diff(before, l.State()); diff != "" {
			t.Errorf("%s: (-before +after)\n%s", mount, diff)
		}
	}
}

// Without rights nothing is made, and nothing is left in the record but its
// beginning.
func TestBridgeWithoutRights(t *testing.T) {
	t.Parallel()
	netlab.Need(t, netlab.Bridge, netlab.OtherUser)
	l := newTools(t, "iface br0 inet manual\n bridge_ports eth1\n bridge_maxwait 0\n")
	l.Sh("mkdir -p state; chmod 777 . state")
	r := l.RunAs(t, "ifup", "br0")
	if r.Exit != "1" || !strings.HasPrefix(r.Stderr, "ifup: br0: SIOCBRADDBR br0: Operation not permitted\n") {
		t.Errorf("%+v", r)
	}
	if got := l.Run("cat", "state/.ifstate.devices").Stdout; got != "br0 begun\n" {
		t.Errorf("recorded is %q", got)
	}
}

// RunAs runs one of the commands as a user without rights.
func (l tools) RunAs(t *testing.T, args ...string) netlab.Result {
	t.Helper()
	line := append([]string{"setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "./" + args[0], "-i", "interfaces", "--state-dir", "state", "--no-scripts"}, args[1:]...)
	return l.Run(line...)
}
