package golden

import "testing"

// A step is excused for what an older kernel is known to say, and for nothing else.
func TestKernelOf(t *testing.T) {
	const line, said = "ip link set v0 txqueuelen 100000", "RTNETLINK answers: Numerical result out of range\n"
	for _, test := range []struct {
		kernel           [2]int
		name, line, said string
		excused          bool
	}{
		{[2]int{6, 1}, "netstat-list-qlen", line, said, true},
		{[2]int{7, 2}, "list-qlen", line, "Error: integer out of range.\n", true},
		{[2]int{6, 1}, "kw-txqueuelen", "ifconfig v0 txqueuelen 2147483647", "SIOCSIFTXQLEN: Numerical result out of range\n", true},
		{[2]int{6, 1}, "kw-txqueuelen", "ifconfig v0 txqueuelen 100", "SIOCSIFTXQLEN: Numerical result out of range\n", false},
		{[2]int{6, 1}, "route-add", line, said, false},
		{[2]int{6, 1}, "list-qlen", "ifconfig v0", said, false},
		{[2]int{6, 1}, "list-qlen", line, "", false},
	} {
		if why := kernelOf(test.kernel, test.name, Step{Line: test.line}, test.said); (why != "") != test.excused {
			t.Errorf("%+v: %q", test, why)
		}
	}
	if v := runningKernel(); v[0] < 3 {
		t.Errorf("Linux %v", v)
	}
}
