package miitool

import (
	"testing"
	"time"
)

func TestTimeOfDay(t *testing.T) {
	day := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	for s := range 24 * 60 * 60 {
		at := day.Add(time.Duration(s) * time.Second)
		if got, want := timeOfDay(at.Clock()), at.Format(time.TimeOnly); got != want {
			t.Fatalf("%q, want %q", got, want)
		}
	}
}
