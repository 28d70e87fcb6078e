package netlab

import (
	"os"

	"classicnet/ioctl"
	"classicnet/procnet"
)

// forgetProxies deletes the neighbours that are answered for without a device, as
// `arp -s HOST ADDRESS pub` makes them. The kernel keeps them when the lab's
// namespace ends, and shows them in a later one that happens to lie where that lay.
func forgetProxies() {
	f, err := os.Open("/proc/net/arp")
	if err != nil {
		return
	}
	defer f.Close()
	c, err := ioctl.Open()
	if err != nil {
		return
	}
	defer c.Close()
	for e, err := range procnet.ARP(f) {
		if err == nil && (e.Device == "*" || e.Device == "") {
			c.DelARP(ioctl.ARPEntry{Addr: e.IP, Flags: ioctl.ARPPublish}) //nolint:errcheck // somebody else did
		}
	}
}
