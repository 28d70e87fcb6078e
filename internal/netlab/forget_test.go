package netlab

import (
	"net/netip"
	"os"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// A published neighbour without a device outlives its namespace; the lab takes it
// along.
func TestForgetProxies(t *testing.T) {
	if Inside(t) == nil {
		return
	}
	c, err := ioctl.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	entry := ioctl.ARPEntry{
		Addr: netip.MustParseAddr("192.0.2.77"), Flags: ioctl.ARPPublish | ioctl.ARPPermanent,
		Hw: ioctl.HardwareAddr{Type: unix.ARPHRD_ETHER},
	}
	if err := c.SetARP(entry); err != nil {
		t.Fatal(err)
	}
	listed := func() bool {
		text, err := os.ReadFile("/proc/net/arp")
		if err != nil {
			t.Fatal(err)
		}
		return strings.Contains(string(text), "192.0.2.77 ")
	}
	if !listed() {
		t.Fatal("it isn't there")
	}
	if forgetProxies(); listed() {
		t.Error("it is still there")
	}
}
