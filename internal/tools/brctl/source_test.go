package brctl

import (
	"io"
	"io/fs"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/internal/sysfs"
	"classicnet/ioctl"
)

// ticking is a kernel of 250 ticks a second, whose bridge tells half of its times in
// them, and one port among a thousand numbers.
type ticking struct {
	Kernel
	info  ioctl.BridgeInfo
	named int
}

func (k *ticking) BridgeInfo(string) (ioctl.BridgeInfo, error) { return k.info, nil }

func (k *ticking) BridgePorts(string) ([]int, error) {
	ports := make([]int, 1024)
	ports[3] = 7
	return ports, nil
}

func (k *ticking) Name(index int) (string, error) {
	k.named++
	if index == 7 {
		return "v0", nil
	}
	return "", unix.ENODEV
}

// Times of JSON are in hundredths of a second on the root, where those set are in force. Of
// another bridge nothing tells what a tick is. Numbers without a port aren't asked for.
func TestTicks(t *testing.T) {
	info := ioctl.BridgeInfo{
		MaxAge: 2000, HelloTime: 200, ForwardDelay: 3750,
		BridgeMaxAge: 5000, BridgeHelloTime: 500, BridgeForwardDelay: 1500,
	}
	root := info
	root.BridgeMaxAge, root.BridgeHelloTime, root.ForwardDelay = 2000, 200, 1500
	other := info
	other.DesignatedRoot[7] = 1
	none := sysfs.FS{Open: func(string) (io.ReadCloser, error) { return nil, fs.ErrNotExist }}
	for _, c := range []struct{ told, want ioctl.BridgeInfo }{{info, root}, {other, other}} {
		k := &ticking{info: c.told}
		b, err := (&source{k, none}).brief("br0")
		if err != nil || b.seconds() != c.want || b.BridgeInfo != c.told || len(b.ports) != 1 || k.named != 1 {
			t.Errorf("%+v, %v, %d names asked for", b, err, k.named)
		}
	}
}
