package ifconfig

import (
	"runtime"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/internal/netlab"
	"classicnet/ioctl"
)

// TestNamespaceOfAThread: socket and files are of the namespace that the calling
// thread is in, and not of the process's first thread.
func TestNamespaceOfAThread(t *testing.T) {
	netlab.Need(t, "ip", netlab.Veth)
	lab := netlab.Inside(t)
	if lab == nil {
		return
	}
	lab.Veth("eth1", "00:0d:61:0b:d9:a0")
	done := make(chan Listing)
	go func() {
		runtime.LockOSThread() // the thread dies with the goroutine
		defer close(done)
		if err := unix.Unshare(unix.CLONE_NEWNET); err != nil {
			t.Error(err)
			return
		}
		c, err := ioctl.Open()
		if err != nil {
			t.Error(err)
			return
		}
		defer c.Close()
		done <- (&Source{Kernel: c}).List(true, LongFormat)
	}()
	there := <-done
	if got := strings.Join(names(there.Interfaces), " "); got != "lo" || there.DevErr != nil || there.Interfaces[0].Stats == nil {
		t.Errorf("in the other namespace: %s, %v", got, there.DevErr)
	}
	c, err := ioctl.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	here := (&Source{Kernel: c}).List(true, LongFormat)
	if got := strings.Join(names(here.Interfaces), " "); !strings.Contains(got, "eth1") {
		t.Errorf("here: %s", got)
	}
}
