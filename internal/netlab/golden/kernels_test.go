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
		if why := kernelOf(test.name, Step{Line: test.line}, test.said, "", ""); (why != "") != test.excused {
			t.Errorf("%+v: %q", test, why)
		}
	}
}

// A bridge's table may have each address more than once, and no other one.
func TestRepeated(t *testing.T) {
	const want = "port\n  2\ta\n  1\tc\n"
	for _, test := range []struct {
		got  string
		want bool
	}{
		{"port\n  2\ta\n  2\ta\n  1\tc\n  1\tc\n", true},
		{"port\n  2\ta\n  2\ta\n  1\tc\n  1\td\n", false},
		{"port\n  2\ta\n  2\ta\n", false},
		{want, false},
	} {
		step := Step{Line: "setpriv --reuid 65534 brctl showmacs br0"}
		if why := kernelOf("brctl-up", step, "", want, test.got); (why != "") != test.want {
			t.Errorf("%q: %q", test.got, why)
		}
		if why := kernelOf("brctl-up", Step{Line: "brctl show br0"}, "", want, test.got); why != "" {
			t.Errorf("%q: %q", test.got, why)
		}
	}
}

// Behind an Ash address there may be a one with its high byte first, and nothing else.
func TestAshTurned(t *testing.T) {
	const before, behind = "t1: flags=4240\n        ash [00000000000000000000000000000000", "0000000000000000000000000000]  txqueuelen 500  (Ash)\n"
	for _, test := range []struct {
		got  string
		want bool
	}{
		{before + "0001" + behind, true},
		{before + "1000" + behind, false},
		{before + "0010" + behind, false},
		{before + "0001" + behind + "\n", false},
	} {
		why := kernelOf("type-tun-7", Step{Line: "ifconfig t1"}, "", before+"1000"+behind, test.got)
		if (why != "") != test.want {
			t.Errorf("%q: %q", test.got, why)
		}
	}
}
