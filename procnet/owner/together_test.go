package owner

import (
	"sync"
	"testing"
)

// TestTableForMany: a Table is only read, so many may ask it at once. The race detector
// sees what they have in common.
func TestTableForMany(t *testing.T) {
	table, _ := Find("/proc", nil) //nolint:errcheck // what may be seen is enough
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for inode := range uint64(1000) {
				if p, ok := table.Owner(inode); ok && (p.PID == "" || !table.Seen()) {
					t.Errorf("%d: %+v", inode, p)
				}
			}
		})
	}
	group.Wait()
}
