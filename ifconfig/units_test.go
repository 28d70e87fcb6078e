package ifconfig

import (
	"math"
	"testing"

	"classicnet/internal/dialect"
)

// The points are those where a unit begins, and those where arithmetic of 64
// bits fails. Except for the last two rows' dialects the originals printed
// them.
func TestUnits(t *testing.T) {
	for name, points := range map[string]map[uint64]string{
		"classic": {
			0: "0.0 B", 1: "1.0 B", 1023: "1023.0 B", 1024: "1024.0 B", 1025: "1.0 KB", 1127: "1.1 KB", 2047: "1.9 KB",
			1048576: "1024.0 KB", 1048577: "1.0 MB", 140569143: "134.0 MB", 188664521: "179.9 MB",
			1 << 30: "1024.0 MB", 1<<30 + 1: "1.0 GB", 1<<40 + 1: "1.0 TB", 1<<50 + 1: "1.0 PB", 1 << 60: "1024.0 PB",
			1844674407370955162: "1638.4 PB", math.MaxUint64: "16383.9 PB",
		},
		"net-tools-1.60": {
			1024: "1024.0 b", 1127: "1.1 Kb", 1<<30 + 1: "1024.0 Mb", 1<<50 + 1: "1073741824.0 Mb",
			1844674407370955162: "0.0 Mb", math.MaxUint64: "1759218604441.5 Mb",
		},
		"net-tools-2.10": {1048576: "1024.0 KiB", 1152921504606846976: "1024.0 PiB", math.MaxUint64: "16.0 EiB"},
		"busybox": {
			1023: "1023.0 B", 1024: "1.0 KiB", 1153434: "1.0 MiB", 2067: "2.0 KiB", 1048575: "1023.9 KiB",
			1 << 30: "1.0 GiB", 1<<50 + 1: "1024.0 TiB", 1152921504606846976: "1048576.0 TiB",
		},
		"debian": {1024: "1024.0 B", 1025: "1.0 KiB", 140569143: "134.0 MiB", 1<<50 + 1: "1.0 PiB"},
		"redhat": {0: "0.0 b", 138184: "134.9 KiB"},
		"ubuntu": {1000: "1000.0 B", 1001: "1.0 KB", 20748: "20.7 KB", 1000001: "1.0 MB", 140569143: "140.5 MB", math.MaxUint64: "18446.7 PB"},
	} {
		for count, want := range points {
			if got := string(appendScaled(nil, count, dialect.ByName(name))); got != want {
				t.Errorf("%s: %d bytes are %q, want %q", name, count, got, want)
			}
		}
	}
}
