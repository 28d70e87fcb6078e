package ifconfig_test

import (
	"testing"

	"classicnet/internal/netlab"
)

// TestExampleNamespace runs the example of setns(2) where a namespace is called
// blue.
func TestExampleNamespace(t *testing.T) {
	netlab.Need(t, "ip", "mount", netlab.Veth)
	lab := netlab.Inside(t)
	if lab == nil {
		return
	}
	peer := lab.Veth("eth1", "00:0d:61:0b:d9:a0")
	lab.Sh(`mount -t tmpfs none /run
mkdir /run/netns
touch /run/netns/blue
mount --bind /proc/$PEERNS/ns/net /run/netns/blue`)
	if got, want := netlab.Printed(t, ExampleSource_namespace), "lo\n"+peer+"\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
