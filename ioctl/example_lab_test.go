package ioctl_test

import (
	"testing"

	"classicnet/internal/netlab"
)

// TestExampleAlias runs the example that changes something, in a namespace.
func TestExampleAlias(t *testing.T) {
	netlab.Need(t, "ip", netlab.Veth)
	lab := netlab.Inside(t)
	if lab == nil {
		return
	}
	lab.Veth("eth1", "00:0d:61:0b:d9:a0")
	const want = "<nil>\n255.255.255.0 <nil>\n<nil>\nSIOCGIFADDR eth1:0: Cannot assign requested address\n"
	if got := netlab.Printed(t, ExampleConn_SetAddr); got != want {
		t.Errorf("got %s", got)
	}
}
