package route

import (
	"slices"
	"strings"
	"testing"
)

// FuzzCommandLine: whatever the words are, the command ends with one of its
// statuses, and a request goes to the kernel only if nothing was wrong with
// the words.
func FuzzCommandLine(f *testing.F) {
	for _, line := range []string{
		"add -net 10.1.0.0/16 gw 10.0.0.1 metric 5 mss 1400 window 5000 irtt 3 dev eth0",
		"del default", "-A inet6 add 2001:db8::/32 gw fe80::1 dev eth0", "--inet6 -FCneev", "-nee", "-h -A x25",
		"--x25 add 123/2 eth0", "-A inet,inet6,unix -V", "add 10.0.0.0 netmask 255.0.0.0 reject", "--protocol=netrom",
		"-C", "-6C", "--ipx", "add -- 10.1.2.3 window -5", "-A ddp", "flush", "add tens/8 mod dyn reinstate",
	} {
		f.Add(strings.ReplaceAll(line, " ", "\x00"), false)
	}
	f.Add("add\x00default\x00gw\x0010.0.0.1", true)
	f.Fuzz(func(t *testing.T, line string, refuse bool) {
		w := newWorld()
		w.files["/proc/net/route"], w.files["/proc/net/rt_cache"] = someRoutes, someCache
		w.files["/proc/net/ipv6_route"] = someRoutes6
		if refuse {
			w.kernel.Unprivileged = true
		}
		got := w.run(strings.Split(line, "\x00")...)
		if !slices.Contains([]int{statusOK, statusFailed, statusUsage, statusVersion, statusAddress, statusKernel}, got.Status) {
			t.Errorf("status %d", got.Status)
		}
		checkCalls(t, got, refuse)
	})
}

// checkCalls: a socket is opened, asked once for a change, and closed; what
// the kernel does decides the status.
func checkCalls(t *testing.T, got result, refuse bool) {
	t.Helper()
	if got.Calls == "" {
		if got.Status == statusKernel {
			t.Errorf("status 7 without a request: %+v", got)
		}
		return
	}
	changes := strings.Count(got.Calls, "SIOCADDRT ") + strings.Count(got.Calls, "SIOCDELRT ")
	if !strings.HasPrefix(got.Calls, "socket ") || !strings.HasSuffix(got.Calls, "close\n") || changes > 1 {
		t.Errorf("calls %q", got.Calls)
	}
	want := statusOK
	if refuse || changes == 0 {
		want = statusKernel
	}
	if got.Status != want {
		t.Errorf("status %d, want %d: %+v", got.Status, want, got)
	}
}
