package ifconfig

import (
	"testing"

	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
)

// TestGetter: whatever a socket is, it is the one that is asked.
func TestGetter(t *testing.T) {
	for _, k := range []Kernel{&ioctl.Conn{}, &ioctltest.Conn{}} {
		if got := getter(k); got != k.(Getter) {
			t.Errorf("%T is asked as %T", k, got)
		}
	}
}
