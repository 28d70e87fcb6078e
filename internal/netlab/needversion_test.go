package netlab_test

import (
	"testing"

	"classicnet/internal/netlab"
)

// Another program of the name is as good as none.
func TestNeedVersion(t *testing.T) {
	t.Setenv("CLASSICNET_CI", "")
	for _, test := range []struct {
		version string
		command []string
		skips   bool
	}{
		{"tool 2", []string{"echo", "tool 2.10"}, false},
		{"tool 2", []string{"echo", "othertool 2.10"}, true},
		{"tool 2", []string{"sh", "-c", "echo tool 2.10; exit 1"}, true},
		{"", []string{"/nosuch"}, true},
	} {
		skipped := true
		t.Run("inner", func(t *testing.T) {
			defer func() { skipped = t.Skipped() }()
			netlab.NeedVersion(t, test.version, test.command...)
		})
		if skipped != test.skips {
			t.Errorf("%s %q: skipped %v", test.version, test.command, skipped)
		}
	}
}
