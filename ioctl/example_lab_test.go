package ioctl_test

import (
	"io"
	"os"
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
	if got := printed(t, ExampleConn_SetAddr); got != want {
		t.Errorf("got %s", got)
	}
}

// printed is what f writes to stdout.
func printed(t *testing.T, f func()) string {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout := os.Stdout
	os.Stdout = w
	f()
	os.Stdout = stdout
	w.Close()
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
