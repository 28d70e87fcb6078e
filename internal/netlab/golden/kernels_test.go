package golden

import "testing"

// A step is excused for what another kernel is known to say, and for nothing else.
func TestKernelOf(t *testing.T) {
	const line, said = "ip link set v0 txqueuelen 100000", "RTNETLINK answers: Numerical result out of range\n"
	for _, test := range []struct {
		name, line, said string
		excused          bool
	}{
		{"netstat-list-qlen", line, said, true},
		{"list-qlen", line, "Error: integer out of range.\n", true},
		{"kw-txqueuelen", "ifconfig v0 txqueuelen 2147483647", "SIOCSIFTXQLEN: Numerical result out of range\n", true},
		{"kw-txqueuelen", "ifconfig v0 txqueuelen 100", "SIOCSIFTXQLEN: Numerical result out of range\n", false},
		{"vconfig-no-8021q", "vconfig add v0 5", "WARNING:  Could not open /proc/net/vlan/config.\n", true},
		{"vconfig-proc", "vconfig add v0 5", "", true},
		{"vconfig-proc", "vconfig add v0 5", "ERROR: trying to add VLAN #5 to IF -:v0:-  error: Package not installed\n", false},
		{"route-add", line, said, false},
		{"list-qlen", "ifconfig v0", said, false},
		{"list-qlen", line, "", false},
	} {
		if why := kernelOf(test.name, Step{Line: test.line}, test.said); (why != "") != test.excused {
			t.Errorf("%+v: %q", test, why)
		}
	}
}
