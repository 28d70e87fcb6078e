package ifconfig

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// FuzzCounters: the counters of a line of /proc/net/dev stand in the long and
// the short listing, each in its place and with all its digits.
func FuzzCounters(f *testing.F) {
	f.Add(uint64(0), uint64(1), uint64(2), uint64(3), uint64(4), uint64(5), uint64(6), uint64(7))
	f.Add(^uint64(0), uint64(1)<<63, uint64(1)<<32, uint64(999), uint64(1000), uint64(1024), uint64(10239), ^uint64(0)>>1)
	f.Fuzz(func(t *testing.T, rx, rxErr, rxDrop, rxOver, tx, txErr, frame, collisions uint64) {
		k, w := upCard(), etc()
		bytes, drop, over, carrier := tx, rxDrop^tx, rxOver^rx, frame^tx
		w["/proc/net/dev"] += fmt.Sprintf("  eth0: %d %d %d %d %d %d 0 0 %d %d %d %d %d %d %d 0\n",
			bytes, rx, rxErr, rxDrop, rxOver, frame, rxErr, tx, txErr, drop, over, collisions, carrier)
		long := start(k, w, "eth0").stdout.String()
		for _, want := range []string{
			fmt.Sprintf("RX packets:%d errors:%d dropped:%d overruns:%d frame:%d\n", rx, rxErr, rxDrop, rxOver, frame),
			fmt.Sprintf("TX packets:%d errors:%d dropped:%d overruns:%d carrier:%d\n", tx, txErr, drop, over, carrier),
			fmt.Sprintf("collisions:%d txqueuelen:", collisions),
			fmt.Sprintf("RX bytes:%d (", bytes), fmt.Sprintf("TX bytes:%d (", rxErr),
		} {
			if !strings.Contains(long, want) {
				t.Errorf("no %q in\n%s", want, long)
			}
		}
		_, row, _ := strings.Cut(start(k, w, "-s", "eth0").stdout.String(), "\n")
		want := strings.Fields(fmt.Sprint(rx, rxErr, rxDrop, rxOver, tx, txErr, drop, over))
		if words := strings.Fields(row); len(words) < 11 || cmp.Diff(want, words[3:11]) != "" {
			t.Errorf("want %v in %q", want, row)
		}
	})
}
