package ifconfig

import (
	"sync"
	"testing"

	"classicnet/ioctl"
)

// TestSourceForMany: the zero Source keeps nothing between calls, so many may use it at
// once. The race detector sees what they have in common.
func TestSourceForMany(t *testing.T) {
	if c, err := ioctl.Open(); err != nil {
		t.Skip(err)
	} else {
		c.Close() //nolint:errcheck // nothing is buffered
	}
	var machine Source
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for _, i := range machine.List(true, Everything).Interfaces {
				if l, err := machine.Query(i.Name, Everything); err == nil && l.Interfaces[0].Name != i.Name {
					t.Errorf("%s is %s", i.Name, l.Interfaces[0].Name)
				}
			}
		})
	}
	group.Wait()
}
