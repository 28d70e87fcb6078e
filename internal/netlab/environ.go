package netlab

import (
	"os"
	"slices"
	"strings"
)

// kept are the variables that a test process keeps beside those of Go and of these
// tests: where programs and temporary files are, and who it is. Whatever else a user
// has set (a language, RES_OPTIONS) says nothing about the tools.
var kept = []string{"PATH", "HOME", "USER", "TMPDIR", "TERM", "XDG_CACHE_HOME", "CGO_ENABLED", "CC"}

// cleanEnvironment takes the other variables away, and that which users set for the
// tools.
func cleanEnvironment() {
	for _, kv := range os.Environ() {
		name, _, _ := strings.Cut(kv, "=")
		own := strings.HasPrefix(name, "CLASSICNET_") && name != "CLASSICNET_DIALECT"
		if !own && !strings.HasPrefix(name, "GO") && !slices.Contains(kept, name) {
			os.Unsetenv(name) //nolint:errcheck // the name was there
		}
	}
}
