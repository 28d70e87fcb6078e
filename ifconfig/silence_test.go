package ifconfig

import (
	"strings"
	"testing"
)

// A line that has nothing to say doesn't write to stderr at all.
func TestSilence(t *testing.T) {
	for _, args := range []string{"eth0 up", "eth0 inet", "eth0 10.0.0.2/24 mtu 1400", "-v eth0 up", "eth0", "-s", "--json -a"} {
		k, f := upCard(), etc()
		f[pathDev] = devFile("eth0")
		e := (&terminal{}).env(k, f)
		e.Stderr = order{k}
		if status := Main(e, append([]string{"ifconfig"}, words(args)...)); status != 0 || strings.Contains(k.String(), told) {
			t.Errorf("%s: %d %s", args, status, k)
		}
	}
}
