package ifconfig

import (
	"testing"
)

// A line that has nothing to say doesn't write to stderr at all.
func TestSilence(t *testing.T) {
	for _, args := range []string{"eth0 up", "eth0 inet", "eth0 10.0.0.2/24 mtu 1400", "-v eth0 up", "eth0", "-s", "--json -a"} {
		k, f := upCard(), etc()
		f[pathDev] = devFile("eth0")
		e := (&terminal{}).env(k, f)
		said := &order{kernel: k}
		e.Stderr = said
		if status := Main(e, append([]string{"ifconfig"}, words(args)...)); status != 0 || len(said.told) > 0 {
			t.Errorf("%s: %d %q", args, status, said.told)
		}
	}
}
